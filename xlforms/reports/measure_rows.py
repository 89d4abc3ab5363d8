"""The left side of the sheets with measures down: number, title, deadline, under the headings of their sections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xlforms.consolidation.progress import FormProgress
from xlforms.definitions.roadmap import Measure
from xlforms.layout.limits import MAX_ROW_POINTS, SMALL_POINTS
from xlforms.layout.text_size import column_pixels, line_count, row_points
from xlforms.messages import say
from xlforms.reports.listing import put_cell
from xlforms.reports.summary_sheet import SummarySheet
from xlforms.reports.summary_style import SummaryStyles

_WIDTHS = (6.5, 46.0, 15.0, 11.0)
FROZEN = 2  # columns that stay in sight: number and title
FIRST_FREE = len(_WIDTHS)


@dataclass(frozen=True, slots=True)
class MeasureRows:
    """Where the measures stand: the row of each, the rows of section headings, and the row after the last."""

    measures: tuple[int, ...]
    headings: tuple[int, ...]
    end: int


def write_measure_headings(sheet: SummarySheet, styles: SummaryStyles, row: int, last_row: int) -> None:
    """Widths and headings of the columns, the headings over several rows."""
    captions = ("progress-number", "progress-measure", "progress-deadline", "progress-last-day")
    for column, (code, width) in enumerate(zip(captions, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.put_merged(row, column, last_row, column, say(code), styles.look("header"))


def write_measure_rows(
    sheet: SummarySheet, styles: SummaryStyles, progress: FormProgress, row: int, last_column: int
) -> MeasureRows:
    """Writes number, title and deadline of every measure from a row on; headings reach to `last_column`."""
    measures, headings = [], []
    part = ""
    for measure in progress.measures:
        if measure.part != part:
            part = measure.part
            headings.append(row)
            _write_heading(sheet, styles, row, part, last_column)
            row += 1
        measures.append(row)
        values = (measure.number, measure.title, measure.deadline, measure.due_end)
        looks = ("row_centre", "row_text", "row_text", "row_date")
        for column, (value, look) in enumerate(zip(values, looks, strict=True)):
            put_cell(sheet, row, column, value, styles.look(look))
        sheet.set_height(row, _height(measure))
        row += 1
    return MeasureRows(tuple(measures), tuple(headings), row)


def measure_pixels(columns: int = FROZEN) -> float:
    """The width of the first columns."""
    return sum(map(column_pixels, _WIDTHS[:columns]))


def _write_heading(sheet: SummarySheet, styles: SummaryStyles, row: int, part: str, last_column: int) -> None:
    look = styles.look("section")
    lines = line_count(part, measure_pixels(), SMALL_POINTS + 1, bold=True, indent=1)
    for column in range(last_column + 1):
        sheet.put_blank(row, column, look)
    sheet.put_merged(row, 0, row, FROZEN - 1, part, look)
    sheet.set_height(row, row_points(lines, SMALL_POINTS + 1))


def _height(measure: Measure) -> float:
    texts: Sequence[tuple[str, float]] = tuple(
        zip((measure.number, measure.title, measure.deadline), _WIDTHS[:3], strict=True)
    )
    lines = [line_count(text, column_pixels(width), SMALL_POINTS, indent=1) for text, width in texts]
    return min(row_points(max(lines), SMALL_POINTS), MAX_ROW_POINTS)
