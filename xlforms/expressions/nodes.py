"""The tree of an expression: what `parse` makes, what everything else reads.

Every node has `position`, the offset in the text (from 0) to show a person when the node is wrong: where a value
begins, or where the operator stands. Positions take no part in comparison: two texts that mean the same are equal.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

Arithmetic: TypeAlias = Literal["+", "-", "*", "/"]
Comparison: TypeAlias = Literal["<", "<=", ">", ">=", "=", "<>"]

COMPARISONS = ("<", "<=", ">", ">=", "=", "<>")


@dataclass(frozen=True, slots=True)
class Number:
    """A constant, not negative (a minus is `Unary`); `25%` is 0.25."""

    value: int | float
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Text:
    """A text in quotes, without them."""

    value: str
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Day:
    """A date, written `2020-10-31`."""

    value: date
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Reference:
    """One item or, with `*`, a group's name or `row`, several: what a path means only its form knows."""

    path: str
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Unary:
    """Minus something."""

    operand: Node
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Binary:
    """Arithmetic or one comparison."""

    operator: Arithmetic | Comparison
    left: Node
    right: Node
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Logic:
    """Two or more conditions joined by the same word; `1 <= a <= b` becomes `1 <= a and a <= b`."""

    operator: Literal["and", "or"]
    parts: tuple[Node, ...]
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of a condition."""

    operand: Node
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Conditional:
    """`if … then … else …`; its branches are both conditions, both numbers or both dates."""

    condition: Node
    then: Node
    otherwise: Node | None = None
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Membership:
    """A value is one of the constants listed."""

    value: Node
    options: tuple[Number | Text | Unary, ...]
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Call:
    """A function of `functions.FUNCTIONS`."""

    function: str
    arguments: tuple[Node, ...]
    position: int = field(default=0, compare=False)


Node: TypeAlias = Number | Text | Day | Reference | Unary | Binary | Logic | Not | Conditional | Membership | Call


def children(node: Node) -> tuple[Node, ...]:  # noqa: PLR0911 - one line for each sort of node
    """The nodes directly under this one, in the order of the text."""
    match node:
        case Unary(operand) | Not(operand):
            return (operand,)
        case Binary(_, left, right):
            return (left, right)
        case Logic(_, parts):
            return parts
        case Conditional(condition, then, otherwise):
            return (condition, then) if otherwise is None else (condition, then, otherwise)
        case Membership(value, options):
            return (value, *options)
        case Call(_, arguments):
            return arguments
        case _:
            return ()


def measures_left(left: Node, right: Node) -> bool:
    """Is the relative tolerance of a comparison measured on its left side?

    It is measured on the plainer side (a constant, else an item, else the right one), since a formula prints it twice.
    """
    return _plainness(left) < _plainness(right)


def _plainness(node: Node) -> int:
    if isinstance(node, Number | Day) or (isinstance(node, Unary) and isinstance(node.operand, Number)):
        return 0
    return 1 if isinstance(node, Reference) else 2


def references(node: Node) -> tuple[Reference, ...]:
    """Every item name under the node, each path once, at its first place in the text."""
    found: dict[str, Reference] = {}
    waiting = [node]
    while waiting:
        current = waiting.pop()
        if isinstance(current, Reference):
            found.setdefault(current.path, current)
        waiting.extend(reversed(children(current)))
    return tuple(found.values())
