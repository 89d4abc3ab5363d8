"""A sheet that is one list: title, hint, headings, rows, with a filter, frozen headings and print set-up."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from xlforms.layout.limits import SMALL_POINTS
from xlforms.layout.text_size import CELL_PADDING, INDENT, column_pixels, line_count, row_points
from xlforms.reports.summary_printing import set_up_page
from xlforms.reports.summary_sheet import SummarySheet
from xlforms.reports.summary_style import SummaryStyles

EXCEL_EPOCH = date(1899, 12, 30).toordinal()
_LETTER = 6.9  # pixels of a letter of 9 points with its share of the room that is lost at line ends
_TALLEST = 15  # lines of a row

Cell = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column: its heading, width in characters, and the look of its cells."""

    title: str
    width: float
    look: str = "row_text"


def write_listing(
    sheet: SummarySheet,
    styles: SummaryStyles,
    title: str,
    hint: str,
    columns: Sequence[ListColumn],
    rows: Iterable[Sequence[Cell]],
    *,
    nothing: str,
    orientation: Literal["portrait", "landscape"] = "landscape",
) -> None:
    """Writes the list from the first row of the sheet on; `nothing` is said when there are no rows."""
    last = len(columns) - 1
    for number, column in enumerate(columns):
        sheet.set_column(number, number, column.width)
    pixels = sum(column_pixels(column.width) for column in columns)
    sheet.set_row(0, 26)
    sheet.put_merged(0, 0, 0, last, title, styles.look("sheet_title"))
    sheet.set_row(1, row_points(line_count(hint, pixels, SMALL_POINTS), SMALL_POINTS))
    sheet.put_merged(1, 0, 1, last, hint, styles.look("hint"))
    heads = [line_count(column.title, column_pixels(column.width) - 16, SMALL_POINTS, bold=True) for column in columns]
    sheet.set_row(2, max(row_points(max(heads), SMALL_POINTS), 22))
    for number, column in enumerate(columns):
        sheet.put_text(2, number, column.title, styles.look("header"))
    at = 3
    looks = [styles.look(column.look) for column in columns]
    rooms = [max((column_pixels(column.width) - CELL_PADDING - INDENT) / _LETTER, 1.0) for column in columns]
    for row in rows:
        lines = 1
        for number, value in enumerate(row):
            put_cell(sheet, at, number, value, looks[number])
            if isinstance(value, str) and len(value) > rooms[number]:
                lines = max(lines, sum(math.ceil(max(len(part), 1) / rooms[number]) for part in value.split("\n")))
        sheet.set_row(at, row_points(min(lines, _TALLEST), SMALL_POINTS))
        at += 1
    if at == 3:
        sheet.put_merged(3, 0, 3, last, nothing, styles.look("label"))
        sheet.set_row(3, 24)
        at = 4
    else:
        sheet.autofilter(2, 0, at - 1, last)
    sheet.freeze_panes(3, 0)
    set_up_page(sheet, orientation, (0, 0, at - 1, last), repeat_rows=(2, 2))
    sheet.fit_to_pages(1, 0)


def put_cell(sheet: SummarySheet, row: int, column: int, value: Cell, style: int) -> None:
    """Puts a value by its kind; None leaves an empty cell."""
    if value is None:
        sheet.put_blank(row, column, style)
    elif isinstance(value, str):
        sheet.put_text(row, column, value, style)
    elif isinstance(value, date):
        sheet.put_number(row, column, excel_day(value), style)
    else:
        sheet.put_number(row, column, value, style)


def excel_day(moment: date) -> int | float:
    """The number by which Excel knows a day; a moment has its part of the day after the point."""
    days = moment.toordinal() - EXCEL_EPOCH
    if isinstance(moment, datetime):
        return days + (moment.hour * 3600 + moment.minute * 60 + moment.second) / 86400
    return days
