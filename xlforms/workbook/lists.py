"""The hidden sheet `_lists`: each distinct list of choices once, in a column of its own."""

from __future__ import annotations

from typing import Any

from xlforms.layout.place import quoted_sheet, range_name
from xlforms.layout.plan import Plan
from xlforms.workbook.book import FormBook
from xlforms.workbook.guard import accept
from xlforms.workbook.protection import protect

SHEET = "_lists"


def list_ranges(plan: Plan) -> dict[tuple[str, ...], str]:
    """Where each list of choices of a form stands, «'_lists'!$A$2:$A$9»; in the order of first use."""
    distinct = dict.fromkeys(item.choices for item in plan.items if item.choices)
    return {
        choices: f"{quoted_sheet(SHEET)}!{range_name(1, column, len(choices), column)}"
        for column, choices in enumerate(distinct)
    }


def write_lists(book: FormBook, choices: list[tuple[str, ...]], key_format: Any) -> None:
    """Adds the sheet; nothing when the form has no lists."""
    if not choices:
        return
    worksheet = book.add_sheet(SHEET)
    for column, entries in enumerate(choices):
        accept(SHEET, "", worksheet.write_string, 0, column, f"list{column + 1}", key_format)
        for row, entry in enumerate(entries, start=1):
            accept(SHEET, "", worksheet.write_string, row, column, entry, key_format)
    protect(worksheet)
    worksheet.hide()
