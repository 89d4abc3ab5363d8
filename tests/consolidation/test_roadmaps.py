"""Which units have to report on which roadmaps."""

from __future__ import annotations

from tests.reports.made_up import form_of, made_up_units, returned, small_form, submission
from tests.reports.made_up_roadmap import DAY, ROADMAP, report, roadmap
from xlforms.consolidation.consolidate import consolidate
from xlforms.consolidation.received import Received
from xlforms.consolidation.summary import Summary

OTHER = form_of(ROADMAP.replace("form: road", "form: other").replace("code: МДК", "code: ДР"))
FORMS = {("other", "1"): OTHER, ("road", "1"): roadmap(), ("small", "1"): small_form()}


def summary_with(files: list[Received], expected: list[str], *, register: bool = True) -> Summary:
    """The summary of a round of three units."""
    units = made_up_units(3, 1) if register else None
    return consolidate(files, FORMS, expected, units=units, collection=None, as_of=None, last_day=DAY)


def asked(summary: Summary) -> dict[str, list[str]]:
    """The units of every roadmap."""
    return {progress.form: [unit.unit for unit in progress.units] for progress in summary.progress}


FILES = [report("002", {}), returned(submission(small_form(), "001", {}))]


def test_expected_of_everybody() -> None:
    """A roadmap of the round is asked of every registered unit, also when nobody returned it."""
    assert {"road": ["001", "002", "003"], "other": ["001", "002", "003"]} == asked(
        summary_with(FILES, ["road", "other"])
    )


def test_sent_without_being_expected() -> None:
    """A roadmap outside the round, and any without a register, is asked of those that sent it."""
    assert {"road": ["002"]} == asked(summary_with(FILES, ["small"]))
    assert {"road": ["002"]} == asked(summary_with(FILES, ["road", "other"], register=False))


def test_no_roadmap() -> None:
    """Forms without measures and indicators have no progress; checking single files tells none either."""
    summary = summary_with(FILES[1:], ["small"])
    assert ((), ()) == (summary.progress, summary.indicators)
    alone = consolidate(FILES, FORMS, (), units=None, collection=None, as_of=DAY, choosing=False)
    assert ((), ()) == (alone.progress, alone.indicators)


def test_day() -> None:
    """The day is that of the summary, else the last day that dates may have; without either nothing is told."""
    assert DAY == summary_with(FILES, ["road"]).progress[0].as_of
    undated = consolidate(FILES, FORMS, ["road"], units=None, collection=None, as_of=None)
    assert () == undated.progress
