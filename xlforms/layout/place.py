"""Cells and ranges as numbers and as people write them; rows and columns are counted from 0."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache


@cache
def column_letters(column: int) -> str:
    """0 is «A», 25 is «Z», 26 is «AA»."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_name(row: int, column: int, *, absolute: bool = False) -> str:
    """(11, 3) is «D12», or «$D$12»."""
    sign = "$" if absolute else ""
    return f"{sign}{column_letters(column)}{sign}{row + 1}"


def quoted_sheet(name: str) -> str:
    """A sheet's name as formulas write it: always quoted, quotes doubled."""
    return "'" + name.replace("'", "''") + "'"


def range_name(first_row: int, first_column: int, last_row: int, last_column: int) -> str:
    """A range with absolute addresses; a single cell when the corners are one."""
    first = cell_name(first_row, first_column, absolute=True)
    if (first_row, first_column) == (last_row, last_column):
        return first
    return f"{first}:{cell_name(last_row, last_column, absolute=True)}"


def rectangles(cells: Iterable[tuple[int, int]]) -> list[tuple[int, int, int, int]]:
    """Cells gathered into rectangles (first row, first column, last row, last column), each cell exactly once.

    Runs along rows are joined with equal runs of the next row: few ranges for forms, not the least possible.
    """
    runs: list[tuple[int, int, int]] = []
    for row, column in sorted(set(cells)):
        if runs and runs[-1][0] == row and runs[-1][2] == column - 1:
            runs[-1] = (row, runs[-1][1], column)
        else:
            runs.append((row, column, column))
    found: list[tuple[int, int, int, int]] = []
    open_at: dict[tuple[int, int], int] = {}
    for row, first, last in runs:
        at = open_at.get((first, last))
        if at is not None and found[at][2] == row - 1:
            found[at] = (found[at][0], first, row, last)
        else:
            open_at[first, last] = len(found)
            found.append((row, first, row, last))
    return found
