"""`range`: an item lies between two bounds, either of which may depend on other items.

For bounds that are the same for everybody `minimum` and `maximum` of the item are enough. While a bound is blank the
rule is not applicable, unless the other bound is broken.
"""

from __future__ import annotations

from xlforms.edit_rules.kind import Arguments, Key, Kind, Statement
from xlforms.expressions.nodes import Binary, Logic, Node

_MESSAGES = {
    ("low", "high"): "указано {item}, а возможно от {low} до {high}",
    ("low",): "указано {item}, а возможно не меньше {low}",
    ("high",): "указано {item}, а возможно не больше {high}",
}


def _state(arguments: Arguments) -> tuple[Statement, ...]:
    item = arguments.one("item")
    given = tuple(key for key in ("low", "high") if arguments.has(key))
    bounds = tuple((key, arguments.one(key)) for key in given)
    parts: list[Node] = [Binary(">=" if key == "low" else "<=", item, bound) for key, bound in bounds]
    return (
        Statement(
            parts[0] if len(parts) == 1 else Logic("and", tuple(parts)),
            sides=(("left", item), ("right", bounds[-1][1]), ("item", item), *bounds),
            about=(item, *(bound for _, bound in bounds)),
            message=_MESSAGES[given],
        ),
    )


KIND = Kind(
    name="range",
    keys=(Key("item", "ordered"), Key("low", "ordered", required=False), Key("high", "ordered", required=False)),
    state=_state,
    advice="Проверьте это число и те, от которых зависят границы.",
    any_of=("low", "high"),
)
