"""Verdicts beside rows: how many columns they take right of what is printed, how wide, and how high the rows must be.

Where rows have more verdicts than a person looks through, these are hidden and one column shows what fails of them.

Decided before a sheet is laid out, because a row must be high enough for its verdicts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from types import MappingProxyType

from xlforms.definitions.items import SectionGrid, items_of
from xlforms.definitions.rules import RuleInstance, Side
from xlforms.layout.limits import VERDICT_POINTS
from xlforms.layout.text_size import column_pixels, line_count, row_points

GAP_WIDTH = 2.0
_WIDTHS = {1: 60.0, 2: 48.0}  # more columns are narrow
_NARROW = 34.0
_NUMBER = "0000"  # what a value in a message takes
_TEXT = "слово слово слово"
_MOST_LINES = 4
_MOST_COLUMNS = 4  # that stand side by side
_GATHERED = 72.0  # most messages take one line of it


@dataclass(frozen=True, slots=True)
class Aside:
    """The verdicts of one section: `columns` gives each instance, by its id, the number of its column from 0;
    `texts` gives each row, by its key, the longest texts that its verdicts may show."""

    columns: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def widths(self) -> tuple[float, ...]:
        """The widths of the columns in characters; the first is a gap."""
        if self.gathered:
            return (GAP_WIDTH, _GATHERED, *[0.0] * self._number)
        return (GAP_WIDTH, *[_WIDTHS.get(self._number, _NARROW)] * self._number) if self._number else ()

    @property
    def gathered(self) -> bool:
        """Whether the verdicts are hidden, behind one column that shows what fails."""
        return self._number > _MOST_COLUMNS

    @property
    def shown(self) -> int:
        """How many columns a person sees."""
        return 1 if self.gathered else self._number

    @property
    def first(self) -> int:
        """The first column of verdicts, counted from the gap."""
        return 2 if self.gathered else 1

    def row_points(self, key: str) -> float:
        """The height that the verdicts of a row need; of gathered ones hardly more than two fail at once."""
        if key not in self.texts:
            return 0.0
        pixels = column_pixels(self.widths[1])
        lines = sorted(line_count(text, pixels, VERDICT_POINTS, indent=1) for text in self.texts[key])
        needed = sum(lines[-2:]) if self.gathered else lines[-1]
        return row_points(min(needed, _MOST_LINES), VERDICT_POINTS)

    @property
    def _number(self) -> int:
        return max(self.columns.values(), default=-1) + 1


def asides(sections: Sequence[SectionGrid], rules: Sequence[RuleInstance]) -> dict[str, Aside]:
    """The verdicts beside rows of each section, by its id: those of rules about one row, and of rules about the whole
    form that look at one sheet only. The others stand on the sheet «Проверка».

    A rule keeps one column on all rows of a sheet: the first in which all of its rows are free, rules of many rows
    first, so that they stand nearest.
    """
    keys: dict[str, tuple[str, str]] = {
        item.name: (section.id, f"{item.block}.{item.row or item.column}")
        for section in sections
        for item in items_of((section,))
    }
    groups: dict[tuple[str, str], list[RuleInstance]] = {}
    for instance in rules:
        sheets = {keys[name][0] for name in instance.items}
        if instance.scope == "row" or (instance.scope == "form" and len(sheets) == 1):
            groups.setdefault((keys[instance.anchor][0], instance.rule), []).append(instance)
    taken: dict[str, set[tuple[str, int]]] = {}
    columns: dict[str, dict[str, int]] = {}
    texts: dict[str, dict[str, list[str]]] = {}
    for (section, _), instances in sorted(groups.items(), key=lambda group: -len(group[1])):
        used = taken.setdefault(section, set())
        for number, instance in _placed(instances, keys, used):
            key = keys[instance.anchor][1]
            used.add((key, number))
            columns.setdefault(section, {})[instance.id] = number
            texts.setdefault(section, {}).setdefault(key, []).append(longest_text(instance))
    return {
        section: Aside(found, {key: tuple(lines) for key, lines in texts[section].items()})
        for section, found in columns.items()
    }


def longest_text(instance: RuleInstance) -> str:
    """About what a failed rule shows, with values in the places of its sides."""
    sides = {"text": _TEXT, "date": "00.00.0000"}
    words = (sides.get(word.shown, _NUMBER) if isinstance(word, Side) else word for word in instance.words)
    return "✗ " + "".join(words)


def _placed(
    instances: Sequence[RuleInstance], keys: Mapping[str, tuple[str, str]], used: set[tuple[str, int]]
) -> list[tuple[int, RuleInstance]]:
    """Each instance of one rule with its column; several of them in one row take several columns."""
    found: list[tuple[int, RuleInstance]] = []
    waiting = list(instances)
    start = 0
    while waiting:
        once = {keys[instance.anchor][1]: instance for instance in reversed(waiting)}
        number = next(n for n in count(start) if not any((key, n) in used for key in once))
        found += [(number, instance) for instance in waiting if instance is once[keys[instance.anchor][1]]]
        waiting = [instance for instance in waiting if instance is not once[keys[instance.anchor][1]]]
        start = number + 1
    return found
