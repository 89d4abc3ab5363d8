"""A form travels by mail: the questionnaire stays small with all of its live checks."""

from __future__ import annotations

import pytest

from tests.all_forms import FORMS, plan_named
from tests.checks.consistent_school import consistent_answers, questionnaire
from tests.workbook.forms import bytes_of
from xlforms.layout.build import build_plan

LIMIT = 120_000  # bytes


def test_filled_questionnaire_is_small() -> None:
    """Blank or filled in."""
    plan = build_plan(questionnaire())
    sizes = [len(bytes_of(plan)), len(bytes_of(plan, values=dict(consistent_answers())))]
    assert [] == [size for size in sizes if size >= LIMIT]


@pytest.mark.parametrize("name", FORMS)
def test_blank_forms_are_small(name: str) -> None:
    """Seven live checks in each of 78 measures too."""
    assert len(bytes_of(plan_named(name))) < LIMIT
