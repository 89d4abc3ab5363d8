"""`consistency`: if one condition is met, so must be another."""

from __future__ import annotations

import pytest

from tests.edit_rules.truth import FAILED, NOT_APPLICABLE, NOT_CHECKED, PASSED, Wrong, outcome, said
from xlforms.expressions.semantics import Outcome
from xlforms.intake.values import Value

RULE = """{rule: agree, kind: consistency, if: c.k = "да", then: c.a > 0}"""
STRICT = """{rule: agree, kind: consistency, if: c.k = "да", then: answered(c.a) and c.a > 0}"""
NONE = """{rule: agree, kind: consistency, if: c.k = "нет", then: not answered(c.a) or c.a = 0}"""

Answer = Value | Wrong | None


@pytest.mark.parametrize(
    ("k", "a", "expected"),
    [
        ("да", 1, PASSED),
        ("да", 0, FAILED),
        ("нет", 0, NOT_APPLICABLE),
        ("нет", 1, NOT_APPLICABLE),
        (None, 0, NOT_APPLICABLE),
        ("да", None, NOT_APPLICABLE),
        ("да", Wrong(), NOT_CHECKED),
        ("нет", Wrong(), NOT_APPLICABLE),
        (Wrong("#Н/Д"), 1, NOT_CHECKED),
    ],
)
def test_if_and_then(k: Answer, a: Answer, expected: Outcome) -> None:
    """Nothing is said when the first condition is not met or cannot be told."""
    assert expected == outcome(RULE, k=k, a=a)


@pytest.mark.parametrize(
    ("k", "a", "expected"),
    [("да", None, FAILED), ("да", 0, FAILED), ("да", 1, PASSED), ("да", Wrong(), NOT_CHECKED)],
)
def test_blank_made_to_fail(k: Answer, a: Answer, expected: Outcome) -> None:
    """With `answered` a blank fails too."""
    assert expected == outcome(STRICT, k=k, a=a)


@pytest.mark.parametrize(
    ("k", "a", "expected"),
    [("нет", None, PASSED), ("нет", 0, PASSED), ("нет", 5, FAILED), ("да", 5, NOT_APPLICABLE)],
)
def test_blank_allowed(k: Answer, a: Answer, expected: Outcome) -> None:
    """What is not there has no number, or zero."""
    assert expected == outcome(NONE, k=k, a=a)


def test_words() -> None:
    """Without words of its own the rule names the answers; `show` gives values for its own words."""
    shown = STRICT[:-1] + ', show: {places: c.a}, message: "столовая есть, мест: {places}", advice: Проверьте места.}'

    assert [("c.a", "ответы не согласуются между собой: «графа А», «выбор К». Проверьте эти ответы.")] == said(
        RULE, {"k": "да", "a": 0}
    )
    assert [("c.a", "столовая есть, мест: не указано. Проверьте места.")] == said(shown, {"k": "да"})
