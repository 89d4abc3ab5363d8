"""Where printed pages break: between blocks if they can, never between a heading and what it heads."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence


def page_breaks(
    heights: Sequence[float],
    starts: Sequence[int],
    glued: Collection[int],
    repeated: tuple[int, int],
    capacity: float,
) -> tuple[int, ...]:
    """The rows that begin a new page.

    `heights` of all rows in points, those of hidden rows 0; `starts` are the rows where blocks begin, in order; `glued`
    the rows that must not be the last of a page; `repeated` the first and last row printed again on every page;
    `capacity` the points of a page. A block that fits on one page is not cut.
    """
    again = sum(heights[repeated[0] : repeated[1] + 1])
    whole = {
        start
        for start, end in zip(starts, [*starts[1:], len(heights)], strict=True)
        if sum(heights[start:end]) <= capacity - again
    }
    breaks: list[int] = []
    first, used, row = 0, 0.0, 0
    while row < len(heights):
        if used + heights[row] <= capacity or row == first:
            used += heights[row]
            row += 1
            continue
        first = _break_before(row, first, starts, whole, glued)
        breaks.append(first)
        row, used = first, again
    return tuple(breaks)


def _break_before(row: int, first: int, starts: Sequence[int], whole: Collection[int], glued: Collection[int]) -> int:
    """The row to begin the next page with, when `row` is the first that does not fit on the page of `first`."""
    place = bisect_right(starts, row)
    block = starts[place - 1] if place else first
    if block in whole and block > first:
        return block
    at = row
    while at - 1 > first and at - 1 in glued:
        at -= 1
    return at if at - 1 > first else row
