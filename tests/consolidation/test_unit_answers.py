"""Answers looked up by unit."""

from __future__ import annotations

from datetime import date

import numpy as np

from tests.reports.made_up import form_of
from tests.reports.made_up_roadmap import ROADMAP, report, roadmap, said
from xlforms.consolidation.counted import counted_answers
from xlforms.consolidation.received import Received
from xlforms.consolidation.unit_answers import UnitAnswers, VersionAnswers
from xlforms.dataset.dataset import build_dataset
from xlforms.layout.form_library import FormParts

NEWER = form_of(ROADMAP.replace('version: "1"', 'version: "2"'))


def answers_of(form: FormParts, files: list[Received]) -> VersionAnswers:
    """The submissions of one version, all answers counted."""
    dataset = build_dataset(*form, [file.submission for file in files if file.submission is not None])
    return VersionAnswers(dataset, counted_answers(dataset, {}), tuple(file.unit for file in files))


def test_versions_are_joined() -> None:
    """Answers of two versions stand in the order of the units; a version that does not ask gives nothing."""
    parts = [
        answers_of(NEWER, [report("3", said(spring="в работе"), form=NEWER)]),
        answers_of(
            roadmap(), [report("2", said(spring="выполнено 2021-02-01")), report("1", said(spring="не начато"))]
        ),
    ]
    answers = UnitAnswers(parts, ["1", "2", "3", "4"])
    status, done = "plan.spring.status", "plan.spring.date_done"
    assert [True, True, True, False] == answers.answered.tolist()
    assert ["не начато", "выполнено", "в работе", None] == answers.objects([status, status]).tolist()
    assert [None, None, "в работе", None] == answers.objects([status, ""]).tolist()
    days = answers.numbers([done, done])
    assert [1] == np.flatnonzero(~np.isnan(days)).tolist()
    assert float(date(2021, 2, 1).toordinal()) == days[1]


def test_what_does_not_count_is_left_out() -> None:
    """An answer that a finding excludes is none; a text is never taken for a number, nor a number for a text."""
    file = report("1", {**said(spring="выполнено 2021-02-01"), "staff.trained.target_1": 0.5})
    whole = answers_of(roadmap(), [file])
    excluded = VersionAnswers(
        whole.dataset,
        counted_answers(whole.dataset, {"plan.spring.status": [0], "staff.trained.target_1": [0]}),
        ("1",),
    )
    share, status = "staff.trained.target_1", "plan.spring.status"
    found = [
        (UnitAnswers([part], ["1"]).objects([name]).tolist(), UnitAnswers([part], ["1"]).numbers([name]).tolist())
        for part in (whole, excluded)
        for name in (status, share)
    ]
    assert "[(['выполнено'], [nan]), ([None], [0.5]), ([None], [nan]), ([None], [nan])]" == str(found)
