"""`ratio`: one number divided by another lies within bounds."""

from __future__ import annotations

import pytest

from tests.edit_rules.truth import FAILED, NOT_APPLICABLE, NOT_CHECKED, PASSED, Wrong, outcome, said
from xlforms.expressions.semantics import Outcome
from xlforms.intake.values import Value

RULE = "{rule: load, kind: ratio, numerator: c.a, denominator: c.b, low: 2, high: 25}"
SHARE = "{rule: load, kind: ratio, numerator: c.a, denominator: c.b, high: 50%}"
LOW = "{rule: load, kind: ratio, numerator: [c.a, c.b], denominator: c.c, low: c.x}"

Answer = Value | Wrong | None


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (100, 10, PASSED),
        (20, 10, PASSED),
        (19, 10, FAILED),
        (250, 10, PASSED),
        (251, 10, FAILED),
        (0, 10, FAILED),
        (100, 0, NOT_APPLICABLE),
        (0, 0, NOT_APPLICABLE),
        (None, 10, NOT_APPLICABLE),
        (100, None, NOT_APPLICABLE),
        (Wrong(), 10, NOT_CHECKED),
        (100, Wrong(), NOT_CHECKED),
        (Wrong(), 0, NOT_CHECKED),
    ],
)
def test_bounds(a: Answer, b: Answer, expected: Outcome) -> None:
    """Bounds belong to the range; nothing is divided by zero."""
    assert expected == outcome(RULE, a=a, b=b)


@pytest.mark.parametrize(("a", "b", "expected"), [(1, 2, PASSED), (2, 3, FAILED), (0, 3, PASSED)])
def test_share(a: Answer, b: Answer, expected: Outcome) -> None:
    """A bound may be a percentage."""
    assert expected == outcome(SHARE, a=a, b=b)


@pytest.mark.parametrize(
    ("x", "expected"), [(0.3, PASSED), (0.31, FAILED), (None, NOT_APPLICABLE), (Wrong(), NOT_CHECKED)]
)
def test_bound_from_the_form(x: Answer, expected: Outcome) -> None:
    """A bound may be an item, and the numerator a sum: (1 + 2) / 10."""
    assert expected == outcome(LOW, a=1, b=2, c=10, x=x)


def test_words() -> None:
    """The two numbers, their ratio and the bounds are said; a ratio can be shown as a percentage."""
    shown = SHARE[:-1] + ', message: "{numerator} из {denominator}, это {ratio:%}, а обычно до {high:%}"}'

    assert [("c.a", "19 на 7 – это 2,71, а обычно бывает не больше 0,5. Проверьте оба числа.")] == said(
        SHARE, {"a": 19, "b": 7}
    )
    assert [("c.a", "2 из 3, это 66,7 %, а обычно до 50 %. Проверьте оба числа.")] == said(shown, {"a": 2, "b": 3})
