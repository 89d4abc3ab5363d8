"""`balance`: parts add up to a total.

Parts that are blank are left out; when all are blank, or the total is, the rule is not applicable. `tolerance` is the
largest difference that is no mistake, for totals of rounded numbers.
"""

from __future__ import annotations

from xlforms.edit_rules.kind import Arguments, Key, Kind, Statement
from xlforms.expressions.nodes import Binary, Call, Node


def _state(arguments: Arguments) -> tuple[Statement, ...]:
    parts, total = arguments.one("parts"), arguments.one("total")
    condition: Node = Binary("=", parts, total)
    if arguments.has("tolerance"):
        condition = Binary("<=", Call("abs", (Binary("-", parts, total),)), arguments.one("tolerance"))
    return (
        Statement(
            condition,
            sides=(("left", parts), ("right", total), ("parts", parts), ("total", total)),
            about=(total, parts),
            message="в сумме {parts_name} – {parts}, а {total_name} – {total}",
        ),
    )


KIND = Kind(
    name="balance",
    keys=(Key("parts", "number"), Key("total", "number"), Key("tolerance", "constant", required=False)),
    state=_state,
    advice="Проверьте слагаемые и итог.",
)
