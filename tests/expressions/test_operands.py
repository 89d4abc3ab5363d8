"""Columns of operands and verdicts."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlforms.expressions.operands import Operand, all_of, compared, opposite, rounded, settled
from xlforms.expressions.semantics import Outcome, State

F, P, NA, NC = Outcome.FAILED, Outcome.PASSED, Outcome.NOT_APPLICABLE, Outcome.NOT_CHECKED


def column(*outcomes: Outcome) -> np.ndarray:
    """Outcomes as a column."""
    return np.array(outcomes, dtype=np.uint8)


def numbers(*values: float) -> Operand:
    """Plain numbers as a column."""
    return Operand(np.array(values), np.full(len(values), State.VALUE, np.uint8))


def test_and_has_this_truth_table() -> None:
    """Failed wins, then not checked, then not applicable; rows are the left side, columns the right."""
    table = [
        # F  P   NA  NC
        [F, F, F, F],  # F
        [F, P, NA, NC],  # P
        [F, NA, NA, NC],  # NA
        [F, NC, NC, NC],  # NC
    ]
    pairs = list(product((F, P, NA, NC), repeat=2))
    found = all_of([column(*(left for left, _ in pairs)), column(*(right for _, right in pairs))])
    assert [outcome for row in table for outcome in row] == found.tolist()


def test_not_swaps_passed_and_failed_only() -> None:
    """What cannot be told of a condition cannot be told of its opposite."""
    expected = [P, F, NA, NC]
    assert expected == opposite(column(F, P, NA, NC)).tolist()


@pytest.mark.parametrize(
    ("left", "right", "equal"),
    [
        (0.1 + 0.2, 0.3, True),
        (1.0000004, 1.0, True),
        (1.0000006, 1.0, False),
        (1e9, 1e9 + 1, False),
        (123_456_789_012.1 + 0.2, 123_456_789_012.3, True),
        (1e13, 1e13 + 1, False),
        (0.0, -0.0000004, True),
        (0.0, -0.0000006, False),
    ],
)
def test_numbers_nearer_than_the_tolerance_are_equal(left: float, right: float, equal: bool) -> None:
    """All six comparisons agree about what equal is, just under the edge and just over it."""
    met = {
        operator: compared(operator, numbers(left), numbers(right)).tolist() == [P]
        for operator in ("=", "<>", "<=", "<", ">=", ">")
    }
    expected = {"=": equal, "<>": not equal, "<=": equal or left < right, "<": not equal and left < right}
    assert expected | {">=": equal or left > right, ">": not equal and left > right} == met


@given(st.floats(-1e12, 1e12), st.floats(-1e12, 1e12))
def test_just_one_of_less_equal_and_more_holds(left: float, right: float) -> None:
    """Whatever the numbers, they are in one order and only one."""
    columns = [compared(operator, numbers(left), numbers(right)).tolist() for operator in ("<", "=", ">")]
    assert sorted(columns) == [[F], [F], [P]]


@pytest.mark.parametrize(
    ("value", "digits", "expected"),
    [
        (2.5, 0, 3.0),
        (-2.5, 0, -3.0),
        (0.5, 0, 1.0),
        (2.675, 2, 2.68),
        (1.005, 2, 1.01),
        (0.285, 2, 0.29),
        (1.4999, 0, 1.0),
        (0.0, 2, 0.0),
        (123_456_789.125, 2, 123_456_789.13),
        (9_007_199_254_740_993.0, 3, 9_007_199_254_740_993.0),
    ],
)
def test_halves_are_rounded_away_from_zero(value: float, digits: int, expected: float) -> None:
    """As spreadsheets do, by the 15 digits they show and not by the binary fraction behind them."""
    assert expected == rounded(np.array([value]), digits)[0]


def test_a_result_too_large_is_invalid_and_a_minus_before_zero_goes() -> None:
    """Infinity and NaN never reach a report as values."""
    found = settled(np.array([np.inf, np.nan, -0.0]), np.array([State.VALUE, State.BLANK, State.VALUE], np.uint8))
    expected = [State.INVALID, State.BLANK, State.VALUE]
    assert expected == found.states.tolist()
    assert not np.signbit(found.values[2])
