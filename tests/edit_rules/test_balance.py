"""`balance`: parts add up to a total."""

from __future__ import annotations

import pytest

from tests.edit_rules.truth import FAILED, NOT_APPLICABLE, NOT_CHECKED, PASSED, Wrong, outcome, said
from xlforms.expressions.semantics import Outcome
from xlforms.intake.values import Value

RULE = "{rule: sum_is_right, kind: balance, parts: [c.a, c.b], total: c.c}"
DECIMAL = "{rule: sum_is_right, kind: balance, parts: [c.x, c.y], total: c.a, tolerance: 0.5}"
WITH_ZERO = "{rule: sum_is_right, kind: balance, parts: [c.a, c.z], total: c.c}"

Answer = Value | Wrong | None


@pytest.mark.parametrize(
    ("a", "b", "c", "expected"),
    [
        (2, 3, 5, PASSED),
        (2, 3, 6, FAILED),
        (2, 3, 4, FAILED),
        (0, 0, 0, PASSED),
        (5, None, 5, PASSED),
        (5, None, 6, FAILED),
        (None, None, 0, NOT_APPLICABLE),
        (2, 3, None, NOT_APPLICABLE),
        (None, None, None, NOT_APPLICABLE),
        (Wrong(), 3, 5, NOT_CHECKED),
        (2, 3, Wrong(), NOT_CHECKED),
        (Wrong(), None, None, NOT_CHECKED),
        (10**9, 1, 10**9 + 1, PASSED),
        (10**9, 1, 10**9 + 2, FAILED),
    ],
)
def test_parts_and_total(a: Answer, b: Answer, c: Answer, expected: Outcome) -> None:
    """Exact for whole numbers; blank parts count nothing; all parts or the total blank: nothing to compare."""
    assert expected == outcome(RULE, a=a, b=b, c=c)


@pytest.mark.parametrize(
    ("x", "y", "a", "expected"),
    [
        (0.1, 0.2, 0, PASSED),
        (1.25, 1.25, 3, PASSED),  # half a unit apart: the edge
        (1.25, 1.24, 3, FAILED),  # just over
        (1.75, 1.75, 3, PASSED),
        (1.75, 1.76, 3, FAILED),
        (None, 2.6, 3, PASSED),
        (None, None, 3, NOT_APPLICABLE),
        (Wrong(), 2.6, 3, NOT_CHECKED),
    ],
)
def test_tolerance(x: Answer, y: Answer, a: Answer, expected: Outcome) -> None:
    """A difference up to the tolerance, either way, is no mistake."""
    assert expected == outcome(DECIMAL, x=x, y=y, a=a)


@pytest.mark.parametrize(
    ("a", "z", "c", "expected"),
    [(5, None, 5, PASSED), (None, None, 0, PASSED), (None, None, 1, FAILED), (Wrong(), None, 1, NOT_CHECKED)],
)
def test_blank_that_is_zero(a: Answer, z: Answer, c: Answer, expected: Outcome) -> None:
    """A part with `blank: zero` is there even when it is empty."""
    assert expected == outcome(WITH_ZERO, a=a, z=z, c=c)


def test_decimals_add_up_as_people_do() -> None:
    """0,1 and 0,2 make 0,3."""
    assert PASSED == outcome("{rule: r, kind: balance, parts: [c.x, 0.2], total: c.y}", x=0.1, y=0.3)


def test_words() -> None:
    """Both numbers are said, beside the total."""
    assert [("c.c", "в сумме «графа А», «графа Б» – 5, а «графа В» – 6. Проверьте слагаемые и итог.")] == said(
        RULE, {"a": 2, "b": 3, "c": 6}
    )
