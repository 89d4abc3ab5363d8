"""`order`: years or dates follow one another; equal ones may.

Each is compared with the next one that is answered: of a, b, c with b blank, a is compared with c. So one mistake is
found once, and its message names the two that disagree.
"""

from __future__ import annotations

from xlforms.edit_rules.kind import Arguments, Key, Kind, Statement
from xlforms.expressions.nodes import Binary, Call, Conditional, Node, Not, Reference


def _state(arguments: Arguments) -> tuple[Statement, ...]:
    items = arguments.all("items")
    return tuple(
        _pair(items[first], items[second], items[first + 1 : second])
        for second in range(1, len(items))
        for first in reversed(range(second))
        if all(isinstance(item, Reference) for item in items[first + 1 : second])
    )


def _pair(earlier: Node, later: Node, between: tuple[Node, ...]) -> Statement:
    condition: Node = Binary("<=", earlier, later)
    if between:
        condition = Conditional(Not(Call("answered", between)), condition)
    return Statement(
        condition,
        sides=(("left", earlier), ("right", later), ("earlier", earlier), ("later", later)),
        about=(later, earlier),
        message="{earlier_name} – {earlier}, это позже, чем {later_name} – {later}",
    )


KIND = Kind(
    name="order",
    keys=(Key("items", "sequence"),),
    state=_state,
    advice="Проверьте, не перепутаны ли они.",
)
