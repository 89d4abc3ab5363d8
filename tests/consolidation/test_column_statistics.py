"""Statistics of many columns at once."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from xlforms.consolidation.column_statistics import ColumnStatistics, column_statistics, exact_sum, plain

_NAN = float("nan")


def test_statistics() -> None:
    """A column of whole numbers, one of decimals, one with gaps, an empty one."""
    values = np.array([[1, 0.1, _NAN, _NAN], [4, 0.2, 5, _NAN], [2, 0.4, _NAN, _NAN]])
    assert ColumnStatistics(
        n=[3, 3, 1, 0],
        sum=[7, Decimal("0.7"), 5, None],
        mean=[7 / 3, 0.7 / 3, 5, None],
        median=[2, 0.2, 5, None],
        min=[1, 0.1, 5, None],
        max=[4, 0.4, 5, None],
    ) == column_statistics(values)


def test_median_of_an_even_number() -> None:
    """The middle of 0.1 and 0.2 is 0.15, not 0.15000000000000002."""
    assert [0.15] == column_statistics(np.array([[0.1], [0.2]])).median


def test_no_rows() -> None:
    """Nothing came: no statistics, but the count."""
    assert ColumnStatistics([0], [None], [None], [None], [None], [None]) == column_statistics(np.empty((0, 1)))


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e300, max_value=1e300)))
def test_sums_are_exact(values: list[float]) -> None:
    """The sum is that of the numbers as they are written, to the last digit."""
    assert sum((Fraction(repr(value)) for value in values), Fraction()) == Fraction(exact_sum(np.array(values)))


@given(
    arrays.arrays(np.float64, st.tuples(st.integers(0, 8), st.just(3)), elements=st.integers(-900, 900).map(float))
    | arrays.arrays(
        np.float64, st.tuples(st.integers(0, 8), st.just(3)), elements=st.sampled_from([0.1, 0.2, _NAN, 7])
    ),
    st.randoms(),
)
def test_order_changes_nothing(values: np.ndarray, chance: object) -> None:
    """Rows in any order give the same statistics."""
    order = list(range(len(values)))
    chance.shuffle(order)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    assert column_statistics(values) == column_statistics(values[order])


def test_plain() -> None:
    """A whole number loses its point, unless it is too large to be certain."""
    assert [int, float, float] == [type(plain(value)) for value in (3.0, 3.5, 1e300)]
