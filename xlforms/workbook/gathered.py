"""One cell beside a row for several verdicts that stand hidden behind it: what fails, each on a line of its own."""

from __future__ import annotations

from typing import Any

from xlforms.layout.check_cells import Gathered
from xlforms.layout.place import cell_name, range_name
from xlforms.layout.plan import SheetPlan
from xlforms.workbook.contents import Contents
from xlforms.workbook.formats import Formats
from xlforms.workbook.guard import accept
from xlforms.workbook.verdict_formulas import PASSED

_LONGEST = 32_767  # what a cell can hold


def write_gathered(worksheet: Any, sheet: SheetPlan, contents: Contents, formats: Formats) -> None:
    """Writes these cells with their stored texts."""
    look = formats.check("gathered")
    for cell in sheet.gathered:
        text = _text(cell, contents)
        accept(sheet.name, "", worksheet.write_formula, cell.row, cell.column, gathered_formula(cell), look, text)


def gathered_formula(cell: Gathered) -> str:
    """The formula of such a cell: the failed verdicts, or «✓» when one of them passed, or nothing.

    A verdict is empty, «✓», or longer; all of them stand in one row.
    """
    verdicts = [cell_name(cell.row, column) for column in range(cell.first, cell.last + 1)]
    failed = "&".join(f'IF(LEN({verdict})>1,CHAR(10)&{verdict},"")' for verdict in verdicts)
    spanned = range_name(cell.row, cell.first, cell.row, cell.last).replace("$", "")
    passed = f'IF(COUNTIF({spanned},"{PASSED}")>0,"{PASSED}","")'
    return f'=IF(COUNTIF({spanned},"??*")=0,{passed},MID({failed},2,{_LONGEST}))'


def _text(cell: Gathered, contents: Contents) -> str:
    shown = [contents.verdicts[instance].text for instance in cell.instances]
    failed = [text for text in shown if len(text) > 1]
    return "\n".join(failed) if failed else PASSED if PASSED in shown else ""
