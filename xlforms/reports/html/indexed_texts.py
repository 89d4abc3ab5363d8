"""Texts that are told once and then by their numbers."""

from __future__ import annotations

from collections.abc import Iterable


class IndexedTexts:
    """A growing list of different texts; a text that comes again keeps its number."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    @property
    def texts(self) -> list[str]:
        """The texts by their numbers."""
        return list(self._numbers)

    def number(self, text: str) -> int:
        """The number of a text."""
        return self._numbers.setdefault(text, len(self._numbers))

    def numbers(self, values: Iterable[object], wanted: Iterable[object]) -> list[object]:
        """The numbers of values as texts; None for those that are not wanted."""
        return [self.number(str(value)) if counts else None for value, counts in zip(values, wanted, strict=True)]
