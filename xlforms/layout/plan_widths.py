"""Column widths of a plan beside its report: room goes to whichever printed text makes the table shortest.

Answers keep the widths of their columns; the page is printed smaller, down to a limit, as long as that saves height.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from xlforms.definitions.items import BlockGrid
from xlforms.layout.limits import BODY_POINTS, SMALL_POINTS
from xlforms.layout.printed_cells import base_level, printed_columns
from xlforms.layout.text_size import (
    CELL_PADDING,
    INDENT,
    PIXELS_PER_CHARACTER,
    column_pixels,
    row_points,
    text_pixels,
    width_for,
)
from xlforms.layout.units_of_measure import header_captions

LEAST_SCALE = 0.84
"""Of the size of letters: smaller ones are hard to read, and a table that needs more room grows in height."""

LINES_OF_REPORT = 4
"""Rows of a protected sheet do not grow: so many lines are kept for a long answer."""

_STEP = 1.0  # characters
_AHEAD = 6  # steps that may save nothing before one that does
_SPARE = 1.06  # lines break at words: a text takes more room than its letters
_LEAST_LABEL, _LEAST_PRINTED = 22.0, 9.0
_LEAST_ROW = row_points(LINES_OF_REPORT, BODY_POINTS)  # what answers take anyway


@dataclass(frozen=True, slots=True)
class _Column:
    """The texts of one column, one a row, as pixels of a single line, and the least width of the column."""

    sizes: tuple[float, ...]
    indents: tuple[int, ...]
    points: float
    least: float

    def heights(self, width: float) -> list[float]:
        """What each row needs at a width in characters."""
        room = column_pixels(width) - CELL_PADDING
        return [
            row_points(max(ceil(size * _SPARE / (room - indent * INDENT)), 1), self.points)
            for size, indent in zip(self.sizes, self.indents, strict=True)
        ]


def plan_widths(block: BlockGrid, room: float) -> tuple[float, ...]:
    """The widths, in characters, of the captions and of each printed column, in at most `room` pixels together if the
    longest words allow it."""
    columns = _columns(block)
    widths = [column.least for column in columns]
    heights = [column.heights(width) for column, width in zip(columns, widths, strict=True)]
    while True:
        left = room - sum(map(column_pixels, widths))
        number, steps = _best(columns, widths, heights, left)
        if not steps:
            return tuple(round(width, 2) for width in widths)
        widths[number] += steps * _STEP
        heights[number] = columns[number].heights(widths[number])


def _best(
    columns: Sequence[_Column], widths: Sequence[float], heights: Sequence[list[float]], left: float
) -> tuple[int, int]:
    """The column to widen and by how many steps, for the greatest saving a step; 0 steps when nothing is saved."""
    now = _total(heights)
    found, best = (0, 0), 0.0
    for number, column in enumerate(columns):
        for steps in range(1, _AHEAD + 1):
            if steps * _STEP * PIXELS_PER_CHARACTER > left:
                break
            wider = [*heights[:number], column.heights(widths[number] + steps * _STEP), *heights[number + 1 :]]
            saved = (now - _total(wider)) / steps
            if saved > best:
                found, best = (number, steps), saved
    return found


def _total(heights: Sequence[list[float]]) -> float:
    rows: Iterable[tuple[float, ...]] = zip(*heights, strict=True)
    return sum(max(_LEAST_ROW, *row) for row in rows)


def _columns(block: BlockGrid) -> list[_Column]:
    rows = [row for row in block.rows if row.id]
    indents = tuple(2 * (row.level - base_level(block)) + 1 for row in rows)
    captions = _column([row.caption for row in rows], indents, BODY_POINTS, block.row_title, _LEAST_LABEL)
    printed = [
        _column(
            [block.printed.get((row.id, column.id), "") for row in rows],
            (1,) * len(rows),
            SMALL_POINTS,
            caption,
            _LEAST_PRINTED,
        )
        for column, caption in zip(block.columns[: printed_columns(block)], header_captions(block), strict=False)
    ]
    return [captions, *printed]


def _column(texts: Sequence[str], indents: tuple[int, ...], points: float, caption: str, least: float) -> _Column:
    """A column is never so narrow that a word of its texts or of its heading is broken, but at a hyphen."""
    words = max(
        width_for(text.replace("-", "- "), points) + indent * INDENT / PIXELS_PER_CHARACTER
        for text, indent in zip(texts, indents, strict=True)
    )
    sizes = tuple(text_pixels(text, points) for text in texts)
    return _Column(sizes, indents, points, max(words, width_for(caption, SMALL_POINTS, bold=True), least))
