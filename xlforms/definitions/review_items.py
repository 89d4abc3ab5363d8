"""Faults in what is said of one item: its type, bounds and list, and settings that do not fit its type."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from xlforms.definitions.faults import Fault, unknown
from xlforms.definitions.form import Form, ItemSettings
from xlforms.definitions.item_types import ITEM_TYPES
from xlforms.definitions.yaml_source import Location
from xlforms.expressions.tokens import FIRST_DAY

CHOICE_LIMIT = 255  # Excel shows no more of a list entry
WIDEST_PERCENT = 10  # as a fraction: 1000 %; more is a bound given in per cent by mistake
GATHERED_TYPES = frozenset({"text", "long_text"})
_EXACT_WHOLE_NUMBERS = 10**15  # beyond, a spreadsheet keeps 15 digits and puts zeros for the rest


def review_settings(form: Form, item: ItemSettings, location: Location, name: str) -> Iterator[Fault]:
    """The faults of one item; the last step of each location is the key that is wrong."""
    if item.type is None:
        yield (*location, "type"), "type-missing", {"name": name}
        return
    kind = ITEM_TYPES[item.type]
    yield from _bounds(item, location)
    yield from _choices_of(form, item, location)
    wrong: list[tuple[str, bool]] = [
        ("max_length", item.max_length is not None and kind.nature != "text"),
        ("blank", item.blank is not None and kind.nature != "number"),
        ("computed", bool(item.computed) and kind.nature != "number" and kind.name != "yes_no"),
        ("unit", bool(item.unit) and kind.nature != "number"),
        ("summed", "summed" in item.model_fields_set and not kind.summed),
        ("gathered", bool(item.gathered) and kind.name not in GATHERED_TYPES),
    ]
    for key, is_wrong in wrong:
        if is_wrong:
            yield (*location, key), "setting-does-not-fit", {"key": key, "type": item.type}
    if item.gathered and item.personal:
        yield (*location, "gathered"), "gathered-is-personal", {"name": name}
    if item.computed and "summed" in item.model_fields_set:
        yield (*location, "summed"), "computed-is-not-summed", {}
    for key in ("required", "required_if"):
        if item.computed and getattr(item, key):
            yield (*location, key), "computed-is-not-asked", {"key": key}


def review_choices(entries: list[str], location: Location) -> Iterator[Fault]:
    """The faults of a list of choices."""
    if not entries:
        yield location, "list-empty", {"key": str(location[-1])}
    folded = [" ".join(entry.casefold().split()) for entry in entries]
    for number, entry in enumerate(folded):
        if not entry:
            yield (*location, number), "list-entry-empty", {}
        elif entry in folded[:number]:
            yield (*location, number), "list-entry-repeated", {"entry": entries[number]}
        if len(entries[number]) > CHOICE_LIMIT:
            yield (*location, number), "list-entry-long", {"limit": CHOICE_LIMIT, "length": len(entries[number])}


def _choices_of(form: Form, item: ItemSettings, location: Location) -> Iterator[Fault]:
    if item.type == "choice" and item.choices is None:
        yield (*location, "choices"), "choices-missing", {}
    elif item.type != "choice" and item.choices is not None:
        yield (*location, "choices"), "setting-does-not-fit", {"key": "choices", "type": str(item.type)}
    elif isinstance(item.choices, str) and item.choices not in form.lists:
        known = list(form.lists)
        yield unknown((*location, "choices"), item.choices, known, "list-unknown", "list-unknown-near")
    elif isinstance(item.choices, list):
        yield from review_choices(item.choices, (*location, "choices"))


def _bounds(item: ItemSettings, location: Location) -> Iterator[Fault]:
    kind = ITEM_TYPES[str(item.type)]
    given = {key: value for key, value in (("minimum", item.minimum), ("maximum", item.maximum)) if value is not None}
    if kind.nature not in ("number", "date"):
        for key in given:
            yield (*location, key), "setting-does-not-fit", {"key": key, "type": kind.name}
        return
    bad = [key for key, value in given.items() if not _fits(value, kind.name)]
    for key in bad:
        code = "bound-percent" if kind.name == "percent" and _is_number(given[key]) else "bound-unreadable"
        yield (*location, key), code, {"key": key, "type": kind.name, "value": str(given[key])}
    if not bad:
        low = given.get("minimum", kind.minimum)
        high = given.get("maximum", kind.maximum)
        if low is not None and high is not None and low > high:  # type: ignore[operator]  # both fit one nature
            key = "minimum" if item.minimum is not None else "maximum"
            yield (*location, key), "bounds-crossed", {"low": str(low), "high": str(high)}


def _fits(value: int | float | str, type_name: str) -> bool:
    if type_name == "date":
        return _is_iso_date(value)
    if type_name in ("integer", "year"):
        return isinstance(value, int) and _is_number(value)
    return _is_number(value) and (type_name != "percent" or abs(float(value)) <= WIDEST_PERCENT)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= _EXACT_WHOLE_NUMBERS


def _is_iso_date(value: object) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value) >= FIRST_DAY
    except ValueError:
        return False
