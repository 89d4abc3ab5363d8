"""Where in the file something is written that was found in a spelled-out form: the reverse way of `yaml_places.py`."""

from __future__ import annotations

from collections.abc import Iterator

from xlforms.definitions.yaml_source import Mark, MarkedDict, MarkedList


def places_of(tree: MarkedDict, block: str, key: str, text: str) -> Iterator[Mark]:
    """Every place of a block where `key: text` stands, in the order of the file."""
    return _standing(_block(tree, block), key, text)


def _block(value: object, name: str) -> object:
    """The part of the tree that defines a block; the questions on who filled the form in stand under `contact`."""
    if isinstance(value, MarkedDict):
        if name in (value.get(key) for key in ("table", "card", "measures", "indicators")):
            return value
        if name == "contact" and "contact" in value:
            return value["contact"]
    entries = value.values() if isinstance(value, MarkedDict) else value if isinstance(value, MarkedList) else ()
    return next((found for entry in entries if (found := _block(entry, name)) is not None), None)


def _standing(value: object, key: str, text: str) -> Iterator[Mark]:
    if isinstance(value, MarkedDict) and str(value.get(key)).strip() == text:
        yield value.value_marks[key]
    entries = value.values() if isinstance(value, MarkedDict) else value if isinstance(value, MarkedList) else ()
    for entry in entries:
        yield from _standing(entry, key, text)
