"""`ratio`: one number divided by another lies within bounds.

Not applicable when either is blank or the denominator is 0.
"""

from __future__ import annotations

from xlforms.edit_rules.kind import Arguments, Key, Kind, Statement
from xlforms.expressions.nodes import Binary, Logic, Node

_MESSAGES = {
    ("low", "high"): "{numerator} на {denominator} – это {ratio}, а обычно бывает от {low} до {high}",
    ("low",): "{numerator} на {denominator} – это {ratio}, а обычно бывает не меньше {low}",
    ("high",): "{numerator} на {denominator} – это {ratio}, а обычно бывает не больше {high}",
}


def _state(arguments: Arguments) -> tuple[Statement, ...]:
    numerator, denominator = arguments.one("numerator"), arguments.one("denominator")
    ratio = Binary("/", numerator, denominator)
    given = tuple(key for key in ("low", "high") if arguments.has(key))
    bounds = tuple((key, arguments.one(key)) for key in given)
    parts: list[Node] = [Binary(">=" if key == "low" else "<=", ratio, bound) for key, bound in bounds]
    return (
        Statement(
            parts[0] if len(parts) == 1 else Logic("and", tuple(parts)),
            sides=(
                ("left", ratio),
                ("right", bounds[-1][1]),
                ("ratio", ratio),
                ("numerator", numerator),
                ("denominator", denominator),
                *bounds,
            ),
            about=(numerator, denominator),
            message=_MESSAGES[given],
        ),
    )


KIND = Kind(
    name="ratio",
    keys=(
        Key("numerator", "number"),
        Key("denominator", "number"),
        Key("low", "number", required=False),
        Key("high", "number", required=False),
    ),
    state=_state,
    advice="Проверьте оба числа.",
    any_of=("low", "high"),
)
