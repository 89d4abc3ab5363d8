"""Where pages break."""

from __future__ import annotations

from xlforms.layout.pages import page_breaks


def test_short_sheet_has_no_break() -> None:
    """What fits on a page stays on it, to the last point."""
    assert () == page_breaks([0, 30, 30, 40], [1], set(), (1, 1), 100)


def test_blocks_that_fit_are_not_cut() -> None:
    """The second block goes to the next page whole."""
    heights = [0, 10, *[20] * 3, *[20] * 3]
    assert (5,) == page_breaks(heights, [2, 5], set(), (1, 1), 100)


def test_long_table_breaks_between_rows() -> None:
    """A block longer than a page is cut where the page ends; repeated rows take room on later pages."""
    heights = [0, 10, *[20] * 12]
    assert (6, 10) == page_breaks(heights, [2], set(), (1, 1), 100)


def test_heading_is_not_left_alone() -> None:
    """A heading that would be the last row goes to the next page with what it heads."""
    heights = [0, 10, *[20] * 6]
    assert (5,) == page_breaks(heights, [2], {5}, (1, 1), 100)


def test_row_higher_than_a_page_stands_alone() -> None:
    """Nothing is gained by moving it again and again."""
    assert (2, 3) == page_breaks([0, 10, 400, 20], [1], set(), (1, 1), 100)
