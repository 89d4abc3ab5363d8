"""Two units with the same answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from tests.reports.made_up import made_up_units, returned, small_form, submission, summary_of
from xlforms.consolidation.received import Received
from xlforms.intake.submission import InvalidAnswer
from xlforms.intake.values import Value

_ANSWERS: dict[str, Value] = {
    "staff.russian.total": 17,
    "staff.russian.young": 4,
    "staff.mathematics.total": 9,
    "building.built": 1967,
    "building.lacks": "ремонт кровли",
    "building.checked": date(2020, 5, 5),
    "building.kind": "нет",
}


def _file(unit: str, answers: Mapping[str, Value], **more: InvalidAnswer) -> Received:
    return returned(submission(small_form(), unit, answers, invalid=more))


def _noted(files: list[Received]) -> dict[str, dict[str, object]]:
    """The parameters of the notes, by unit."""
    summary = summary_of(files, made_up_units(9, 2))
    return {
        file.unit: note.parameters
        for file in summary.received
        if file.submission is not None
        for note in file.submission.notes
        if note.code == "same-answers" and not note.hard
    }


def test_a_neighbours_file() -> None:
    """Each of the two is told of the other; who sent it, and what is personal, take no part."""
    files = [
        _file("001", _ANSWERS | {"contact.date": date(2020, 6, 1), "building.head": "xxx"}),
        _file("002", _ANSWERS | {"contact.date": date(2020, 6, 2)}),
        _file("003", _ANSWERS | {"staff.russian.total": 18}),
    ]
    expected = {
        "001": {"units": "002", "path": "получено/002.xlsx"},
        "002": {"units": "001", "path": "получено/001.xlsx"},
    }
    assert expected == _noted(files)
    assert expected == _noted(files[::-1])


def test_it_is_a_finding() -> None:
    """The officer reads it among the findings, as a question."""
    summary = summary_of([_file("001", _ANSWERS), _file("002", _ANSWERS)], made_up_units(2, 1))
    found = [finding for finding in summary.forms[0].versions[0].findings if "same-answers" in finding.code]
    assert [("soft", "form"), ("soft", "form")] == [(finding.severity, finding.rule) for finding in found]
    assert (
        "Все ответы те же, что у другой организации: 002 (получено/002.xlsx). Возможно, это её файл с другим "
        "названием. Уточните, чьи это ответы."
    ) == found[0].message("ru")


def test_many_alike() -> None:
    """Of many only three are named."""
    found = _noted([_file(f"00{number}", _ANSWERS) for number in range(1, 6)])
    assert {"units": "002, 003, 004…", "path": "получено/002.xlsx"} == found["001"]


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"building.kind": "нет", "building.warm": "да"},  # ticked alike
        {name: 0 for name in _ANSWERS if name.startswith("staff")},
        dict.fromkeys(("staff.russian.total", "staff.russian.young", "staff.mathematics.total"), 1),
        dict(list(_ANSWERS.items())[:4]),  # four that tell something
    ],
)
def test_alike_by_chance(answers: dict[str, Value]) -> None:
    """Few answers, zeros and ticked choices are alike in many schools."""
    assert {} == _noted([_file("001", answers), _file("002", answers)])


def test_what_differs() -> None:
    """An answer that cannot be read, or a number in place of a text, is another answer; older forms do not matter."""
    other = _file("002", {name: value for name, value in _ANSWERS.items() if name != "building.kind"})
    wrong = submission(
        small_form(), "003", dict(_ANSWERS), invalid={"building.area": InvalidAnswer("not-a-number", "нет")}
    )
    assert {} == _noted([_file("001", _ANSWERS), other, returned(wrong)])
    older, newer = _file("002", _ANSWERS), _file("002", _ANSWERS | {"building.built": 1968})
    newer = replace(newer, path="получено/позже.xlsx", sha256="ff", modified=None, letter_date=None)
    newer = replace(newer, modified=older.modified and older.modified.replace(year=2021))
    assert {} == _noted([_file("001", _ANSWERS), older, newer])
