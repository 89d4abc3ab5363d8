"""Tables of different shape over one set of columns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from xlforms.layout.spans import span_columns


def test_same_number_of_columns() -> None:
    """Each column takes its own."""
    assert ((0, 0), (1, 1), (2, 2)) == span_columns([5, 9, 7], [6, 10, 8])


def test_narrower_table_is_stretched_to_the_edge() -> None:
    """Edges fall where they are nearest to the proportions wanted."""
    assert ((0, 1), (2, 2)) == span_columns([20, 10], [18, 18, 18])


def test_small_table_is_not_stretched_over_a_wide_sheet() -> None:
    """Two counts would look lost in columns of half a page each."""
    assert ((0, 0), (1, 1)) == span_columns([8, 8], [10] * 12)


@given(st.data())
def test_spans_follow_each_other(data: st.DataObject) -> None:
    """However many columns and widths, spans lie one after another, each at least one column, within the sheet."""
    grid = data.draw(st.lists(st.floats(4, 40), min_size=1, max_size=20))
    wanted = data.draw(st.lists(st.floats(4, 40), min_size=1, max_size=len(grid)))
    spans = span_columns(wanted, grid)
    assert len(wanted) == len(spans)
    assert 0 == spans[0][0]
    assert all(first <= last < len(grid) for first, last in spans)
    assert [last + 1 for _, last in spans[:-1]] == [first for first, _ in spans[1:]]
