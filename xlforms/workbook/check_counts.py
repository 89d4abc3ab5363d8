"""What is wrong: the counters of the sheet «Проверка» and where they stand. Errors are hard rules that fail and answers
that are no numbers."""

from __future__ import annotations

from xlforms.layout.check_cells import KIND, CheckCount
from xlforms.layout.place import cell_name, quoted_sheet
from xlforms.layout.plan import Plan
from xlforms.workbook.contents import Contents
from xlforms.workbook.number_runs import wrong_cells_formula
from xlforms.workbook.verdict_values import ERROR, EXPLAINED, QUESTION
from xlforms.workbook.wrong_cells import wrong_cells

STATES: dict[CheckCount, int] = {"errors": ERROR, "questions": QUESTION, "explained": EXPLAINED}


def count_of(contents: Contents, count: CheckCount) -> int:
    """How many verdicts of a workbook are in the state that is counted; among errors how many cells are no numbers."""
    verdicts = sum(verdict.state == STATES[count] for verdict in contents.verdicts.values())
    return verdicts + (wrong_cells(contents) if count == "errors" else 0)


def count_address(plan: Plan, count: CheckCount) -> str:
    """The cell of a counter, with its sheet; in a form without rules the count itself."""
    if plan.check_sheet is None:
        return wrong_cells_formula(plan) if count == "errors" else "0"
    row = dict(plan.check_sheet.counts)[count]
    return f"{quoted_sheet(plan.check_sheet.name)}!{cell_name(row, KIND, absolute=True)}"
