"""Computes an expression for all submissions at once: an array operation for each node, no loop over submissions.

The meaning is settled in `semantics`; the formulas of `to_excel` give the same, and a test holds both together.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias, cast

import numpy as np

from xlforms.errors import ExpressionError
from xlforms.expressions.kinds import gives_logic
from xlforms.expressions.nodes import (
    COMPARISONS,
    Binary,
    Call,
    Comparison,
    Conditional,
    Day,
    Logic,
    Membership,
    Node,
    Not,
    Number,
    Reference,
    Text,
    Unary,
    measures_left,
)
from xlforms.expressions.operands import (
    Bytes,
    Operand,
    Verdict,
    all_of,
    compared,
    either,
    opposite,
    rounded,
    settled,
)
from xlforms.expressions.semantics import TOLERANCE, Outcome, State

__all__ = ["Operand", "Resolve", "Verdict", "evaluate"]

Resolve: TypeAlias = Callable[[Reference], Sequence[Operand]]


def evaluate(node: Node, resolve: Resolve, length: int) -> Operand | Verdict:
    """The verdicts of a condition, or the numbers of anything else, for `length` submissions.

    `node` has passed `kinds.check`. `resolve` gives the operands a name means, one for each item. Raises
    ExpressionError when it gives none, or many where one is needed.
    """
    table = _Table(resolve, length)
    # Overflow becomes NaN and then INVALID; what stands under a state other than VALUE may be anything.
    with np.errstate(all="ignore"):
        if gives_logic(node):
            return Verdict(table.outcomes(node))
        operand = table.operand(node)
        return operand if operand.values.dtype == object else settled(operand.values, operand.states)


class _Table:
    """All submissions of a form, as far as one expression needs them."""

    def __init__(self, resolve: Resolve, length: int) -> None:
        self._resolve = resolve
        self._length = length

    def operand(self, node: Node) -> Operand:  # noqa: PLR0911 - one branch for each sort of node
        match node:
            case Number(value):
                return self._constant(np.float64(value), np.dtype(np.float64))
            case Text(value):
                return self._constant(value, np.dtype(object))
            case Day(value):
                return self._constant(np.float64(value.toordinal()), np.dtype(np.float64))
            case Reference(path):
                found = self._items(node)
                if len(found) > 1:
                    raise ExpressionError("expression-list-outside", node.position, name=path)
                return found[0]
            case Unary(operand):
                inner = self.operand(operand)
                return Operand(-inner.values, inner.states)
            case Binary():
                return self._arithmetic(node)
            case Conditional():
                return self._conditional(node)
            case Call():
                return self._call(node)
            case _:
                raise TypeError(f"{type(node).__name__} is a condition: check the kinds first")

    def outcomes(self, node: Node) -> Bytes:  # noqa: PLR0911 - one branch for each sort of node
        match node:
            case Binary():
                return self._comparison(node)
            case Membership():
                return self._membership(node)
            case Not(operand):
                return opposite(self.outcomes(operand))
            case Logic("and", parts):
                return all_of([self.outcomes(part) for part in parts])
            case Logic(_, parts):
                return opposite(all_of([opposite(self.outcomes(part)) for part in parts]))
            case Conditional(condition, then, otherwise):
                met = self.outcomes(condition)
                other = met if otherwise is None else self.outcomes(otherwise)
                failed = np.uint8(Outcome.NOT_APPLICABLE) if otherwise is None else other
                return np.select([met == Outcome.PASSED, met == Outcome.FAILED], [self.outcomes(then), failed], met)
            case Call("answered"):
                return either(self._count(node).values > 0)
            case _:
                raise TypeError(f"{type(node).__name__} is not a condition: check the kinds first")

    def _constant(self, value: object, dtype: np.dtype[Any]) -> Operand:
        return Operand(np.full(self._length, value, dtype), np.full(self._length, State.VALUE, np.uint8))

    def _items(self, reference: Reference) -> Sequence[Operand]:
        found = self._resolve(reference)
        if not found:
            raise ExpressionError("expression-nothing-matches", reference.position, name=reference.path)
        return found

    def _arithmetic(self, node: Binary) -> Operand:
        left, right = self.operand(node.left), self.operand(node.right)
        states = np.maximum(left.states, right.states)
        match node.operator:
            case "+":
                values = left.values + right.values
            case "-":
                values = left.values - right.values
            case "*":
                values = left.values * right.values
            case _:
                values = left.values / right.values
                nothing = (states == State.VALUE) & (np.abs(right.values) < TOLERANCE)
                states = np.where(nothing, np.uint8(State.BLANK), states)
        # An infinity must not come back as a number (1 / inf): a spreadsheet's overflow is an error for good.
        return Operand(np.where(np.isfinite(values), values, np.nan), states)

    def _conditional(self, node: Conditional) -> Operand:
        met = self.outcomes(node.condition)
        then = self.operand(node.then)
        blank = Operand(np.zeros(self._length), np.full(self._length, State.BLANK, np.uint8))
        other = blank if node.otherwise is None else self.operand(node.otherwise)
        cases = [met == Outcome.PASSED, met == Outcome.FAILED, met == Outcome.NOT_APPLICABLE]
        states = np.select(cases, [then.states, other.states, blank.states], np.uint8(State.INVALID))
        return Operand(np.where(met == Outcome.PASSED, then.values, other.values), states)

    def _call(self, node: Call) -> Operand:
        if node.function == "count":
            return self._count(node)
        if node.function in ("abs", "round"):
            inner = self.operand(node.arguments[0])
            if node.function == "abs":
                return Operand(np.abs(inner.values), inner.states)
            digits = node.arguments[1]
            assert isinstance(digits, Number)
            return Operand(rounded(inner.values, int(digits.value)), inner.states)
        return self._aggregate(node)

    def _aggregate(self, node: Call) -> Operand:
        """`sum average min max` over all items that the arguments mean, what is BLANK left out."""
        found: list[Operand] = []
        for argument in node.arguments:
            found += self._items(argument) if isinstance(argument, Reference) else [self.operand(argument)]
        values, states = np.array([item.values for item in found]), np.array([item.states for item in found])
        there = states == State.VALUE
        match node.function:
            case "min":
                result = np.min(np.where(there, values, np.inf), axis=0)
            case "max":
                result = np.max(np.where(there, values, -np.inf), axis=0)
            case "sum":
                result = np.sum(np.where(there, values, 0.0), axis=0)
            case _:
                result = np.sum(np.where(there, values, 0.0), axis=0) / np.sum(there, axis=0)
        empty = np.where(np.any(there, axis=0), np.uint8(State.VALUE), np.uint8(State.BLANK))
        wrong = np.any(states == State.INVALID, axis=0)
        return Operand(np.where(np.isfinite(result), result, np.nan), np.where(wrong, np.uint8(State.INVALID), empty))

    def _count(self, node: Call) -> Operand:
        """How many items are answered; INVALID is an answer too."""
        number = np.zeros(self._length)
        for argument in node.arguments:
            assert isinstance(argument, Reference)
            for item in self._items(argument):
                number += item.states != State.BLANK
        return Operand(number, np.full(self._length, State.VALUE, np.uint8))

    def _comparison(self, node: Binary) -> Bytes:
        if node.operator not in COMPARISONS:
            raise TypeError("arithmetic is not a condition: check the kinds first")
        left, right = self.operand(node.left), self.operand(node.right)
        measured_left = measures_left(node.left, node.right)
        return compared(cast(Comparison, node.operator), left, right, measured_left=measured_left)

    def _membership(self, node: Membership) -> Bytes:
        value = self.operand(node.value)
        found = [compared("=", value, self.operand(option)) for option in node.options]
        # The state is the same for every option, so the best outcome is the answer: passed, else what they all are.
        return np.where(np.any(np.equal(found, Outcome.PASSED), axis=0), np.uint8(Outcome.PASSED), found[0])
