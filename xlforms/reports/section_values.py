"""What the totals show in the place of each answer, for the region and each municipality."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from xlforms.consolidation.column_statistics import Number
from xlforms.consolidation.counted import Mask
from xlforms.consolidation.summary import FormSummary, Summary
from xlforms.consolidation.totals import REGION
from xlforms.definitions.item_types import ITEM_TYPES
from xlforms.definitions.items import Item
from xlforms.expressions.semantics import State
from xlforms.intake.values import raw_text
from xlforms.messages import counted, say

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Shown:
    """What one cell shows: a number or a text (NOTHING when nobody answered), and whether answers were left out."""

    value: Number | str
    star: bool


class SectionValues:
    """The totals of one form, ready to be looked up by item and municipality (REGION: the whole region)."""

    def __init__(self, summary: Summary, form: FormSummary) -> None:
        self._form = form
        self._groups = {name: number for number, name in enumerate(summary.municipalities)}
        self._rows = [
            np.array([self._groups[summary.municipality(file.unit)] for file in version.files], dtype=np.intp)
            for version in form.versions
        ]
        self._totals: dict[tuple[str, str], dict[str, Number | None]] = defaultdict(dict)
        for total in form.totals:
            self._totals[total.item, total.municipality][total.statistic] = total.value
        self._counts: dict[str, npt.NDArray[np.intp]] = {}
        self._left_out: dict[str, npt.NDArray[np.intp]] = {}

    def shown(self, item: Item, municipality: str) -> Shown:
        """What stands in the place of an item."""
        if item.personal:
            return Shown(say("report-personal"), star=False)
        if item.computed:
            value = self._totals[item.name, municipality].get("computed")
            return Shown(NOTHING if value is None else value, star=False)
        star = bool(self._number(self._excluded(item), municipality))
        return Shown(self._value(item, municipality), star)

    def answered(self, items: Iterable[Item], municipality: str) -> int:
        """How many units gave a counted answer to any of the items."""
        names = [item.name for item in items if not item.computed]
        key = "\n".join(names)
        if key not in self._counts:
            masks = []
            for version in self._form.versions:
                any_of = np.zeros(len(version.files), dtype=bool)
                for name in names:
                    if name in version.counted:
                        any_of |= version.counted[name]
                masks.append(any_of)
            self._counts[key] = self._by_group(masks)
        return self._number(self._counts[key], municipality)

    def _value(self, item: Item, municipality: str) -> Number | str:
        count = self.answered([item], municipality)
        if not count:
            return NOTHING
        if item.nature == "text":
            return counted(count, *say("report-answers").split("|"))
        if item.nature == "date":
            return self._days(item, municipality)
        totals = self._totals[item.name, municipality]
        if item.nature == "choice":
            return "\n".join(
                f"{choice} — {totals[f'count:{choice}']}" for choice in item.choices if totals[f"count:{choice}"]
            )
        if item.type == "year":
            first, last = totals["min"], totals["max"]
            return f"{first}" if first == last else f"{first}–{last}"
        value = totals["sum" if ITEM_TYPES[item.type].summed else "median"]
        return NOTHING if value is None else value

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

    def _excluded(self, item: Item) -> npt.NDArray[np.intp]:
        if item.name not in self._left_out:
            masks = [
                (version.dataset.column(item.name).states != State.BLANK) & ~version.counted[item.name]
                if item.name in version.counted
                else np.zeros(len(version.files), dtype=bool)
                for version in self._form.versions
            ]
            self._left_out[item.name] = self._by_group(masks)
        return self._left_out[item.name]

    def _by_group(self, masks: Iterable[Mask]) -> npt.NDArray[np.intp]:
        found = np.zeros(len(self._groups), dtype=np.intp)
        for mask, groups in zip(masks, self._rows, strict=True):
            found += np.bincount(groups[mask], minlength=len(self._groups))
        return found

    def _number(self, counts: npt.NDArray[np.intp], municipality: str) -> int:
        return int(counts.sum() if municipality == REGION else counts[self._groups[municipality]])
