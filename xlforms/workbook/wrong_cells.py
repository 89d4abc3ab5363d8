"""How many answers of a workbook are no numbers, as its own hidden counters count them, and the writing of these."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from xlforms.expressions.excel_numbers import SERIAL_ZERO
from xlforms.layout.plan import NumberRun, SheetPlan
from xlforms.workbook.contents import Contents
from xlforms.workbook.formats import Formats
from xlforms.workbook.guard import accept
from xlforms.workbook.number_runs import WHOLE_TOLERANCE, bounds, run_formula


def write_number_runs(worksheet: Any, sheet: SheetPlan, contents: Contents, formats: Formats) -> None:
    """Writes the hidden counters of a sheet with their stored values."""
    look = formats.check("hidden")
    for run in sheet.number_runs:
        value = _wrong_in(run, contents.values)
        accept(sheet.name, "", worksheet.write_formula, run.row, run.column, run_formula(run), look, value)


def wrong_cells(contents: Contents) -> int:
    """How many numbers and dates of a workbook are none, as its own counters count them."""
    return sum(wrong_on(sheet, contents) for sheet in contents.plan.sheets)


def wrong_on(sheet: SheetPlan, contents: Contents) -> int:
    """The same for one sheet."""
    return sum(_wrong_in(run, contents.values) for run in sheet.number_runs)


def _wrong_in(run: NumberRun, values: Mapping[str, object]) -> int:
    """What the formula of the run gives for these answers."""
    item = run.members[0].item
    low, high = bounds(item)
    texts = outside = fractions = 0
    for cell in run.members:
        value = values.get(cell.item.name)
        if value is None:
            continue
        number = _number(value)
        if number is None:
            texts += 1
        elif not low <= number <= high:
            outside += 1
        elif item.whole and abs(number - round(number)) > WHOLE_TOLERANCE * (1 + abs(number)):
            fractions += 1
    return texts + outside + (0 if texts else fractions)


def _number(value: object) -> float | None:
    """The number that a written cell holds."""
    if isinstance(value, date):
        return float(value.toordinal() - SERIAL_ZERO)
    return float(value) if isinstance(value, int | float) else None
