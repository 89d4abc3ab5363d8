"""Where printed pages break: between blocks if they can, never between a heading and what it heads."""

from __future__ import annotations

from collections.abc import Collection, Sequence


def page_breaks(
    heights: Sequence[float],
    starts: Collection[int],
    glued: Collection[int],
    repeated: tuple[int, int],
    capacity: float,
) -> tuple[int, ...]:
    """The rows that begin a new page.

    `heights` of all rows in points, those of hidden rows 0; `starts` are the rows where blocks begin; `glued` the rows
    that must not be the last of a page; `repeated` the first and last row printed again on every page; `capacity` the
    points of a page. A block that fits on one page is not cut.
    """
    again = sum(heights[repeated[0] : repeated[1] + 1])
    breaks: list[int] = []
    first, used = 0, 0.0
    row = 0
    while row < len(heights):
        if used + heights[row] <= capacity or row == first:
            used += heights[row]
            row += 1
            continue
        first = _break_before(row, first, starts, glued)
        breaks.append(first)
        row, used = first, again
    return tuple(breaks)


def _break_before(row: int, first: int, starts: Collection[int], glued: Collection[int]) -> int:
    """The best row to begin the next page with, when `row` is the first that does not fit on the page of `first`."""
    block = max((start for start in starts if start <= row), default=first)
    if block > first:
        return block
    while row - 1 > first and row - 1 in glued:
        row -= 1
    return row
