"""What all workbooks of a form and a round share, made once: formulas, colours, the verdicts of a blank form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from xlforms.layout.plan import Plan
from xlforms.workbook.answers import Answers
from xlforms.workbook.colour_rules import ColourRule, colour_rules
from xlforms.workbook.computed_formulas import excel_formulas
from xlforms.workbook.verdict_formulas import verdict_formulas
from xlforms.workbook.verdict_values import ShownVerdict, verdict_values


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """`computed` are formulas by item, `verdicts` by the id of the rule's instance; `colours` are those of each sheet,
    by its name. `looked_at` are the items that verdicts depend on: without them the verdicts are `blank`."""

    computed: Mapping[str, str]
    verdicts: Mapping[str, str]
    colours: Mapping[str, tuple[ColourRule, ...]]
    looked_at: frozenset[str]
    blank: Mapping[str, ShownVerdict]


@lru_cache(maxsize=16)
def prepared(plan: Plan, year: int | None) -> Prepared:
    """What the workbooks of a plan share; `year` is that of the collection.

    Raises GenerationError for a formula that is more than Excel takes.
    """
    names = [pair for check in plan.checks for pair in check.instance.names]
    names += [pair for formula in plan.formulas for pair in formula.names]
    explanations = [check.instance.explanation for check in plan.checks]
    return Prepared(
        computed=excel_formulas(plan),
        verdicts=verdict_formulas(plan, year),
        colours={sheet.name: tuple(colour_rules(sheet, plan)) for sheet in plan.sheets},
        looked_at=frozenset([item for _, items in names for item in items] + explanations),
        blank=verdict_values(plan, Answers(plan, {}), year),
    )
