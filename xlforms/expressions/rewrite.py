"""Makes a tree in which names are replaced: what a rule says of every row becomes what it says of one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from xlforms.expressions.nodes import Binary, Call, Conditional, Logic, Membership, Node, Not, Reference, Unary


def rewritten(node: Node, meaning: Callable[[Reference], Sequence[Node]]) -> Node:  # noqa: PLR0911
    """The tree with every name replaced by what it means; several nodes only where a function takes a list.

    Positions stay those of the text. Raises ValueError when a name outside a function means more or less than one node.
    """

    def one(inner: Node) -> Node:
        return rewritten(inner, meaning)

    match node:
        case Reference():
            (single,) = meaning(node)
            return single
        case Unary(operand) | Not(operand):
            return replace(node, operand=one(operand))
        case Binary(_, left, right):
            return replace(node, left=one(left), right=one(right))
        case Logic(_, parts):
            return replace(node, parts=tuple(one(part) for part in parts))
        case Conditional(condition, then, otherwise):
            other = None if otherwise is None else one(otherwise)
            return replace(node, condition=one(condition), then=one(then), otherwise=other)
        case Membership(value, _):
            return replace(node, value=one(value))
        case Call(_, arguments):
            listed = (meaning(each) if isinstance(each, Reference) else (one(each),) for each in arguments)
            return replace(node, arguments=tuple(part for parts in listed for part in parts))
        case _:
            return node
