"""`unique`: no two rows of a table say the same in the columns given.

The later of two equal rows fails. Texts are compared as everywhere, without regard to capitals and spaces. A row in
which one of the columns is blank repeats nothing: as the later one it makes the rule not applicable.
"""

from __future__ import annotations

from collections.abc import Mapping

from xlforms.edit_rules.kind import Arguments, Key, Kind, Statement
from xlforms.expressions.nodes import Binary, Call, Conditional, Logic, Node, Not


def _state(arguments: Arguments) -> tuple[Statement, ...]:
    own = arguments.all("by")
    if not arguments.earlier:
        return ()
    whole = _all([Call("answered", (item,)) for item in own])
    return (
        Statement(
            Conditional(whole, _all([_differs(own, before) for before in arguments.earlier])),
            sides=(("left", own[0]),),
            about=own,
            message="повторяет одну из строк выше: {left}",
        ),
    )


def _differs(own: tuple[Node, ...], before: Mapping[str, tuple[Node, ...]]) -> Node:
    """The earlier row is blank, or another one."""
    pairs = list(zip(own, before["by"], strict=True))
    blanks: list[Node] = [Not(Call("answered", (other,))) for _, other in pairs]
    return Logic("or", (*blanks, *(Binary("<>", item, other) for item, other in pairs)))


def _all(parts: list[Node]) -> Node:
    return parts[0] if len(parts) == 1 else Logic("and", tuple(parts))


KIND = Kind(
    name="unique",
    keys=(Key("by", "answers"),),
    state=_state,
    advice="Оставьте одну строку или уточните ответы.",
    by_rows=True,
)
