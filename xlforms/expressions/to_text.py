"""From tree back to text, with no more brackets than are needed: `parse(to_text(node)) == node`."""

from __future__ import annotations

from decimal import Decimal

from xlforms.expressions.nodes import (
    COMPARISONS,
    Binary,
    Call,
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
)
from xlforms.expressions.parse import COMPARE, NEGATE, NOT, POWERS

_WHOLE = 100  # a value that no operator can split


def to_text(node: Node) -> str:
    """The expression as a form's author would write it."""
    return _print(node)[0]


def decimal_text(value: int | float) -> str:
    """A number with a point and without an exponent, in as few digits as give the same number back."""
    return str(value) if isinstance(value, int) else format(Decimal(repr(value)), "f")


def _inside(node: Node, weakest: int) -> str:
    text, strength = _print(node)
    return text if strength >= weakest else f"({text})"


def _print(node: Node) -> tuple[str, int]:  # noqa: PLR0911 - one line for each of ten nodes
    """The text and the strength of its weakest operator outside brackets."""
    match node:
        case Number(value):
            return decimal_text(value), _WHOLE
        case Text(value):
            return '"' + value.replace('"', '""') + '"', _WHOLE
        case Day(value):
            return value.isoformat(), _WHOLE
        case Reference(path):
            return path, _WHOLE
        case Unary(operand):
            return f"-{_inside(operand, NEGATE)}", NEGATE
        case Not(operand):
            return f"not {_inside(operand, NOT)}", NOT
        case Logic(operator, parts):
            power = POWERS[operator]
            return f" {operator} ".join(_inside(part, power + 1) for part in parts), power
        case Binary(operator, left, right):
            power = POWERS[operator]
            # A comparison of a comparison would read as a chain, hence the brackets on its left as well.
            before = _inside(left, power + 1 if operator in COMPARISONS else power)
            return f"{before} {operator} {_inside(right, power + 1)}", power
        case Membership(value, options):
            listed = ", ".join(to_text(option) for option in options)
            return f"{_inside(value, COMPARE + 1)} in ({listed})", COMPARE
        case Call(function, arguments):
            return f"{function}({', '.join(to_text(argument) for argument in arguments)})", _WHOLE
        case Conditional(condition, then, otherwise):
            text = f"if {_inside(condition, 1)} then {_inside(then, 1)}"
            return (text if otherwise is None else f"{text} else {_inside(otherwise, 1)}"), 0
