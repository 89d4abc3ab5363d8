"""Lays the columns of one table over the columns of its sheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]

_MOST_STRETCH = 2.5
_ENOUGH = 0.95  # of the wanted width


def span_columns(wanted: Sequence[float], grid: Sequence[float]) -> tuple[Span, ...]:
    """For each wanted width the first and last column of the grid it takes, from left to right.

    The table is stretched over the whole grid, so that the tables of a sheet end at one edge, unless its columns would
    become absurdly wide or one of them too narrow.
    """
    if len(wanted) == len(grid):
        return tuple((number, number) for number in range(len(grid)))
    stretch = sum(grid) / sum(wanted)
    if stretch <= _MOST_STRETCH:
        spans = _stretched([width * stretch for width in wanted], grid)
        widths = (sum(grid[first : last + 1]) for first, last in spans)
        if all(width >= _ENOUGH * least for width, least in zip(widths, wanted, strict=True)):
            return spans
    return _packed(wanted, grid)


def _stretched(widths: Sequence[float], grid: Sequence[float]) -> tuple[Span, ...]:
    """Spans over all of the grid whose edges lie nearest to those of the widths."""
    edges = [sum(grid[:number]) for number in range(len(grid) + 1)]
    spans, at = [], 0
    for number in range(len(widths) - 1):
        reached = sum(widths[: number + 1])
        most = len(grid) - (len(widths) - number - 1)  # every later column needs one of the grid
        _, end = min((abs(edges[edge] - reached), edge) for edge in range(at + 1, most + 1))
        spans.append((at, end - 1))
        at = end
    return (*spans, (at, len(grid) - 1))


def _packed(wanted: Sequence[float], grid: Sequence[float]) -> tuple[Span, ...]:
    """Spans from the left, each as narrow as its width allows."""
    spans, at = [], 0
    for number, width in enumerate(wanted):
        left_over = len(wanted) - number - 1
        last = at
        while sum(grid[at : last + 1]) < width * _ENOUGH and last + 1 < len(grid) - left_over:
            last += 1
        spans.append((at, last))
        at = last + 1
    return tuple(spans)
