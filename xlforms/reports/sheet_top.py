"""The first row of a sheet that prints on several pages across: its title stands left, in the columns that every page
repeats, and what is to be said beside it right of them, on the first page only. Neither is cut."""

from __future__ import annotations

from xlforms.layout.limits import SMALL_POINTS
from xlforms.layout.text_size import line_count, row_points
from xlforms.reports.summary_sheet import SummarySheet
from xlforms.reports.summary_style import SummaryStyles

_TITLE_POINTS = 12.0


def write_top(
    sheet: SummarySheet,
    styles: SummaryStyles,
    title: tuple[str, int, float],
    hint: tuple[str, int, float],
) -> None:
    """Writes row 0: of title and hint the text, the last column and the width in pixels."""
    (text, last, pixels), (more, last_of_hint, hint_pixels) = title, hint
    lines, hint_lines = line_count(text, pixels, _TITLE_POINTS, bold=True), line_count(more, hint_pixels, SMALL_POINTS)
    height = max(row_points(lines, _TITLE_POINTS), row_points(hint_lines, SMALL_POINTS))
    sheet.set_row(0, height + 4)
    sheet.put_merged(0, 0, 0, last, text, styles.look("headline"))
    sheet.put_merged(0, last + 1, 0, last_of_hint, more, styles.look("hint"))
