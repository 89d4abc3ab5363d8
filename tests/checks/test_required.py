"""Item nonresponse."""

from __future__ import annotations

import pytest

from tests.reports.made_up import form_of, submission
from xlforms.checks.required import check_required
from xlforms.dataset.dataset import build_dataset
from xlforms.intake.submission import InvalidAnswer
from xlforms.intake.values import Value

FORM = form_of("""
form: small
version: "1"
title: Проба
code: П
contact: [{field: note, title: примечание, type: text}]
sections:
  - section: one
    title: Раздел
    sheet: Лист
    blocks:
      - table: t
        columns:
          - {column: total, title: всего, type: integer, required: true, help: Поставьте 0.}
          - {column: which, title: какого, type: text, required_if: total > 0}
          - {column: extra, title: прочее, type: integer, required: true, blank: zero}
        rows: [{row: a, title: А}]
""")
_UNIT: dict[str, Value] = {"unit.code": "1", "unit.name": "Школа № 1", "unit.municipality": "Район"}


def _codes(answers: dict[str, Value], invalid: dict[str, InvalidAnswer] | None = None) -> list[tuple[str, str]]:
    dataset = build_dataset(*FORM, [submission(FORM, "1", _UNIT | answers, invalid=invalid)])
    return [(finding.item, finding.code) for finding in check_required(dataset)]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, [("t.a.total", "answer-required")]),
        ({"t.a.total": 0}, []),
        ({"t.a.total": 1}, [("t.a.which", "answer-required-here")]),
        ({"t.a.total": 1, "t.a.which": "казахского"}, []),
        ({"t.a.which": "казахского"}, [("t.a.total", "answer-required")]),
    ],
)
def test_required(answers: dict[str, Value], expected: list[tuple[str, str]]) -> None:
    """A blank is a finding where an answer is required always, or because of others; a blank that is zero never."""
    assert expected == _codes(answers)


def test_something_wrong_is_no_nonresponse() -> None:
    """An answer that cannot be read is not missing, and what depends on it is not asked for."""
    assert [] == _codes({}, {"t.a.total": InvalidAnswer("not-a-number", "нет")})


def test_conditions_see_what_the_workbook_sees() -> None:
    """A number that stands as text counts, but the form did not ask for what would depend on it."""
    given = submission(FORM, "1", _UNIT | {"t.a.total": 1}, repairs={"t.a.total": ("number-from-text", "1")})
    assert [] == list(check_required(build_dataset(*FORM, [given])))


def test_words() -> None:
    """The help of the form says what to do; without help the sentence ends cleanly."""
    dataset = build_dataset(*FORM, [submission(FORM, "1", {"t.a.total": 1}), submission(FORM, "2", _UNIT)])
    messages = [finding.message() for finding in check_required(dataset)]
    assert 5 == len(messages)
    assert messages[-2].endswith("нет ответа, а он обязателен. Поставьте 0.")
    assert messages[-1].endswith("нет ответа, а при таких остальных ответах он обязателен.")
