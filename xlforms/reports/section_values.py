"""What the totals show in the place of each answer, for the region and each municipality."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np

from xlforms.consolidation.column_statistics import Number
from xlforms.consolidation.counted import Mask
from xlforms.consolidation.summary import FormSummary, Summary
from xlforms.consolidation.totals import REGION
from xlforms.definitions.items import Item
from xlforms.expressions.semantics import State
from xlforms.intake.values import raw_text
from xlforms.messages import counted, say

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Shown:
    """What one cell shows: a number or a text (NOTHING when nobody answered), and whether answers were left out.

    `n` is the number of units that it covers.
    """

    value: Number | str
    star: bool
    n: int = 0


class SectionValues:
    """The totals of one form, ready to be looked up by item and municipality (REGION: the whole region)."""

    def __init__(self, summary: Summary, form: FormSummary) -> None:
        self._form = form
        self._groups = {name: number for number, name in enumerate(summary.municipalities)}
        self._rows = [
            np.array([self._groups[summary.municipality(file.unit)] for file in version.files], dtype=np.intp)
            for version in form.versions
        ]
        self._totals = {
            (item, municipality, statistic): value for _, item, municipality, statistic, value in form.totals
        }
        self._counts: dict[tuple[str, ...], dict[str, int]] = {}
        self._left_out: dict[str, dict[str, None]] = {}
        self._starred: dict[str, set[str]] = {}
        self._municipality = summary.municipality

    def shown(self, item: Item, municipality: str) -> Shown:
        """What stands in the place of an item."""
        if item.personal:
            return Shown(say("report-personal"), star=False, n=self.answered([item], municipality))
        star = municipality in self._places_left_out(item)
        if item.computed:
            n = self._totals.get((item.name, municipality, "n")) or 0
            return Shown(self._computed(item, municipality), star, int(n))
        return Shown(self._value(item, municipality), star, self.answered([item], municipality))

    def left_out(self, item: Item) -> dict[str, None]:
        """The codes of the units whose answer to an item was not counted, or cannot be computed of what counts."""
        if item.name not in self._left_out:
            units: dict[str, None] = {}
            for version in self._form.versions:
                asked = version.dataset.items.get(item.name)
                if asked is not None and item.name in version.counted and not item.personal:
                    found = version.dataset.computed(asked) if asked.computed else version.dataset.column(item.name)
                    given = found.states == State.VALUE if asked.computed else found.states != State.BLANK
                    wrong = np.flatnonzero(given & ~version.counted[item.name])
                    units |= dict.fromkeys(version.files[row].unit for row in wrong.tolist())
            self._left_out[item.name] = units
        return self._left_out[item.name]

    def answered(self, items: Iterable[Item], municipality: str) -> int:
        """How many units gave a counted answer to any of the items."""
        names = tuple(item.name for item in items if not item.computed)
        if names not in self._counts:
            masks = []
            for version in self._form.versions:
                any_of = np.zeros(len(version.files), dtype=bool)
                for name in names:
                    if name in version.counted:
                        any_of |= version.counted[name]
                masks.append(any_of)
            self._counts[names] = self._by_group(masks)
        return self._counts[names][municipality]

    def _computed(self, item: Item, municipality: str) -> Number | str:
        if item.nature == "choice":
            return self._choices(item, municipality) or NOTHING
        found = (self._totals.get((item.name, municipality, statistic)) for statistic in ("computed", "median"))
        return next((value for value in found if value is not None), NOTHING)

    def _choices(self, item: Item, municipality: str) -> str:
        counts = {choice: self._total(item, municipality, f"count:{choice}") for choice in item.choices}
        return "\n".join(f"{choice}\u00a0— {count}" for choice, count in counts.items() if count)

    def _value(self, item: Item, municipality: str) -> Number | str:
        count = self.answered([item], municipality)
        if not count:
            return NOTHING
        if item.nature == "text":
            return counted(count, *say("report-answers").split("|"))
        if item.nature == "date":
            return self._days(item, municipality)
        if item.nature == "choice":
            return self._choices(item, municipality)
        if item.type == "year":
            first, last = (self._total(item, municipality, statistic) for statistic in ("min", "max"))
            return f"{first}" if first == last else f"{first}–{last}"
        value = self._total(item, municipality, "sum" if item.summed else "median")
        return NOTHING if value is None else value

    def _total(self, item: Item, municipality: str, statistic: str) -> Number | None:
        return self._totals[item.name, municipality, statistic]

    def _days(self, item: Item, municipality: str) -> str:
        days: list[float] = []
        for version, groups in zip(self._form.versions, self._rows, strict=True):
            if item.name in version.counted:
                mask = version.counted[item.name]
                if municipality != REGION:
                    mask = mask & (groups == self._groups[municipality])
                days.extend(version.dataset.column(item.name).values[mask].tolist())
        first, last = (raw_text(date.fromordinal(int(day))) for day in (min(days), max(days)))
        return first if first == last else f"{first}–{last}"

    def _places_left_out(self, item: Item) -> set[str]:
        """The municipalities that have such units, the region with them."""
        if item.name not in self._starred:
            units = self.left_out(item)
            self._starred[item.name] = {self._municipality(unit) for unit in units} | ({REGION} if units else set())
        return self._starred[item.name]

    def _by_group(self, masks: Iterable[Mask]) -> dict[str, int]:
        """How many submissions of the masks belong to the region and to each municipality."""
        found = np.zeros(len(self._groups), dtype=np.intp)
        for mask, groups in zip(masks, self._rows, strict=True):
            found += np.bincount(groups[mask], minlength=len(self._groups))
        return dict(zip(self._groups, found.tolist(), strict=True)) | {REGION: int(found.sum())}
