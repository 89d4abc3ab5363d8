"""How much room texts need."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlforms.layout.text_size import balanced, column_pixels, line_count, row_points, text_pixels, width_for


def test_widths_are_those_of_arial() -> None:
    """Ten digits of 10 points are 5560 thousandths of 13.33 pixels."""
    assert 74.13 == pytest.approx(text_pixels("0123456789", 10), abs=0.01)


@pytest.mark.parametrize(
    ("lines", "text", "width"),
    [
        (1, "", 100),
        (1, "математики", 100),
        (2, "русского языка и литературы", 130),
        (2, "до 1\nгода", 200),
        (3, "достопримечательность", 60),
        (1, "Школа №\u00a01", 100),
    ],
)
def test_line_count(lines: int, text: str, width: float) -> None:
    """Texts wrap at spaces, at their own breaks, and within a word only when it is longer than the line."""
    assert lines == line_count(text, width, 10)


def test_two_lines_fit_into_their_row() -> None:
    """Room for each line and some air."""
    assert 29.4 == row_points(2, 10)


def test_balanced_lines() -> None:
    """Two lines of about one length, not a long one and a lonely word."""
    title = "Информация о ресурсном обеспечении школы с низкими образовательными результатами"
    expected = "Информация о ресурсном обеспечении школы\nс низкими образовательными результатами"
    assert expected == balanced(title, 700, 16, bold=True)
    assert "Короткий заголовок" == balanced("Короткий заголовок", 700, 16, bold=True)


@given(st.lists(st.text("абвгд", min_size=1, max_size=12), min_size=1, max_size=15), st.floats(120, 500))
def test_balancing_adds_no_line_and_loses_no_word(words: list[str], width: float) -> None:
    """The words stay in their order and the text takes no more lines than before."""
    text = " ".join(words)
    result = balanced(text, width, 10)
    assert words == result.split()
    assert line_count(text, width, 10) >= line_count(result, width, 10)


@given(st.lists(st.text("абвгд", min_size=1, max_size=15), min_size=1, max_size=6))
def test_width_for_breaks_no_word(words: list[str]) -> None:
    """A column of this width never needs more lines than there are words."""
    text = " ".join(words)
    assert line_count(text, column_pixels(width_for(text, 9, bold=True)) + 0.01, 9, bold=True) <= len(words)
