"""How many rules fail: the counters of the sheet «Проверка» and where they stand."""

from __future__ import annotations

from xlforms.layout.check_cells import KIND, CheckCount
from xlforms.layout.place import cell_name, quoted_sheet
from xlforms.layout.plan import Plan
from xlforms.workbook.contents import Contents
from xlforms.workbook.verdict_values import ERROR, EXPLAINED, QUESTION

STATES: dict[CheckCount, int] = {"errors": ERROR, "questions": QUESTION, "explained": EXPLAINED}


def count_of(contents: Contents, count: CheckCount) -> int:
    """How many verdicts of a workbook are in the state that is counted."""
    return sum(verdict.state == STATES[count] for verdict in contents.verdicts.values())


def count_address(plan: Plan, count: CheckCount) -> str:
    """The cell of a counter, with its sheet; «0» in a form without rules."""
    if plan.check_sheet is None:
        return "0"
    row = dict(plan.check_sheet.counts)[count]
    return f"{quoted_sheet(plan.check_sheet.name)}!{cell_name(row, KIND, absolute=True)}"
