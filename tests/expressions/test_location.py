"""Places in a workbook and the tests formulas make on them."""

from __future__ import annotations

import pytest

from xlforms.errors import ExpressionError
from xlforms.expressions.location import Location, answered_count, called, merged, number_missing_test, wrong_test

CELL = Location("$D$9")
RANGE = Location("$E$9:$H$9", count=4)
ZERO = Location("$I$9", blank_is_zero=True)
TEXT = Location("$B$9", kind="text")
YEAR = Location("2025", constant=True)


def test_tests_count_numbers_and_blanks() -> None:
    """What is neither a number nor blank is wrong."""
    expected = ["COUNT($D$9,$E$9:$H$9)+COUNTBLANK($D$9)+COUNTBLANK($E$9:$H$9)<5", "COUNT($D$9)<1"]
    assert expected == [wrong_test([CELL, RANGE]), number_missing_test([CELL])]


def test_answered_cells_are_all_but_the_blank_ones() -> None:
    """`blank: zero` and constants are always answered; a text of spaces is not."""
    expected = '8-COUNTBLANK($D$9)-COUNTBLANK($E$9:$H$9)-IFERROR(IF(TRIM($B$9)="",1,0),0)'
    assert expected == answered_count([CELL, RANGE, ZERO, TEXT, YEAR])


def test_merging_leaves_each_place_once_and_no_constants() -> None:
    """A cell used twice is tested once."""
    expected = (CELL, ZERO)
    assert expected == merged([CELL, YEAR], [ZERO, CELL])


def test_texts_come_cell_by_cell() -> None:
    """A range of texts cannot be tested for spaces, so there is none."""
    with pytest.raises(ValueError, match="one cell"):
        Location("B9:C9", kind="text", count=2)


def test_more_arguments_than_excel_takes_are_refused() -> None:
    """255 is the limit of Excel."""
    assert called("SUM", ["A1"] * 255).startswith("SUM(A1,")
    with pytest.raises(ExpressionError) as caught:
        called("SUM", ["A1"] * 256)
    expected = ("expression-too-long", {"limit": 255})
    assert expected == (caught.value.code, caught.value.parameters)
