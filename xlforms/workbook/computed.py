"""Writes computed cells: a formula, and the value that it has for the answers already in the workbook."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from xlforms.layout.plan import SheetPlan
from xlforms.workbook.contents import Contents
from xlforms.workbook.formats import Formats
from xlforms.workbook.guard import accept


def write_computed(
    worksheet: Any, sheet: SheetPlan, contents: Contents, formats: Formats, formulas: Mapping[str, str]
) -> None:
    """Writes the computed cells of a sheet, grey and locked, each with its right stored value."""
    for cell in sheet.computed:
        name = cell.item.name
        look = formats.answer(cell.item.type, "computed", top=False, on_card=not cell.item.row)
        value = contents.computed.get(name, "")
        if cell.last_column > cell.column:
            span = (cell.row, cell.column, cell.row, cell.last_column)
            accept(sheet.name, name, worksheet.merge_range, *span, "", look)
        accept(sheet.name, name, worksheet.write_formula, cell.row, cell.column, formulas[name], look, value)
