"""Row heights of one workbook: those of the plan, more where texts known only now need it, none where there is none."""

from __future__ import annotations

from collections.abc import Iterator

from xlforms.layout.limits import BODY_POINTS, MAX_ROW_POINTS
from xlforms.layout.plan import SheetPlan
from xlforms.layout.text_size import column_pixels, line_count, row_points
from xlforms.workbook.contents import Contents
from xlforms.workbook.slots import text_of


def heights_of(sheet: SheetPlan, contents: Contents) -> list[float]:
    """The height of every row in points; 0 hides a row whose slot has nothing to say in this workbook."""
    heights = list(sheet.heights)
    for row, column, last_column, text, bold in _late_texts(sheet, contents):
        if not text:
            heights[row] = 0.0
            continue
        pixels = sum(column_pixels(width) for width in sheet.widths[column : last_column + 1])
        needed = row_points(line_count(text, pixels, BODY_POINTS, bold=bold, indent=1), BODY_POINTS)
        heights[row] = min(max(heights[row], needed), MAX_ROW_POINTS)
    return heights


def _late_texts(sheet: SheetPlan, contents: Contents) -> Iterator[tuple[int, int, int, str, bool]]:
    """Row, first and last column, text and boldness of what the round, the unit or earlier answers supply."""
    for cell in sheet.fixed:
        if cell.slot:
            yield cell.row, cell.column, cell.last_column, text_of(cell, contents), True
    for answer in sheet.answers:
        value = contents.values.get(answer.item.name)
        if isinstance(value, str):
            yield answer.row, answer.column, answer.last_column, value, answer.item.name in contents.locked
