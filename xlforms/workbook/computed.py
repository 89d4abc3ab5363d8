"""Writes computed cells: a formula, and the value that it has for the answers already in the workbook."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from xlforms.expressions.to_excel import to_excel
from xlforms.layout.plan import Plan, SheetPlan
from xlforms.workbook.contents import Contents
from xlforms.workbook.formats import Formats
from xlforms.workbook.guard import accept
from xlforms.workbook.locations import locations_of


def excel_formulas(plan: Plan) -> dict[str, str]:
    """The Excel formula of every computed item, with its «=»."""
    places, found = plan.cells(), {}
    for formula in plan.formulas:
        here, names = places[formula.item][0], dict(formula.names)
        found[formula.item] = "=" + to_excel(
            formula.node, lambda reference, names=names, here=here: locations_of(names[reference.path], places, here)
        )
    return found


def write_computed(
    worksheet: Any, sheet: SheetPlan, contents: Contents, formats: Formats, formulas: Mapping[str, str]
) -> None:
    """Writes the computed cells of a sheet, grey and locked, each with its right stored value."""
    for cell in sheet.computed:
        name = cell.item.name
        look = formats.answer(cell.item.type, "computed", top=False, wrap=False)
        value = contents.computed.get(name, "")
        if cell.last_column > cell.column:
            span = (cell.row, cell.column, cell.row, cell.last_column)
            accept(sheet.name, name, worksheet.merge_range, *span, "", look)
        accept(sheet.name, name, worksheet.write_formula, cell.row, cell.column, formulas[name], look, value)
