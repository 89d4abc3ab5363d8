"""The sheet «Правила»: four outcomes counted apart."""

from __future__ import annotations

from dataclasses import replace

from tests.reports.explained import crowd_form, crowd_summary
from tests.reports.made_up import made_up_units, returned, submission, summary_of
from tests.reports.read_back import opened, rows_of
from xlforms.consolidation.summary import Summary
from xlforms.intake.submission import InvalidAnswer


def _rows(summary: Summary) -> list[tuple[object, ...]]:
    return [row[1:] for row in rows_of(opened(summary)["Правила"], 4)]


def test_outcomes() -> None:
    """Met, broken, of these explained, not applicable, not checked: over all rows and schools."""
    summary = crowd_summary(
        {"first.pupils": 50, "first.girls": 50, "last.pupils": 60, "last.girls": 61}, {"first.pupils": 5},
        explanations=["crowd_last"],
    )  # fmt: skip
    assert [
        ("в классах … девочек …, а учеников …", "ошибка", 1, 1, 0, 2, 0, "part", None),
        ("Переполненные классы", "вопрос", 1, 2, 1, 1, 0, "crowd", None),
    ] == _rows(summary)


def test_not_checked() -> None:
    """What rests on text where a number belongs is not checked, which is not «not applicable»; the note says whether
    we could read it."""
    answers = submission(
        crowd_form(), "001", {"t.last.girls": 5}, invalid={"t.first.pupils": InvalidAnswer("not-a-number", "много")},
        repairs={"t.last.girls": ("number-from-text", "5")},
    )  # fmt: skip
    summary = summary_of([returned(answers)], made_up_units(1, 1), form=crowd_form())
    assert [
        (0, 0, 0, 0, 2, "не проверено: ответ не прочитан – 1, число набрано как текст – 1"),
        (0, 0, 0, 1, 1, "не проверено: ответ не прочитан – 1"),
    ] == [(*row[2:7], row[8]) for row in _rows(summary)]


def test_broken_rule() -> None:
    """A rule that could not be computed at all says so."""
    summary = crowd_summary({"first.pupils": 5})
    (form,) = summary.forms
    (version,) = form.versions
    outcomes = replace(version.outcomes, broken={0: "ValueError: нет"})
    changed = replace(form, versions=(replace(version, outcomes=outcomes),))
    assert ["правило не удалось вычислить: ValueError: нет", None] == [
        row[8] for row in _rows(replace(summary, forms=(changed,)))
    ]


def test_no_rules() -> None:
    """A round without rules says so."""
    summary = summary_of([], made_up_units(1, 1))
    assert [("Правил, связывающих ответы, в формах нет.",)] == [
        tuple(value for value in row if value is not None) for row in rows_of(opened(summary)["Правила"], 4)
    ]
