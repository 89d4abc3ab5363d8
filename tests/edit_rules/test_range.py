"""`range`: an item lies between bounds that may depend on other items."""

from __future__ import annotations

from datetime import date

import pytest

from tests.edit_rules.truth import FAILED, NOT_APPLICABLE, NOT_CHECKED, PASSED, Wrong, outcome, said
from xlforms.expressions.semantics import Outcome
from xlforms.intake.values import Value

RULE = "{rule: between, kind: range, item: c.a, low: c.b, high: 2 * c.b}"
LOW = "{rule: between, kind: range, item: c.x, low: 0.3}"
HIGH = "{rule: between, kind: range, item: c.d, high: c.e}"

Answer = Value | Wrong | None


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (7, 5, PASSED),
        (5, 5, PASSED),
        (4, 5, FAILED),
        (10, 5, PASSED),
        (11, 5, FAILED),
        (None, 5, NOT_APPLICABLE),
        (5, None, NOT_APPLICABLE),
        (Wrong(), 5, NOT_CHECKED),
        (5, Wrong(), NOT_CHECKED),
    ],
)
def test_both_bounds(a: Answer, b: Answer, expected: Outcome) -> None:
    """Bounds belong to the range."""
    assert expected == outcome(RULE, a=a, b=b)


@pytest.mark.parametrize(
    ("x", "expected"), [(0.1 + 0.2, PASSED), (0.3, PASSED), (0.2999, FAILED), (None, NOT_APPLICABLE)]
)
def test_low_bound_alone(x: Answer, expected: Outcome) -> None:
    """One bound is enough, and binary fractions do not matter."""
    assert expected == outcome(LOW, x=x)


@pytest.mark.parametrize(
    ("d", "expected"),
    [
        (date(2020, 6, 5), PASSED),
        (date(2020, 6, 6), FAILED),
        (None, NOT_APPLICABLE),
        (Wrong("скоро"), NOT_CHECKED),
    ],
)
def test_dates(d: Answer, expected: Outcome) -> None:
    """Dates are compared by the day."""
    assert expected == outcome(HIGH, d=d, e=date(2020, 6, 5))


def test_one_blank_bound() -> None:
    """The other bound still holds: broken it fails, kept the rule is not applicable."""
    rule = "{rule: between, kind: range, item: c.a, low: c.b, high: c.c}"

    assert (FAILED, NOT_APPLICABLE) == (outcome(rule, a=9, c=8), outcome(rule, a=7, c=8))


def test_words() -> None:
    """The answer and the bounds are said."""
    advice = "Проверьте это число и те, от которых зависят границы."

    assert [("c.a", f"указано 11, а возможно от 5 до 10. {advice}")] == said(RULE, {"a": 11, "b": 5})
    assert [("c.x", f"указано 0,25, а возможно не меньше 0,3. {advice}")] == said(LOW, {"x": 0.25})
    assert [("c.d", f"указано 06.06.2020, а возможно не больше 05.06.2020. {advice}")] == said(
        HIGH, {"d": date(2020, 6, 6), "e": date(2020, 6, 5)}
    )
