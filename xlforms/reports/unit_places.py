"""Where the answers stand on «По школам»: municipality by municipality, so that each has one range of rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from xlforms.consolidation.summary import FormSummary, Summary
from xlforms.consolidation.totals import REGION
from xlforms.definitions.units import Unit
from xlforms.layout.limits import PAGE_PIXELS
from xlforms.layout.place import cell_name, quoted_sheet
from xlforms.layout.text_size import column_pixels
from xlforms.reports.unit_columns import UnitColumn, unit_columns

LEAD = (("unit", "Код", 11.0), ("name", "Школа", 28.0), ("municipality", "Муниципалитет", 20.0),
        ("received_at", "Получено", 13.0), ("completeness", "Заполнено", 11.0), ("hard", "Ошибок", 9.0),
        ("soft", "Вопросов", 10.0))  # fmt: skip
FROZEN = 3  # columns that stay in sight
FIRST_UNIT_ROW = 7
PRINT_SCALE = 60
_SPARE = 0.92  # of the page: LibreOffice draws columns a little wider than Excel
_ROOM = PAGE_PIXELS["landscape"] / PRINT_SCALE * 100 * _SPARE - sum(column_pixels(lead[2]) for lead in LEAD[:FROZEN])


@dataclass(frozen=True)
class UnitPlaces:
    """The sheet `sheet` of one form: a row for each of `units`, a column for each of `columns` behind the LEAD."""

    sheet: str
    units: tuple[Unit, ...]
    columns: tuple[UnitColumn, ...]

    @cached_property
    def rows(self) -> Mapping[str, int]:
        """The row of each unit by its code."""
        return {unit.unit: FIRST_UNIT_ROW + number for number, unit in enumerate(self.units)}

    def answers(self, item: str, municipality: str) -> str:
        """The place of all answers of a municipality to an item (REGION: of the whole region), as a link names it.

        Empty for an item without a column, such as a personal one.
        """
        column, rows = self._columns.get(item), self._blocks.get(municipality)
        if column is None or rows is None:
            return ""
        return f"{self._prefix}{cell_name(rows[0], column)}:{cell_name(rows[1], column)}"

    def answer(self, item: str, unit: str) -> str:
        """The place of one answer; of an item without a column the beginning of the unit's row."""
        return f"{self._prefix}{cell_name(self.rows[unit], self._columns.get(item, 0))}"

    @cached_property
    def _prefix(self) -> str:
        return quoted_sheet(self.sheet) + "!"

    @cached_property
    def _columns(self) -> Mapping[str, int]:
        return {column.item.name: number for number, column in enumerate(self.columns, start=len(LEAD))}

    @cached_property
    def _blocks(self) -> Mapping[str, tuple[int, int]]:
        """The first and the last row of the region and of each municipality."""
        blocks: dict[str, tuple[int, int]] = {}
        for row, unit in enumerate(self.units, start=FIRST_UNIT_ROW):
            first, _ = blocks.get(unit.municipality, (row, row))
            blocks[unit.municipality] = (first, row)
        return blocks | ({REGION: (FIRST_UNIT_ROW, FIRST_UNIT_ROW + len(self.units) - 1)} if self.units else {})


def unit_places(summary: Summary, form: FormSummary, sheet: str) -> UnitPlaces:
    """The places of one form on the sheet of that name."""
    return UnitPlaces(sheet, by_municipality(summary), tuple(unit_columns(form, _ROOM)))


def by_municipality(summary: Summary) -> tuple[Unit, ...]:
    """The units municipality by municipality, each as the register orders them; those that named none come last."""
    order = {name: number for number, name in enumerate(filter(None, summary.municipalities))}
    return tuple(sorted(summary.units, key=lambda unit: order.get(unit.municipality, len(order))))
