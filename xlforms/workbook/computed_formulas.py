"""The Excel formulas of computed cells."""

from __future__ import annotations

from xlforms.definitions.item_types import NO, YES
from xlforms.errors import ExpressionError, GenerationError
from xlforms.expressions.location import Location
from xlforms.expressions.nodes import Reference
from xlforms.expressions.to_excel import choice_to_excel, to_excel
from xlforms.layout.plan import Formula, Plan
from xlforms.workbook.locations import Places, locations_of


def excel_formulas(plan: Plan) -> dict[str, str]:
    """The Excel formula of every computed item, with its «=».

    Raises GenerationError for one that is more than Excel takes.
    """
    places = plan.cells()
    return {formula.item: _excel_formula(formula, places) for formula in plan.formulas}


def _excel_formula(formula: Formula, places: Places) -> str:
    here, names = places[formula.item][0], dict(formula.names)
    is_choice = places[formula.item][1].item.nature == "choice"

    def locate(reference: Reference) -> list[Location]:
        return locations_of(names[reference.path], places, here)

    try:
        if is_choice:
            return "=" + choice_to_excel(formula.node, locate, YES, NO)
        return "=" + to_excel(formula.node, locate)
    except ExpressionError as error:
        raise GenerationError("workbook-formula", sheet=here.name, item=formula.item, detail=str(error)) from error
