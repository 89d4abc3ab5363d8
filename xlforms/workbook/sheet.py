"""Paints one sheet of the plan."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from xlforms.layout.plan import AnswerCell, SheetPlan
from xlforms.workbook.contents import Contents
from xlforms.workbook.formats import Formats
from xlforms.workbook.guard import accept, unformatted
from xlforms.workbook.heights import heights_of
from xlforms.workbook.identity import write_anchors
from xlforms.workbook.printing import set_up_printing
from xlforms.workbook.protection import protect
from xlforms.workbook.slots import text_of
from xlforms.workbook.validations import validate_answers

_TALL_POINTS = 45.0  # rows taller than three lines have their texts at the top, others in the middle


def write_sheet(
    worksheet: Any, sheet: SheetPlan, contents: Contents, formats: Formats, lists: Mapping[tuple[str, ...], str]
) -> None:
    """Sizes, texts, answers, rules, anchors, printing and protection of a sheet; formulas are written apart."""
    for column, width in enumerate(sheet.widths):
        accept(sheet.name, "", worksheet.set_column, column, column, width)
    heights = heights_of(sheet, contents)
    for row, height in enumerate(heights):
        accept(sheet.name, "", worksheet.set_row, row, height, None, {} if height else {"hidden": True})
    answer_rows = {cell.row for cell in sheet.answers}
    beside_plan = {cell.row for cell in sheet.printed} & {cell.row for cell in sheet.answers if cell.multiline}
    top_rows = {row for row in answer_rows if heights[row] > _TALL_POINTS} | beside_plan
    _write_texts(worksheet, sheet, contents, formats, top_rows)
    for cell in sheet.answers:
        _write_answer(worksheet, sheet, cell, contents, formats, top=cell.row in top_rows)
    validate_answers(worksheet, sheet, lists, contents.locked)
    write_anchors(worksheet, sheet, contents, formats)
    set_up_printing(worksheet, sheet, contents, one_page=bool(sheet.counts))
    worksheet.hide_gridlines(2)
    worksheet.freeze_panes(*sheet.freeze)
    first = next((cell for cell in sheet.answers if cell.item.name not in contents.locked), None)
    if first is not None:
        worksheet.set_selection(first.row, first.column, first.row, first.column)
    protect(worksheet)


def _write_texts(worksheet: Any, sheet: SheetPlan, contents: Contents, formats: Formats, top_rows: set[int]) -> None:
    for cell in (*sheet.fixed, *sheet.aside):
        text, look = text_of(cell, contents), formats.fixed(cell, top=cell.row in top_rows)
        span = (cell.row, cell.column, cell.last_row, cell.last_column)
        if (cell.row, cell.column) != (cell.last_row, cell.last_column):
            accept(sheet.name, "", worksheet.merge_range, *span, "", look)
        if not text:
            accept(sheet.name, "", worksheet.write_blank, cell.row, cell.column, None, look)
        elif cell.role == "column_number":
            accept(sheet.name, "", worksheet.write_number, cell.row, cell.column, int(text), look)
        else:
            accept(sheet.name, "", worksheet.write_string, cell.row, cell.column, unformatted(text), look)


def _write_answer(
    worksheet: Any, sheet: SheetPlan, cell: AnswerCell, contents: Contents, formats: Formats, *, top: bool
) -> None:
    item, row, column = cell.item, cell.row, cell.column
    fill = "prefilled" if item.name in contents.locked else "required" if item.required else "input"
    look = formats.answer(item.type, fill, top=top, on_card=not item.row)
    if cell.last_column > column:
        accept(sheet.name, item.name, worksheet.merge_range, row, column, row, cell.last_column, "", look)
    value = contents.values.get(item.name)
    if value is None:
        accept(sheet.name, item.name, worksheet.write_blank, row, column, None, look)
    elif isinstance(value, date):
        accept(sheet.name, item.name, worksheet.write_datetime, row, column, value, look)
    elif isinstance(value, int | float):
        accept(sheet.name, item.name, worksheet.write_number, row, column, value, look)
    else:
        accept(sheet.name, item.name, worksheet.write_string, row, column, unformatted(str(value)), look)
