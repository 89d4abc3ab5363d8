"""Answers that are missing because of other answers: the hidden formulas, and what they show at generation."""

from __future__ import annotations

from xlforms.errors import ExpressionError, GenerationError
from xlforms.expressions.evaluate import Operand, Verdict, evaluate
from xlforms.expressions.location import Location
from xlforms.expressions.nodes import Reference
from xlforms.expressions.semantics import Outcome
from xlforms.expressions.to_excel import verdict_to_excel
from xlforms.layout.plan import Formula, Plan
from xlforms.workbook.answers import Answers
from xlforms.workbook.locations import Places, locations_of


def need_formulas(plan: Plan) -> dict[str, str]:
    """The Excel formula of every need, with its «=», by the item that may be missing: 1 when it is, else 0.

    Raises GenerationError for one that is more than Excel takes.
    """
    places = plan.cells()
    return {
        need.condition.item: _formula(need.condition, places) for sheet in plan.sheets for need in sheet.needs
    }  # fmt: skip


def missing_items(plan: Plan, answers: Answers) -> frozenset[str]:
    """The items that are missing from a submission because of its other answers."""
    conditions = (need.condition for sheet in plan.sheets for need in sheet.needs)
    return frozenset(condition.item for condition in conditions if _holds(condition, answers))


def _formula(condition: Formula, places: Places) -> str:
    here, names = places[condition.item][0], dict(condition.names)

    def locate(reference: Reference) -> list[Location]:
        return locations_of(names[reference.path], places, here)

    try:
        return f"=IF({verdict_to_excel(condition.node, locate)}={int(Outcome.PASSED)},1,0)"
    except ExpressionError as error:
        raise GenerationError("workbook-formula", sheet=here.name, item=condition.item, detail=str(error)) from error


def _holds(condition: Formula, answers: Answers) -> bool:
    names = dict(condition.names)

    def resolve(reference: Reference) -> list[Operand]:
        return [answers.operand(name) for name in names[reference.path]]

    found = evaluate(condition.node, resolve, 1)
    return isinstance(found, Verdict) and bool(found.outcomes[0] == Outcome.PASSED)
