"""`order`: years or dates follow one another."""

from __future__ import annotations

from datetime import date

import pytest

from tests.edit_rules.truth import FAILED, NOT_APPLICABLE, NOT_CHECKED, PASSED, Wrong, judged, outcome, said
from xlforms.expressions.semantics import Outcome
from xlforms.intake.values import Value

TWO = "{rule: in_order, kind: order, items: [c.d, c.e]}"
THREE = "{rule: in_order, kind: order, items: [c.a, c.b, c.c]}"
YEAR = "{rule: in_order, kind: order, items: [c.a, period_year]}"

Answer = Value | Wrong | None


@pytest.mark.parametrize(
    ("d", "e", "expected"),
    [
        (date(2020, 6, 4), date(2020, 6, 5), PASSED),
        (date(2020, 6, 5), date(2020, 6, 5), PASSED),
        (date(2020, 6, 6), date(2020, 6, 5), FAILED),
        (None, date(2020, 6, 5), NOT_APPLICABLE),
        (date(2020, 6, 6), None, NOT_APPLICABLE),
        (Wrong("давно"), date(2020, 6, 5), NOT_CHECKED),
    ],
)
def test_two_dates(d: Answer, e: Answer, expected: Outcome) -> None:
    """The same day is in order."""
    assert expected == outcome(TWO, d=d, e=e)


@pytest.mark.parametrize(
    ("a", "b", "c", "expected"),
    [
        (1990, 2000, 2010, (PASSED, PASSED, NOT_APPLICABLE)),
        (2001, 2000, 2010, (FAILED, PASSED, NOT_APPLICABLE)),
        (1990, 2011, 2010, (PASSED, FAILED, NOT_APPLICABLE)),
        (2011, 2005, 2000, (FAILED, FAILED, NOT_APPLICABLE)),
        (1990, None, 2010, (NOT_APPLICABLE, NOT_APPLICABLE, PASSED)),
        (2011, None, 2010, (NOT_APPLICABLE, NOT_APPLICABLE, FAILED)),
        (1990, 2000, None, (PASSED, NOT_APPLICABLE, NOT_APPLICABLE)),
        (None, None, 2010, (NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE)),
        (1990, Wrong(), 2010, (NOT_CHECKED, NOT_CHECKED, NOT_APPLICABLE)),
        (Wrong(), None, 2010, (NOT_CHECKED, NOT_APPLICABLE, NOT_CHECKED)),
    ],
)
def test_three_years(a: Answer, b: Answer, c: Answer, expected: tuple[Outcome, ...]) -> None:
    """Neighbours are compared, and over a blank its neighbours: pairs a-b, b-c, a-c."""
    assert expected == tuple(judged(THREE, {"a": a, "b": b, "c": c}).table[:, 0])


def test_year_of_the_collection() -> None:
    """It is compared when somebody named it, and is like a blank when nobody did."""
    assert (PASSED, FAILED, NOT_APPLICABLE) == (
        outcome(YEAR, year=2020, a=2020),
        outcome(YEAR, year=2020, a=2021),
        outcome(YEAR, a=2021),
    )


def test_words() -> None:
    """Only the two that disagree are said, beside the later one."""
    assert [("c.c", "«графа А» – 2011, это позже, чем «графа В» – 2010. Проверьте, не перепутаны ли они.")] == said(
        THREE, {"a": 2011, "c": 2010}
    )
    assert [
        ("c.a", "«графа А» – 2021, это позже, чем «год сбора сведений» – 2020. Проверьте, не перепутаны ли они.")
    ] == said(YEAR, {"a": 2021}, year=2020)
