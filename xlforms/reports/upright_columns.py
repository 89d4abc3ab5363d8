"""Narrow columns under upright headings: one for each unit, under its municipality, page by page across."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xlforms.definitions.units import Unit
from xlforms.layout.limits import SMALL_POINTS
from xlforms.layout.text_size import CELL_PADDING, PIXELS_PER_POINT, column_pixels, line_count, row_points
from xlforms.reports.summary_sheet import SummarySheet
from xlforms.reports.summary_style import SummaryStyles

_PLACE_POINTS, _UNIT_POINTS = 92.0, 128.0  # the length of a line of an upright heading
_NARROWEST = 5.0
_FLAT = 3  # lines of a heading that still stands on its feet
_LINE_PIXELS = SMALL_POINTS * 1.27 * PIXELS_PER_POINT
_PASSES = 3  # widths depend on pages and pages on widths; they settle at once or nearly so


@dataclass(frozen=True, slots=True)
class UprightColumns:
    """The width of each unit's column in characters, and the first unit of each page after the first."""

    units: Sequence[Unit]
    widths: tuple[float, ...]
    page_starts: tuple[int, ...]

    @property
    def pixels(self) -> float:
        """The width of all."""
        return sum(map(column_pixels, self.widths))


def upright_columns(units: Sequence[Unit], lead: float, again: float, room: float) -> UprightColumns:
    """Columns wide enough for the headings.

    Pixels: `lead` is what stands left of them on the first page, `again` on every other, `room` the width of a page.
    """
    starts: tuple[int, ...] = ()
    for _ in range(_PASSES):
        widths = _widths(units, _runs(units, starts))
        starts = tuple(_page_starts(widths, lead, again, room))
    return UprightColumns(units, tuple(widths), starts)


def write_upright_headings(
    sheet: SummarySheet, styles: SummaryStyles, columns: UprightColumns, row: int, first_column: int
) -> None:
    """Sets the widths, and writes the municipality at a row and the unit below; on a new page the former again."""
    units, header, upright = columns.units, styles.look("header"), styles.look("header_up")
    runs = _runs(units, columns.page_starts)
    lines = [
        line_count(
            units[first].municipality,
            sum(map(column_pixels, columns.widths[first : last + 1])),
            SMALL_POINTS,
            bold=True,
        )
        for first, last in runs
    ]
    flat = max((count for count in lines if count <= _FLAT), default=1)
    tall = _PLACE_POINTS if max(lines, default=1) > _FLAT else max(row_points(flat, SMALL_POINTS) + 4, 22)
    sheet.set_row(row, tall)
    sheet.set_row(row + 1, _UNIT_POINTS)
    for (first, last), count in zip(runs, lines, strict=True):
        look = header if count <= _FLAT else upright
        sheet.put_merged(row, first_column + first, row, first_column + last, units[first].municipality, look)
    for column, (unit, width) in enumerate(zip(units, columns.widths, strict=True), start=first_column):
        sheet.set_column(column, column, width)
        sheet.put_text(row + 1, column, _caption(unit), upright)


def _caption(unit: Unit) -> str:
    return f"{unit.name} ({unit.unit})" if unit.name else unit.unit


def _runs(units: Sequence[Unit], page_starts: Sequence[int]) -> list[tuple[int, int]]:
    """First and last of neighbouring units of one municipality on one page."""
    starts = [
        number
        for number, unit in enumerate(units)
        if not number or number in page_starts or unit.municipality != units[number - 1].municipality
    ]
    return [(start, end - 1) for start, end in zip(starts, [*starts[1:], len(units)], strict=False)]


def _widths(units: Sequence[Unit], runs: Sequence[tuple[int, int]]) -> list[float]:
    """As many upright lines as the name of each unit takes, and over a run those of its municipality."""
    widths = [_width(_caption(unit), _UNIT_POINTS) for unit in units]
    for first, last in runs:
        lack = _width(units[first].municipality, _PLACE_POINTS) - sum(widths[first : last + 1])
        if lack > 0:
            widths[first : last + 1] = [width + lack / (last - first + 1) for width in widths[first : last + 1]]
    return widths


def _width(text: str, points: float) -> float:
    lines = line_count(text, points * PIXELS_PER_POINT, SMALL_POINTS, bold=True)
    return max((lines * _LINE_PIXELS + CELL_PADDING - 5) / 7, _NARROWEST)


def _page_starts(widths: Sequence[float], lead: float, again: float, room: float) -> list[int]:
    starts, used = [], lead
    for number, width in enumerate(map(column_pixels, widths)):
        if used + width > room:
            starts.append(number)
            used = again
        used += width
    return starts
