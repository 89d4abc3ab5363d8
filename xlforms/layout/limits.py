"""Limits of spreadsheets and of paper that the layout keeps to."""

from __future__ import annotations

from xlforms.layout.text_size import PIXELS_PER_CHARACTER, column_pixels

BODY_POINTS, SMALL_POINTS, TITLE_POINTS = 10.0, 9.0, 14.0
FORM_TITLE_POINTS, BLOCK_TITLE_POINTS = 16.0, 11.0
VERDICT_POINTS = 8.0  # beside a row, off the printed page
LINE_POINTS = 18.0  # the height of a row of one line: easy to hit with a mouse
MAX_ROW_POINTS = 400.0  # Excel stops at 409

# Measured on A4 with margins of 1 cm: the columns of a sheet fill the page at 100 % (workbook.md, part 9).
PAGE_PIXELS = {"landscape": 1050.0, "portrait": 718.0}
# Heights of A4 without margins (1 cm above, 1.3 cm below), less 3 % that editors differ by; points.
PAGE_POINTS = {"landscape": 514.0, "portrait": 753.0}

SHEET_ROWS, SHEET_COLUMNS = 65_536, 256  # what .xls can hold; forms must come back from it
WIDEST_COLUMN = 100.0


def characters(pixels: float) -> float:
    """The width of one column, in characters, that takes so many pixels."""
    return max((pixels - column_pixels(0)) / PIXELS_PER_CHARACTER, 0.0)
