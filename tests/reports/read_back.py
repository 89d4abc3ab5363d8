"""Reads summary.xlsx back, as rows of values by sheet, with an independent reader."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from xlforms.consolidation.summary import Summary
from xlforms.reports.summary_workbook import write_summary


def written(summary: Summary) -> bytes:
    """The bytes of summary.xlsx."""
    target = BytesIO()
    write_summary(summary, target)
    return target.getvalue()


def opened(summary: Summary) -> Any:
    """The workbook, as openpyxl opens it."""
    return load_workbook(BytesIO(written(summary)))


def rows_of(worksheet: Any, first: int = 1) -> list[tuple[object, ...]]:
    """The values of a sheet from a row on (counted from 1), rows without any left out."""
    rows = worksheet.iter_rows(min_row=first, values_only=True)
    return [tuple(row) for row in rows if any(value is not None for value in row)]


def block_rows(worksheet: Any, heading: str) -> list[tuple[object, ...]]:
    """The rows of one block of a «Свод …» sheet without the empty column A: from its dark heading to the next one."""
    found: list[tuple[object, ...]] = []
    inside = False
    for row in worksheet.iter_rows(min_row=5):
        dark = row[1].fill.fgColor.rgb == "FF1F2A37"
        if dark:
            inside = str(row[1].value).startswith(heading)
        elif inside and any(cell.value is not None for cell in row):
            found.append(tuple(cell.value for cell in row[1:]))
    return found
