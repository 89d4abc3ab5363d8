"""`share`: a part is not above its whole. Not applicable while one of them is blank."""

from __future__ import annotations

from xlforms.edit_rules.kind import Arguments, Key, Kind, Statement
from xlforms.expressions.nodes import Binary


def _state(arguments: Arguments) -> tuple[Statement, ...]:
    part, whole = arguments.one("part"), arguments.one("whole")
    return (
        Statement(
            Binary("<=", part, whole),
            sides=(("left", part), ("right", whole), ("part", part), ("whole", whole)),
            about=(part, whole),
            message="{part_name} – {part}, это больше, чем {whole_name} – {whole}",
        ),
    )


KIND = Kind(
    name="share",
    keys=(Key("part", "number"), Key("whole", "number")),
    state=_state,
    advice="Часть не может быть больше целого: проверьте оба числа.",
)
