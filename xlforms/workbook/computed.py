"""Writes computed cells: a formula, and the value that it has for the answers already in the workbook."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from xlforms.errors import ExpressionError, GenerationError
from xlforms.expressions.location import Location
from xlforms.expressions.nodes import Reference
from xlforms.expressions.to_excel import to_excel
from xlforms.layout.plan import Formula, Plan, SheetPlan
from xlforms.workbook.contents import Contents
from xlforms.workbook.formats import Formats
from xlforms.workbook.guard import accept
from xlforms.workbook.locations import Places, locations_of


def excel_formulas(plan: Plan) -> dict[str, str]:
    """The Excel formula of every computed item, with its «=».

    Raises GenerationError for one that is more than Excel takes.
    """
    places = plan.cells()
    return {formula.item: _excel_formula(formula, places) for formula in plan.formulas}


def _excel_formula(formula: Formula, places: Places) -> str:
    here, names = places[formula.item][0], dict(formula.names)

    def locate(reference: Reference) -> list[Location]:
        return locations_of(names[reference.path], places, here)

    try:
        return "=" + to_excel(formula.node, locate)
    except ExpressionError as error:
        raise GenerationError("workbook-formula", sheet=here.name, item=formula.item, detail=str(error)) from error


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
