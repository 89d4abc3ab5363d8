"""Columns of operands and verdicts, one entry for each submission, and what can be done with them as whole arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from xlforms.expressions.nodes import Comparison
from xlforms.expressions.semantics import RELATIVE_TOLERANCE, TOLERANCE, Outcome, State, fold

Floats: TypeAlias = NDArray[np.float64]
Bytes: TypeAlias = NDArray[np.uint8]
Flags: TypeAlias = NDArray[np.bool_]

# Outcomes in the order in which `and` chooses, the first winning; `or` is the same with passed and failed swapped.
_CHOICE: Bytes = np.array([Outcome.FAILED, Outcome.NOT_CHECKED, Outcome.NOT_APPLICABLE, Outcome.PASSED], np.uint8)
_RANK: Bytes = np.argsort(_CHOICE).astype(np.uint8)
_OPPOSITE: Bytes = np.array([Outcome.PASSED, Outcome.FAILED, Outcome.NOT_APPLICABLE, Outcome.NOT_CHECKED], np.uint8)


@dataclass(frozen=True, slots=True, eq=False)
class Operand:
    """A value for each submission: `values` float64, or object holding str; `states` are `State` numbers.

    Both of shape (submissions,). Where the state is not VALUE, the value is anything. A date is a number of days.
    """

    values: NDArray[Any]
    states: Bytes


@dataclass(frozen=True, slots=True, eq=False)
class Verdict:
    """An `Outcome` for each submission, shape (submissions,)."""

    outcomes: Bytes


def opposite(outcomes: Bytes) -> Bytes:
    """`not`."""
    turned: Bytes = _OPPOSITE[outcomes]
    return turned


def all_of(parts: Sequence[Bytes]) -> Bytes:
    """`and`; `or` is the opposite of all opposites."""
    chosen: Bytes = _CHOICE[np.min([_RANK[part] for part in parts], axis=0)]
    return chosen


def compared(operator: Comparison, left: Operand, right: Operand, *, measured_left: bool = False) -> Bytes:
    """The outcomes of one comparison, of two columns of numbers or two of texts.

    `measured_left`: the relative tolerance is a part of the left numbers, not of the right ones.
    """
    states = np.maximum(left.states, right.states)
    if left.values.dtype == object:
        same = folded(left) == folded(right)
        return judged(same if operator == "=" else ~same, states)
    difference = left.values - right.values
    near = np.maximum(TOLERANCE, RELATIVE_TOLERANCE * np.abs((left if measured_left else right).values))
    met: Flags = {
        "=": np.abs(difference) < near,
        "<>": np.abs(difference) >= near,
        "<=": difference < near,
        "<": -difference >= near,
        ">=": -difference < near,
        ">": difference >= near,
    }[operator]
    return judged(met, settled(difference, states).states)


def settled(values: Floats, states: Bytes) -> Operand:
    """A result that is too large, or not a number at all, is INVALID."""
    lost = (states == State.VALUE) & ~np.isfinite(values)
    # Adding 0 makes 0 of -0, which nobody wants to read in a report.
    return Operand(values + 0.0, np.where(lost, np.uint8(State.INVALID), states))


def judged(met: Flags, states: Bytes) -> Bytes:
    return np.select(
        [states == State.INVALID, states == State.BLANK],
        [np.uint8(Outcome.NOT_CHECKED), np.uint8(Outcome.NOT_APPLICABLE)],
        either(met),
    )


def either(met: Flags) -> Bytes:
    return np.where(met, np.uint8(Outcome.PASSED), np.uint8(Outcome.FAILED))


def folded(operand: Operand) -> NDArray[Any]:
    """The texts as comparison sees them, each different text folded once."""
    texts, places = np.unique(np.where(operand.states == State.VALUE, operand.values, ""), return_inverse=True)
    return np.array([fold(text) for text in texts], dtype=object)[places]


def rounded(values: Floats, digits: int) -> Floats:
    """Halves away from zero, judged on 15 significant digits as spreadsheets do: 2.675 is 2.68 and not 2.67."""
    scaled = np.abs(values) * 10.0**digits + 0.5
    exponent = np.floor(np.log10(scaled))
    unit = 10.0 ** (14 - exponent)
    # From 2^52 on there is nothing behind the point; beyond 1e15 `unit` would only lose digits.
    shown = np.where(scaled < 2.0**49, np.rint(scaled * unit) / unit, scaled)
    rounded = np.copysign(np.floor(shown) / 10.0**digits, values)
    return np.where(scaled < 2.0**52, rounded, values)
