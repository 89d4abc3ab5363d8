"""`expression`: any condition that the rule language can say."""

from __future__ import annotations

from xlforms.edit_rules.kind import Arguments, Key, Kind, Statement
from xlforms.expressions.nodes import Binary


def _state(arguments: Arguments) -> tuple[Statement, ...]:
    condition = arguments.one("condition")
    compared = (("left", condition.left), ("right", condition.right)) if isinstance(condition, Binary) else ()
    return (
        Statement(
            condition,
            sides=compared,
            about=(condition,),
            message="ответы не согласуются между собой: {names}",
        ),
    )


KIND = Kind(
    name="expression",
    keys=(Key("condition", "condition"),),
    state=_state,
    advice="Проверьте эти ответы.",
)
