"""Does an expression make sense: numbers added to numbers, conditions where conditions belong?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

from xlforms.errors import ExpressionError
from xlforms.expressions.functions import FUNCTIONS
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

Kind: TypeAlias = Literal["number", "text", "date", "logic"]
KindOf: TypeAlias = Callable[[Reference], str]

MAX_DIGITS = 9


def check(node: Node, kind_of: KindOf) -> str:  # noqa: C901, PLR0911, PLR0912 - one branch for each sort of node
    """The kind of an expression: number, text, date or logic.

    `kind_of` tells the kind of the items that a name means (`any` when they are of several kinds, which only `count`
    and `answered` take) and raises ExpressionError for a name that means nothing. Raises ExpressionError at a clash.
    """
    match node:
        case Number():
            return "number"
        case Text():
            return "text"
        case Day():
            return "date"
        case Reference(path):
            if means_many(path):
                raise ExpressionError("expression-list-outside", node.position, name=path)
            return kind_of(node)
        case Unary(operand):
            return _number(operand, kind_of)
        case Binary(operator, _, _):
            return _comparison(node, kind_of) if operator in COMPARISONS else _arithmetic(node, kind_of)
        case Logic(_, parts):
            for part in parts:
                _logic(part, kind_of)
            return "logic"
        case Not(operand):
            return _logic(operand, kind_of)
        case Membership():
            return _membership(node, kind_of)
        case Conditional():
            return _conditional(node, kind_of)
        case Call():
            return _call(node, kind_of)


def means_many(path: str) -> bool:
    """Does the name by its look stand for many items? (A group of columns does too, but only the form knows that.)"""
    return path == "row" or "*" in path.split(".")


def gives_logic(node: Node) -> bool:
    """Is a checked expression a condition? Told by its top alone."""
    match node:
        case Binary(operator, _, _):
            return operator in COMPARISONS
        case Conditional(_, then, _):
            return gives_logic(then)
        case Call(function, _):
            return FUNCTIONS[function].result == "logic"
        case _:
            return isinstance(node, Logic | Not | Membership)


def _number(node: Node, kind_of: KindOf) -> str:
    found = check(node, kind_of)
    if found != "number":
        raise ExpressionError("expression-number-expected", node.position, found=found)
    return found


def _logic(node: Node, kind_of: KindOf) -> str:
    found = check(node, kind_of)
    if found != "logic":
        raise ExpressionError("expression-logic-expected", node.position, found=found)
    return found


def _arithmetic(node: Binary, kind_of: KindOf) -> str:
    """Numbers; and a date with days added or taken away, or the days between two dates."""
    kinds = (check(node.left, kind_of), check(node.right, kind_of))
    match node.operator, kinds:
        case _, ("number", "number"):
            return "number"
        case "-", ("date", "date"):
            return "number"
        case ("+" | "-", ("date", "number")) | ("+", ("number", "date")):
            return "date"
    wrong = node.left if kinds[0] != "number" else node.right
    raise ExpressionError("expression-number-expected", wrong.position, found=next(k for k in kinds if k != "number"))


def _comparison(node: Binary, kind_of: KindOf) -> str:
    left, right = check(node.left, kind_of), check(node.right, kind_of)
    if left != right or left not in ("number", "text", "date"):
        raise ExpressionError("expression-kinds-differ", node.position, left=left, right=right)
    if left == "text" and node.operator not in ("=", "<>"):
        raise ExpressionError("expression-text-order", node.position, operator=node.operator)
    return "logic"


def _membership(node: Membership, kind_of: KindOf) -> str:
    value = check(node.value, kind_of)
    for option in node.options:
        found = check(option, kind_of)
        if found != value:
            raise ExpressionError("expression-kinds-differ", option.position, left=value, right=found)
    return "logic"


def _conditional(node: Conditional, kind_of: KindOf) -> str:
    _logic(node.condition, kind_of)
    branches = [branch for branch in (node.then, node.otherwise) if branch is not None]
    kinds = [check(branch, kind_of) for branch in branches]
    if kinds[0] not in ("number", "date", "logic"):
        raise ExpressionError("expression-text-result", node.then.position)
    if kinds[-1] != kinds[0]:
        raise ExpressionError("expression-kinds-differ", branches[-1].position, left=kinds[0], right=kinds[-1])
    return kinds[0]


def _call(node: Call, kind_of: KindOf) -> str:
    function = FUNCTIONS[node.function]
    if function.arguments == "references":
        for argument in node.arguments:
            if not isinstance(argument, Reference):
                raise ExpressionError("expression-reference-expected", argument.position, name=node.function)
            kind_of(argument)
        return function.result
    if function.arguments == "numbers":
        return _aggregate(node, kind_of)
    _number(node.arguments[0], kind_of)
    if function.arguments == "number-digits":
        digits = node.arguments[1]
        if not (isinstance(digits, Number) and isinstance(digits.value, int) and digits.value <= MAX_DIGITS):
            raise ExpressionError("expression-digits", digits.position, limit=MAX_DIGITS)
    return "number"


def _aggregate(node: Call, kind_of: KindOf) -> str:
    """`sum average` take numbers; `min max` take numbers or dates, not both."""
    first = ""
    for argument in node.arguments:
        found = kind_of(argument) if isinstance(argument, Reference) else check(argument, kind_of)
        if found != "number" and not (found == "date" and FUNCTIONS[node.function].result == "same"):
            raise ExpressionError("expression-number-expected", argument.position, found=found)
        if first and found != first:
            raise ExpressionError("expression-kinds-differ", argument.position, left=first, right=found)
        first = found
    return first
