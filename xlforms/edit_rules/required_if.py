"""`required_if`: an item must be answered when a condition is met; its blank is then a failure.

When the condition itself is not applicable, because what it looks at is blank, so is the rule.
"""

from __future__ import annotations

from xlforms.edit_rules.kind import Arguments, Key, Kind, Statement
from xlforms.expressions.nodes import Binary, Call, Conditional


def _state(arguments: Arguments) -> tuple[Statement, ...]:
    items, condition = arguments.all("item"), arguments.one("condition")
    sides = [("item", items[0])] if len(items) == 1 else []
    if isinstance(condition, Binary):
        sides += [("left", condition.left), ("right", condition.right)]
    return (
        Statement(
            Conditional(condition, Call("answered", items)),
            sides=tuple(sides),
            about=items,
            message="нет ответа, а при таких остальных ответах он нужен",
        ),
    )


KIND = Kind(
    name="required_if",
    keys=(Key("item", "answers"), Key("condition", "condition")),
    state=_state,
    advice="Заполните эту ячейку или исправьте остальные ответы.",
)
