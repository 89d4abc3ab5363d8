"""How the states of measures look: a word, a sign and a colour for each. Printed in grey the signs still tell."""

from __future__ import annotations

from typing import NamedTuple

from xlforms.consolidation.measure_states import STATES, MeasureState
from xlforms.messages import say
from xlforms.workbook.formats import AMBER, GREEN, INK, LINK, MUTED, RED, RED_FILL, WHITE


class StateLook(NamedTuple):
    """Sign, colour of the text, colour behind it."""

    mark: str
    ink: str
    fill: str


STATE_LOOKS: dict[MeasureState, StateLook] = {
    "done": StateLook("✓", GREEN, "#D3ECDC"),
    "done_late": StateLook("(✓)", "#55680B", "#EBF1C9"),
    "in_progress": StateLook("…", LINK, "#D9E8FB"),
    "overdue": StateLook("✗", RED, RED_FILL),
    "not_started": StateLook("–", AMBER, "#FDE9C9"),
    "not_due": StateLook("·", INK, WHITE),
    "not_applicable": StateLook("н/п", MUTED, "#E9EDF1"),
    "no_answer": StateLook("?", "#5B4B8A", "#E8E2F4"),
}


def state_words(state: MeasureState) -> str:
    """The state in words."""
    return say(f"measure-{state.replace('_', '-')}")


def legend() -> str:
    """All signs with their words, in one line."""
    return ", ".join(
        say("measure-legend-entry", mark=STATE_LOOKS[state].mark, state=state_words(state)) for state in STATES
    )
