"""How complete a submission is."""

from __future__ import annotations

import numpy as np
import pytest

from tests.reports.made_up import form_of, submission
from xlforms.checks.completeness import completeness
from xlforms.dataset.dataset import build_dataset
from xlforms.intake.submission import InvalidAnswer
from xlforms.intake.values import Value

HEAD = "form: small\nversion: '1'\ntitle: Проба\ncode: П\n"
FORM = form_of(
    HEAD
    + """
contact: [{field: note, title: примечание, type: text}]
sections:
  - section: one
    title: Раздел
    sheet: Лист
    blocks:
      - card: c
        fields:
          - {field: first, title: первое, type: integer, required: true}
          - {field: second, title: второе, type: integer}
"""
)
_UNIT: dict[str, Value] = {"unit.code": "1", "unit.name": "Школа № 1", "unit.municipality": "Район"}


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, 0.0),
        (_UNIT, 0.75),
        (_UNIT | {"c.first": 0}, 1.0),
        (_UNIT | {"c.second": 5}, 0.75),
    ],
)
def test_share_of_required_items(answers: dict[str, Value], expected: float) -> None:
    """What is not required neither helps nor harms; zero is an answer."""
    np.testing.assert_array_equal([expected], completeness(build_dataset(*FORM, [submission(FORM, "1", answers)])))


def test_something_wrong_is_filled_in() -> None:
    """As the counter on the title sheet does, a wrong answer counts as filled in."""
    wrong = submission(FORM, "1", _UNIT, invalid={"c.first": InvalidAnswer("not-a-number", "нет")})
    np.testing.assert_array_equal([1.0], completeness(build_dataset(*FORM, [wrong])))
