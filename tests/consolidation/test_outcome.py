"""What a run has to tell."""

from __future__ import annotations

from tests.reports.made_up import made_up_units, returned, small_form, submission, summary_of
from xlforms.consolidation.notice import Notice
from xlforms.consolidation.outcome import Outcome, RejectedFile, read_outcome, write_outcome
from xlforms.consolidation.outcome_of import outcome_of

_COUNTS = {"accepted": 1, "superseded": 0, "duplicate": 0, "rejected": 1, "ignored": 0, "unpacked": 0}


def test_outcome() -> None:
    """Counts of files and findings, who is missing and what was rejected; written and read it is the same."""
    good = returned(submission(small_form(), "001", {"staff.russian.total": 501, "staff.russian.young": 3}))
    stray = returned(submission(small_form(), "077", {"staff.russian.total": 1}))
    outcome = outcome_of(summary_of([good, stray], made_up_units(3, 1)), (Notice("choice-idle", {"file": "x"}),))
    rejected = RejectedFile("получено/077.xlsx", "unknown-unit", "unit-not-registered", (("unit", "077"),))
    required = outcome.hard - 1
    assert required > 0
    assert (
        Outcome(
            _COUNTS, (rejected,), True, 3, 2, required + 1, outcome.soft, 0, (Notice("choice-idle", {"file": "x"}),)
        )
        == outcome
    )
    assert (2, True) == (outcome.files, outcome.to_act_on)
    assert outcome == read_outcome(write_outcome(outcome))


def test_nothing_came() -> None:
    """Without a register and files there is nothing to act on."""
    outcome = outcome_of(summary_of([], None))
    assert (0, False, 0, False) == (outcome.files, outcome.registered, outcome.units, outcome.to_act_on)


def test_no_outcome() -> None:
    """A text that holds none is none; what cannot be written is an empty text."""
    assert (None, None, None) == (read_outcome(""), read_outcome("[1]"), read_outcome('{"Notice":["x",1]}'))
    strange = RejectedFile("", "", "", (("detail", object()),))
    assert "" == write_outcome(Outcome(_COUNTS, (strange,), False, 0, 0, 0, 0, 0))
