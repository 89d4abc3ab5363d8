"""Writes the verdicts beside rows, and the hidden cells that tell a sheet of verdicts elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from xlforms.layout.check_cells import STATE, CheckCell
from xlforms.layout.place import cell_name, quoted_sheet
from xlforms.layout.plan import SheetPlan
from xlforms.workbook.contents import Contents
from xlforms.workbook.formats import Formats
from xlforms.workbook.gathered import write_gathered
from xlforms.workbook.guard import accept
from xlforms.workbook.wrong_cells import write_number_runs


def write_verdicts(
    worksheet: Any, sheet: SheetPlan, contents: Contents, formats: Formats, formulas: Mapping[str, str]
) -> None:
    """Writes everything right of the printed columns of a sheet but its texts."""
    first = sheet.last_column + 1
    for column, width in enumerate(sheet.aside_widths, start=first):
        options = {} if width else {"hidden": True}
        accept(sheet.name, "", worksheet.set_column, column, column, width or None, None, options)
    look = formats.check("verdict")
    for check in contents.plan.checks:
        if check.sheet == sheet.name and check.row != check.line:
            write_verdict(worksheet, check, contents, formulas, look)
    write_gathered(worksheet, sheet, contents, formats)
    _write_marks(worksheet, sheet, contents, formats)
    _write_needs(worksheet, sheet, contents, formats)
    write_number_runs(worksheet, sheet, contents, formats)


def write_verdict(worksheet: Any, check: CheckCell, contents: Contents, formulas: Mapping[str, str], look: Any) -> None:
    """Writes one verdict with its stored text."""
    name = check.instance.id
    if check.last_column > check.column:
        span = (check.row, check.column, check.row, check.last_column)
        accept(check.sheet, name, worksheet.merge_range, *span, "", look)
    text = contents.verdicts[name].text
    accept(check.sheet, name, worksheet.write_formula, check.row, check.column, formulas[name], look, text)


def _write_marks(worksheet: Any, sheet: SheetPlan, contents: Contents, formats: Formats) -> None:
    plan, look = contents.plan, formats.check("hidden")
    lines = {check.line: contents.verdicts[check.instance.id].state for check in plan.checks}
    for mark in sheet.marks:
        assert plan.check_sheet is not None
        formula = f"={quoted_sheet(plan.check_sheet.name)}!{cell_name(mark.line, STATE, absolute=True)}"
        accept(sheet.name, "", worksheet.write_formula, mark.row, mark.column, formula, look, lines[mark.line])


def _write_needs(worksheet: Any, sheet: SheetPlan, contents: Contents, formats: Formats) -> None:
    """Writes the hidden cells that tell which answers are missing because of others."""
    look = formats.check("hidden")
    for need in sheet.needs:
        item = need.condition.item
        formula, value = contents.prepared.needs[item], int(item in contents.needed)
        accept(sheet.name, item, worksheet.write_formula, need.row, need.column, formula, look, value)
