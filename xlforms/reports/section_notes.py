"""Under a block of the totals: which units gave answers that were not counted, and where those stand in the form."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from xlforms.definitions.units import Unit
from xlforms.layout.place import cell_name
from xlforms.layout.plan import AnswerCell, SheetPlan
from xlforms.messages import say
from xlforms.reports.section_values import SectionValues


class SectionNotes:
    """The notes of one section; `units` in the order in which they are named."""

    def __init__(self, plan: SheetPlan, values: SectionValues, units: Sequence[Unit]) -> None:
        self._units = units
        self._cells: dict[str, list[str]] = {}
        for cell in sorted((*plan.answers, *plan.computed), key=_place):
            for unit in values.left_out(cell.item):
                self._cells.setdefault(unit, []).append(cell_name(cell.row, cell.column))

    def of_municipality(self, name: str) -> Iterator[str]:
        """What to say of each unit of a municipality (empty: of those that named none) that has something left out."""
        for unit in self._units:
            cells = self._cells.get(unit.unit, [])
            if cells and unit.municipality == name:
                who = say("section-unit", name=unit.name, unit=unit.unit) if unit.name else unit.unit
                yield say("section-left-out", unit=who, cells=", ".join(cells))

    def of_region(self) -> tuple[int, int]:
        """How many units have something left out, and how many cells these are."""
        return len(self._cells), sum(map(len, self._cells.values()))


def note_lines(start: str, parts: Sequence[str], lines: Callable[[str], int], most: int) -> list[str]:
    """`start` and the parts after it as texts of at most `most` lines each, none cut; nothing when there are no parts.

    `lines` tells how many lines a text takes. A single part that is longer stands alone.
    """
    texts: list[str] = []
    for part in parts:
        longer = f"{texts[-1]}; {part}" if texts else f"{start} {part}"
        if texts and lines(longer) > most:
            texts.append(part)
        else:
            texts[-1:] = [longer]
    return texts


def _place(cell: AnswerCell) -> tuple[int, int]:
    return cell.row, cell.column
