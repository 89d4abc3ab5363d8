"""`consistency`: if one condition is met, so must be another.

When the first is not met, or is not applicable because of blanks, the rule is not applicable; when the second is not
applicable, neither is the rule. To make a blank fail, say so: `then: answered(seats) and seats > 0`.
"""

from __future__ import annotations

from xlforms.edit_rules.kind import Arguments, Key, Kind, Statement
from xlforms.expressions.nodes import Binary, Conditional


def _state(arguments: Arguments) -> tuple[Statement, ...]:
    condition, then = arguments.one("if"), arguments.one("then")
    compared = (("left", then.left), ("right", then.right)) if isinstance(then, Binary) else ()
    return (
        Statement(
            Conditional(condition, then),
            sides=compared,
            about=(then, condition),
            message="ответы не согласуются между собой: {names}",
        ),
    )


KIND = Kind(
    name="consistency",
    keys=(Key("if", "condition"), Key("then", "condition")),
    state=_state,
    advice="Проверьте эти ответы.",
)
