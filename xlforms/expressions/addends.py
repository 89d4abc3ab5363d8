"""Which parts of an expression are added up over units before the rest is computed.

A share of a region is the sum of parts over the sum of wholes, not the sum of shares. So the answers are added up, and
with them what only means something in one unit: how many answers were given, and an `if` that looks at what cannot be
added up, such as a choice: «(if canteen = "нет" then pupils else 0) / pupils» is the share of pupils without a canteen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from xlforms.expressions.nodes import (
    Binary,
    Call,
    Conditional,
    Node,
    Number,
    Reference,
    Unary,
    children,
    references,
)
from xlforms.expressions.rewrite import with_replaced

IsNumber = Callable[[Reference], bool]
"""Does a name mean numbers?"""


def is_settled_by_unit(node: Node, is_number: IsNumber) -> bool:
    """Is the node, names aside, one of the parts that are computed in each unit and then added up?"""
    if isinstance(node, Call):
        return node.function == "count"
    if not isinstance(node, Conditional):
        return False
    condition = node.condition
    return any(not is_number(name) for name in references(condition)) or any(
        isinstance(inner, Call) and inner.function in ("count", "answered") for inner in _nodes(condition)
    )


def is_additive(node: Node) -> bool:  # noqa: PLR0911 - one line for each sort of node
    """Is the node, over sums, the sum of what it is in each unit, names being so? «a + b» is, «a / b» is not."""
    match node:
        case Reference():
            return True
        case Unary(operand):
            return is_additive(operand)
        case Binary("+" | "-", left, right):
            return is_additive(left) and is_additive(right)
        case Binary("*", left, right):
            return (is_additive(left) and _is_constant(right)) or (_is_constant(left) and is_additive(right))
        case Binary("/", left, right):
            return is_additive(left) and _is_constant(right)
        case Call("sum", arguments):
            return all(is_additive(argument) for argument in arguments)
        case _:
            return False


def _is_constant(node: Node) -> bool:
    return isinstance(node, Number) or (isinstance(node, Unary) and _is_constant(node.operand))


def quotient_settled_by_unit(node: Node, is_number: IsNumber) -> Binary | None:
    """A quotient of items that would be computed in each unit and then added up, which gives nothing that has a
    meaning; None when there is none."""
    if isinstance(node, Conditional) and is_settled_by_unit(node, is_number):
        branches = [node.then, *([node.otherwise] if node.otherwise is not None else [])]
        quotients = (
            inner
            for branch in branches
            for inner in _nodes(branch)
            if isinstance(inner, Binary) and inner.operator == "/" and references(inner.right)
        )
        return next(quotients, None)
    found = (quotient_settled_by_unit(child, is_number) for child in children(node))
    return next((quotient for quotient in found if quotient is not None), None)


def needed_by_quotients(node: Node) -> Node:
    """The tree with every `a / b` made `a + b`, but for conditions of `if`: a number wherever both sides are.

    It tells whether a unit gave everything, for a unit whose `b` is 0 did.
    """

    def other(inner: Node) -> Node | None:
        if isinstance(inner, Conditional):
            after = None if inner.otherwise is None else needed_by_quotients(inner.otherwise)
            return replace(inner, then=needed_by_quotients(inner.then), otherwise=after)
        if isinstance(inner, Binary) and inner.operator == "/":
            return replace(
                inner, operator="+", left=needed_by_quotients(inner.left), right=needed_by_quotients(inner.right)
            )
        return None

    return with_replaced(node, other)


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    for child in children(node):
        yield from _nodes(child)
