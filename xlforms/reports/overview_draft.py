"""The sheet «Обзор» in the making: lines, tables and charts are added from top to bottom, some side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from xlforms.layout.limits import BODY_POINTS, LINE_POINTS, PAGE_PIXELS, PAGE_POINTS, SMALL_POINTS
from xlforms.layout.pages import page_breaks
from xlforms.layout.text_size import column_pixels, line_count, row_points
from xlforms.messages import say
from xlforms.reports.summary_printing import set_up_page
from xlforms.reports.summary_sheet import SummarySheet
from xlforms.reports.summary_style import SummaryStyles

FIRST, LAST = 1, 11
WIDTHS = (1.5, 24.0, 9.6, 7.4, 6.6, 7.0, 7.4, 7.4, 9.6, 8.0, 9.0, 9.8)
_ROW_POINTS = 13.0
_SPARE, _SPARE_HEIGHT = 0.92, 0.97  # LibreOffice draws columns a little wider and rows a little taller than Excel
_SMALLEST = 75  # per cent that can still be read


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell of a table: its value, the name of its look, and how many columns it takes."""

    value: str | int | float
    look: str
    span: int = 1


class OverviewDraft:
    """Rows are numbered from 0; a section that fits on a page is not cut."""

    def __init__(self, book: Any, sheet: SummarySheet, styles: SummaryStyles) -> None:
        self.book, self.sheet, self.styles = book, sheet, styles
        self.row = 0
        self._starts, self._glued = [0], set[int]()
        for column, width in enumerate(WIDTHS):
            sheet.set_column(column, column, width)

    def line(self, text: str, look: str, *, points: float = BODY_POINTS, least: float = LINE_POINTS) -> None:
        """A text over the whole width."""
        lines = line_count(text, pixels(FIRST, LAST), points, bold=points > BODY_POINTS, indent=1)
        self.sheet.put_merged(self.row, FIRST, self.row, LAST, text, self.styles.look(look))
        self.sheet.set_row(self.row, max(row_points(lines, points), least))
        self.row += 1

    def heading(self, text: str, second: str = "", at: int = 0) -> None:
        """The heading of a section, which begins here; another one stands beside it from the column `at` on."""
        self.space(5)
        self._starts.append(self.row)
        self._glued.add(self.row)
        look = self.styles.look("heading")
        self.sheet.put_merged(self.row, FIRST, self.row, at - 2 if second else LAST, text, look)
        if second:
            self.sheet.put_merged(self.row, at, self.row, LAST, second, look)
        self.sheet.set_row(self.row, 18)
        self.row += 1

    def step(self, text: str, target: str) -> None:
        """A sentence, and at its right a link to the sheet where the work lies, if any."""
        self.sheet.put_merged(self.row, FIRST, self.row, LAST - 1, text, self.styles.look("step"))
        if target:
            link = say("overview-open")
            self.sheet.put_link(self.row, LAST, link, self.styles.look("link"), target, (0, 0))
        lines = line_count(text, pixels(FIRST, LAST - 1), BODY_POINTS, indent=1)
        self.sheet.set_row(self.row, max(row_points(lines, BODY_POINTS), 16))
        self.row += 1

    def space(self, points: float) -> None:
        """An empty row."""
        self.sheet.set_row(self.row, points)
        self.row += 1

    def table(self, rows: Sequence[Sequence[Entry]], at: int = FIRST) -> tuple[int, int]:
        """A table whose first row are its headings, from the column `at` on; returns its first and last row of numbers.

        Tables that are to stand side by side are written with `beside`.
        """
        first = self.row
        self.row = self._write(rows, at, first)
        return first + 1, self.row - 1

    def beside(self, left: Sequence[Sequence[Entry]], right: Sequence[Sequence[Entry]], at: int) -> None:
        """Two tables side by side, the right one from the column `at` on."""
        first = self.row
        self.row = max(self._write(left, FIRST, first), self._write(right, at, first))

    def put_chart(self, chart: Any, row: int, first: int, last: int, points: float, name: str) -> None:
        """A chart over rows that are there, from one column to another."""
        chart.set_size({"width": int(pixels(first, last)), "height": int(points * 4 / 3) - 8})
        self.sheet.insert_chart(row, first, chart, {"object_position": 1, "y_offset": 4, "description": name})

    def until(self, row: int, points: float) -> None:
        """Empty rows until the rows from `row` on are so high."""
        while self.height(row) < points:
            self.space(_ROW_POINTS)

    def height(self, row: int) -> float:
        """The height of the rows from `row` on, in points."""
        return sum(self.sheet.row_points(number) for number in range(row, self.row))

    def finish(self) -> None:
        """The printed page: all on one sheet of A4 if it can be read, else on several, no section cut that fits."""
        set_up_page(self.sheet, "portrait", (0, FIRST, self.row - 1, LAST))
        heights = [self.sheet.row_points(row) for row in range(self.row)]
        scale = min(int(PAGE_PIXELS["portrait"] * _SPARE / pixels(FIRST, LAST) * 100), 100)
        smaller = int(PAGE_POINTS["portrait"] * _SPARE_HEIGHT / sum(heights) * 100)
        if _SMALLEST <= smaller < scale:
            scale = smaller
        self.sheet.set_print_scale(scale)
        page = PAGE_POINTS["portrait"] / scale * 100
        self.sheet.set_h_pagebreaks(page_breaks(heights, self._starts, self._glued, (0, -1), page))
        self.sheet.center_horizontally()
        self.sheet.freeze_panes(1, 0)

    def _write(self, rows: Sequence[Sequence[Entry]], at: int, row: int) -> int:
        for number, entries in enumerate(rows):
            column, tall = at, 1
            for entry in entries:
                last = column + entry.span - 1
                look = self.styles.look(entry.look)
                if isinstance(entry.value, str):
                    self.sheet.put_merged(row, column, row, last, entry.value, look)
                    bold = number == 0 or "bold" in entry.look
                    tall = max(tall, line_count(entry.value, pixels(column, last), SMALL_POINTS, bold=bold, indent=1))
                else:
                    self.sheet.put_merged(row, column, row, last, "", look)
                    self.sheet.put_number(row, column, entry.value, look)
                column = last + 1
            height = max(row_points(tall, SMALL_POINTS), _ROW_POINTS)
            self.sheet.set_row(row, max(height, self.sheet.row_points(row) if row in self.sheet.row_info else 0.0))
            if number < 2:
                self._glued.add(row)
            row += 1
        return row


def pixels(first: int, last: int) -> float:
    """The width of some columns."""
    return sum(map(column_pixels, WIDTHS[first : last + 1]))
