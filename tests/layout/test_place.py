"""Addresses of cells and ranges."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from xlforms.layout.place import cell_name, column_letters, quoted_sheet, range_name, rectangles


@given(st.integers(0, 16_383))
def test_column_letters(column: int) -> None:
    """The same letters as openpyxl gives."""
    assert get_column_letter(column + 1) == column_letters(column)


def test_names() -> None:
    """Rows are counted from 1 on paper; a range of one cell is a cell; quotes in a sheet's name are doubled."""
    assert ("D12", "$D$12") == (cell_name(11, 3), cell_name(11, 3, absolute=True))
    assert ("$D$7:$F$9", "$B$2") == (range_name(6, 3, 8, 5), range_name(1, 1, 1, 1))
    assert "'Лист ''Кадры'''" == quoted_sheet("Лист 'Кадры'")


@pytest.mark.parametrize(
    ("expected", "cells"),
    [
        ([], []),
        ([(0, 0, 1, 2)], [(row, column) for row in range(2) for column in range(3)]),
        ([(0, 0, 0, 0), (1, 0, 1, 1)], [(1, 1), (0, 0), (1, 0), (1, 0)]),
        ([(0, 0, 0, 0), (0, 2, 0, 2)], [(0, 2), (0, 0)]),
    ],
)
def test_rectangles(expected: list[tuple[int, ...]], cells: list[tuple[int, int]]) -> None:
    """Equal runs below each other join, unequal ones do not."""
    assert expected == rectangles(cells)


@given(st.sets(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=60))
def test_rectangles_cover_each_cell_once(cells: set[tuple[int, int]]) -> None:
    """No cell is lost, none is in two rectangles, none is added."""
    covered = [
        (row, column)
        for first_row, first_column, last_row, last_column in rectangles(cells)
        for row in range(first_row, last_row + 1)
        for column in range(first_column, last_column + 1)
    ]
    assert sorted(cells) == sorted(covered)
