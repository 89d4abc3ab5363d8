"""The words, signs and colours of states."""

from __future__ import annotations

from xlforms.consolidation.measure_states import STATES
from xlforms.reports.state_looks import STATE_LOOKS, legend, state_words


def test_words() -> None:
    """The words of the states, as an official says them."""
    assert [
        "выполнено", "выполнено с опозданием", "в работе", "просрочено", "не начато", "срок не наступил",
        "не применимо", "нет ответа",
    ] == [state_words(state) for state in STATES]  # fmt: skip


def test_states_are_told_apart() -> None:
    """Every state has a sign and a colour of its own, so that it is known in grey and at a glance."""
    assert set(STATES) == set(STATE_LOOKS)
    for part in ("mark", "fill"):
        assert len(STATES) == len({getattr(look, part) for look in STATE_LOOKS.values()})


def test_legend() -> None:
    """All signs with their words; short enough for the heading of a printed page."""
    assert (
        "✓ выполнено, (✓) выполнено с опозданием, … в работе, ✗ просрочено, – не начато, · срок не наступил, "
        "н/п не применимо, ? нет ответа"
    ) == legend()
