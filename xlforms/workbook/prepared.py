"""What all workbooks of a form and a round share, made once: formulas, colours, the verdicts of a blank form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from xlforms.layout.plan import Plan
from xlforms.workbook.answers import Answers
from xlforms.workbook.colour_rules import ColourRule, colour_rules
from xlforms.workbook.computed_formulas import excel_formulas
from xlforms.workbook.needs import missing_items, need_formulas
from xlforms.workbook.verdict_formulas import verdict_formulas
from xlforms.workbook.verdict_values import ShownVerdict, verdict_values


@dataclass(frozen=True, slots=True)
class Consequences:
    """What follows from the answers of a workbook: computed items that have a value, verdicts by the id of the rule's
    instance, and the items that are missing because of other answers."""

    computed: Mapping[str, float | str]
    verdicts: Mapping[str, ShownVerdict]
    needed: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """`computed` and `needs` are formulas by item, `verdicts` by the id of the rule's instance; `colours` are those of
    each sheet, by its name. `looked_at` are the items that formulas depend on: without them all is as
    in a `blank` form."""

    computed: Mapping[str, str]
    verdicts: Mapping[str, str]
    needs: Mapping[str, str]
    colours: Mapping[str, tuple[ColourRule, ...]]
    looked_at: frozenset[str]
    blank: Consequences


@lru_cache(maxsize=16)
def prepared(plan: Plan, year: int | None) -> Prepared:
    """What the workbooks of a plan share; `year` is that of the collection.

    Raises GenerationError for a formula that is more than Excel takes.
    """
    names = [pair for check in plan.checks for pair in check.instance.names]
    conditions = [need.condition for sheet in plan.sheets for need in sheet.needs]
    names += [pair for formula in (*plan.formulas, *conditions) for pair in formula.names]
    explanations = [check.instance.explanation for check in plan.checks]
    return Prepared(
        computed=excel_formulas(plan),
        verdicts=verdict_formulas(plan, year),
        needs=need_formulas(plan),
        colours={sheet.name: tuple(colour_rules(sheet, plan)) for sheet in plan.sheets},
        looked_at=frozenset([item for _, items in names for item in items] + explanations),
        blank=consequences(plan, {}, year),
    )


def consequences(plan: Plan, values: Mapping[str, object], year: int | None) -> Consequences:
    """What follows from answers by item name; `year` is that of the collection."""
    answers = Answers(plan, values)
    return Consequences(answers.computed(), verdict_values(plan, answers, year), missing_items(plan, answers))
