"""Makes a tree in which parts are replaced: what a rule says of every row becomes what it says of one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from xlforms.expressions.nodes import Binary, Call, Conditional, Logic, Membership, Node, Not, Reference, Unary


def rewritten(node: Node, meaning: Callable[[Reference], Sequence[Node]]) -> Node:
    """The tree with every name replaced by what it means; several nodes only where a function takes a list.

    Positions stay those of the text. Raises ValueError when a name outside a function means more or less than one node.
    """
    if isinstance(node, Reference):
        (single,) = meaning(node)
        return single

    def one(inner: Node) -> Node:
        return rewritten(inner, meaning)

    def listed(argument: Node) -> Sequence[Node]:
        return meaning(argument) if isinstance(argument, Reference) else (one(argument),)

    return _with_parts(node, one, listed)


def with_replaced(node: Node, other: Callable[[Node], Node | None]) -> Node:
    """The tree with the topmost nodes replaced for which `other` gives a node; positions stay those of the text."""
    instead = other(node)
    if instead is not None:
        return instead

    def one(inner: Node) -> Node:
        return with_replaced(inner, other)

    return _with_parts(node, one, lambda argument: (one(argument),))


def _with_parts(  # noqa: PLR0911 - as many sorts of nodes
    node: Node, one: Callable[[Node], Node], listed: Callable[[Node], Sequence[Node]]
) -> Node:
    """The node with each of its parts replaced by `one`, and each argument of a function by those of `listed`."""
    match node:
        case Unary(operand) | Not(operand):
            return replace(node, operand=one(operand))
        case Binary(_, left, right):
            return replace(node, left=one(left), right=one(right))
        case Logic(_, parts):
            return replace(node, parts=tuple(one(part) for part in parts))
        case Conditional(condition, then, otherwise):
            after = None if otherwise is None else one(otherwise)
            return replace(node, condition=one(condition), then=one(then), otherwise=after)
        case Membership(value, _):
            return replace(node, value=one(value))
        case Call(_, arguments):
            return replace(node, arguments=tuple(part for argument in arguments for part in listed(argument)))
        case _:
            return node
