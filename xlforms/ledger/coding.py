"""Values as text that can be stored: JSON that keeps every type apart and makes nothing but what it was told to expect.

Texts, numbers, logical values and None stand for themselves, a list is a JSON array. All else is an object with one
name: `tuple`, `dict`, `date`, `datetime`, `decimal`, or that of a dataclass, with its fields in order. Nothing that is
read can run: only the classes named by the reader are ever made.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal
from types import NoneType

_SIMPLE: dict[str, Callable[[str], object]] = {
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
    "decimal": Decimal,
}
_PLAIN = frozenset((NoneType, bool, int, float, str))


class CodingError(Exception):
    """A value that cannot be written, or a text that nobody here has written."""


class Coding:
    """Writes and reads values of plain types and of the dataclasses given, whose names must differ."""

    def __init__(self, classes: Iterable[type]) -> None:
        self._classes = {made.__name__: (made, tuple(part.name for part in fields(made))) for made in classes}

    def write(self, value: object) -> str:
        """The value as text, in ASCII; equal values give equal texts. Raises CodingError for a type unknown here."""
        try:
            return json.dumps(self._coded(value), separators=(",", ":"))
        except ValueError as error:  # a whole number of more digits than Python prints
            raise CodingError(str(error)) from error

    def read(self, text: str) -> object:
        """The value again. Raises CodingError."""
        try:
            return self._value(json.loads(text))
        except (ValueError, TypeError, KeyError, ArithmeticError, RecursionError) as error:
            raise CodingError(type(error).__name__) from error

    def _coded(self, value: object) -> object:
        if type(value) in _PLAIN:
            return value
        if isinstance(value, list):
            return value if set(map(type, value)) <= _PLAIN else [self._coded(entry) for entry in value]
        name, content = self._named(value)
        return {name: content}

    def _named(self, value: object) -> tuple[str, object]:
        """The name and content of the object that a value becomes."""
        kind = type(value)
        made, names = self._classes.get(kind.__name__, (None, ()))
        if made is kind:
            return kind.__name__, [self._coded(getattr(value, name)) for name in names]
        if kind is tuple and isinstance(value, tuple):
            return "tuple", self._coded(list(value))
        if kind is dict and isinstance(value, dict):
            return "dict", [[self._coded(name), self._coded(entry)] for name, entry in value.items()]
        if kind in (date, datetime) and isinstance(value, date):
            return kind.__name__, value.isoformat()
        if isinstance(value, Decimal):
            return "decimal", str(value)
        raise CodingError(kind.__name__)

    def _value(self, coded: object) -> object:
        if isinstance(coded, list):
            return coded if set(map(type, coded)) <= _PLAIN else [self._value(entry) for entry in coded]
        if not isinstance(coded, dict):
            return coded
        ((name, content),) = coded.items()
        if name in _SIMPLE:
            return _SIMPLE[name](content)
        entries = self._list(content)
        if name in ("tuple", "dict"):
            return tuple(entries) if name == "tuple" else dict(map(self._pair, entries))
        made, names = self._classes[name]
        return made(**dict(zip(names, entries, strict=True)))

    def _list(self, coded: object) -> list[object]:
        if not isinstance(coded, list):
            raise TypeError(coded)
        return [self._value(entry) for entry in coded]

    @staticmethod
    def _pair(entry: object) -> tuple[object, object]:
        if not isinstance(entry, list):
            raise TypeError(entry)
        name, content = entry
        return name, content
