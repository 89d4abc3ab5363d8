"""A sheet that is one list: title, hint, and a table of Excel with a filter, frozen headings and print set-up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from xlforms.layout.limits import SMALL_POINTS, TITLE_POINTS
from xlforms.layout.place import column_letters
from xlforms.layout.text_size import CELL_PADDING, INDENT, column_pixels, line_count, row_points
from xlforms.messages import say
from xlforms.reports.sheet_names import table_name, unique_names
from xlforms.reports.summary_printing import set_up_page
from xlforms.reports.summary_sheet import LINK_LIMIT, SummarySheet
from xlforms.reports.summary_style import SummaryStyles

EXCEL_EPOCH = date(1899, 12, 30).toordinal()
_LETTER = 6.3  # pixels of a letter of 9 points with its share of the room that is lost at line ends
_TALLEST = 15  # lines of a row
_FIRST_ROW = 3


@dataclass(frozen=True, slots=True)
class Linked:
    """A text or number that leads to a place of the workbook («'Лист'!A1»).

    A text has to be short: LibreOffice does not wrap one with a link.
    """

    value: str | int
    place: str


Plain = str | int | float | date | None
Cell = Plain | Linked


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
    printed: int = 0,
) -> None:
    """Writes the list from the first row of the sheet on; `nothing` is said when there are no rows.

    When there are more links than Excel opens on a sheet, the first rows have them, and the hint says so. Only the
    first `printed` columns come on paper (0: all); the others are for filters and for looking things up.
    """
    last, body = len(columns) - 1, list(rows)
    linked = _linked_rows(body)
    if linked < len(body):
        hint = f"{hint} {say('listing-links', rows=linked)}"
    for number, column in enumerate(columns):
        sheet.set_column(number, number, column.width)
    right = (printed or len(columns)) - 1
    pixels = sum(column_pixels(column.width) for column in columns[: right + 1])
    sheet.set_row(0, max(row_points(line_count(title, pixels, TITLE_POINTS, bold=True), TITLE_POINTS), 26))
    sheet.put_merged(0, 0, 0, right, title, styles.look("sheet_title"))
    sheet.set_row(1, row_points(line_count(hint, pixels, SMALL_POINTS), SMALL_POINTS))
    sheet.put_merged(1, 0, 1, right, hint, styles.look("hint"))
    heads = [line_count(column.title, column_pixels(column.width) - 16, SMALL_POINTS, bold=True) for column in columns]
    sheet.set_row(2, max(row_points(max(heads), SMALL_POINTS), 22))
    titles = unique_names([column.title for column in columns])
    for at, row in enumerate(body[:linked], start=_FIRST_ROW):
        for number, value in enumerate(row):
            if isinstance(value, Linked):
                sheet.link_cell(at, number, value.place)
    cells, lines = _columns_of_cells(sheet, styles, columns, body, linked)
    at = _FIRST_ROW
    heights = [row_points(count, SMALL_POINTS) for count in range(_TALLEST + 1)]
    for row_cells, row_lines in zip(cells, lines, strict=True):
        sheet.put_ready(at, row_cells, last)
        sheet.set_height(at, heights[min(row_lines, _TALLEST)])
        at += 1
    if at == _FIRST_ROW:
        for number, name in enumerate(titles):
            sheet.put_text(2, number, name, styles.look("header"))
        sheet.put_merged(3, 0, 3, right, nothing, styles.look("label"))
        sheet.set_row(3, 24)
        at = 4
    else:
        sheet.put_table(2, at - 1, table_name(sheet.name), titles, styles.look("header"))
    sheet.freeze_panes(3, 0)
    set_up_page(sheet, "landscape", (0, 0, at - 1, right), repeat_rows=(2, 2))
    sheet.fit_to_pages(1, 0)


def _linked_rows(rows: Sequence[Sequence[Cell]]) -> int:
    """How many of the first rows may have their links."""
    links = 0
    for number, row in enumerate(rows):
        links += sum(isinstance(value, Linked) for value in row)
        if links > LINK_LIMIT:
            return number
    return len(rows)


def _columns_of_cells(
    sheet: SummarySheet,
    styles: SummaryStyles,
    columns: Sequence[ListColumn],
    rows: Sequence[Sequence[Cell]],
    linked: int,
) -> tuple[list[tuple[str, ...]], list[int]]:
    """The cells of each row as XML, made column by column, and how many lines each row needs.

    Only in the first `linked` rows do cells look like links.
    """
    lines = [1] * len(rows)
    numbers = [str(_FIRST_ROW + 1 + number) for number in range(len(rows))]
    day = f'" s="{styles.look("row_date")}"'  # a day has no hours to show, whatever its column shows
    made = []
    for number, column in enumerate(columns):
        start, end = f'<c r="{column_letters(number)}', f'" s="{styles.look(column.look)}"'
        room = max((column_pixels(column.width) - CELL_PADDING - INDENT) / _LETTER, 1.0)
        given = [row[number] for row in rows]
        values = [value.value if isinstance(value, Linked) else value for value in given]
        looks = [day if type(value) is date else end for value in values]
        if any(type(value) is Linked for value in given):
            link = f'" s="{styles.look(f"{column.look}_link")}"'
            looks[:linked] = [
                link if type(value) is Linked else look for value, look in zip(given[:linked], looks, strict=False)
            ]
        made.append(
            [
                f"{start}{at}{look}{_content(sheet, value)}"
                for at, look, value in zip(numbers, looks, values, strict=True)
            ]
        )
        for place, value in enumerate(values):
            if isinstance(value, str) and len(value) > room:
                parts = value.split("\n") if "\n" in value else (value,)
                needed = sum([int(len(part) / room) + 1 for part in parts])
                lines[place] = max(lines[place], needed)
    return list(zip(*made, strict=True)), lines


def _content(sheet: SummarySheet, value: Plain) -> str:
    """The XML of a cell after its style."""
    if isinstance(value, str):
        return f' t="s"><v>{sheet.text_number(value)}</v></c>' if value else "/>"
    if value is None:
        return "/>"
    return f"><v>{excel_day(value) if isinstance(value, date) else value}</v></c>"


def put_cell(sheet: SummarySheet, row: int, column: int, value: Plain, style: int) -> None:
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
