"""`expression`: any condition of the rule language."""

from __future__ import annotations

import pytest

from tests.edit_rules.truth import FAILED, NOT_APPLICABLE, NOT_CHECKED, PASSED, Wrong, outcome, said
from xlforms.expressions.semantics import Outcome
from xlforms.intake.values import Value

RULE = "{rule: any, kind: expression, condition: c.a + c.b <= 10 or c.t = 'особая'}"
NAMED = "{rule: any, kind: expression, condition: answered(rows.*.name)}"
WHEN = "{rule: any, kind: expression, condition: c.b > 0, when: c.a > 0}"

Answer = Value | Wrong | None


@pytest.mark.parametrize(
    ("a", "b", "t", "expected"),
    [
        (4, 6, None, PASSED),
        (5, 6, "обычная", FAILED),
        (5, 6, " Особая", PASSED),
        (5, 6, None, NOT_APPLICABLE),
        (None, 6, "обычная", NOT_APPLICABLE),
        (Wrong(), 6, "обычная", NOT_CHECKED),
        (Wrong(), 6, "особая", PASSED),
    ],
)
def test_condition(a: Answer, b: Answer, t: Answer, expected: Outcome) -> None:
    """Sums, texts and `or` mean what `semantics` says."""
    assert expected == outcome(RULE, a=a, b=b, t=t)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (1, 1, PASSED),
        (1, 0, FAILED),
        (0, 0, NOT_APPLICABLE),
        (None, 0, NOT_APPLICABLE),
        (1, None, NOT_APPLICABLE),
        (Wrong(), 0, NOT_CHECKED),
    ],
)
def test_when(a: Answer, b: Answer, expected: Outcome) -> None:
    """`when` says when a rule of any kind applies at all."""
    assert expected == outcome(WHEN, a=a, b=b)


def test_at_least_one_row() -> None:
    """A wildcard looks through all rows; something unreadable is an answer too."""
    answers: list[dict[str, Answer]] = [{}, {"rows.3.name": "одна"}, {"rows.2.name": Wrong("#Н/Д")}]

    assert [FAILED, PASSED, PASSED] == [outcome(NAMED, None, **each) for each in answers]


def test_words() -> None:
    """Without words of its own the rule names the answers; a comparison has two sides to say."""
    rule = '{rule: any, kind: expression, condition: c.a + c.b <= c.c, message: "вместе {left}, а мест {right}"}'

    assert [
        ("rows.1.name", "ответы не согласуются между собой: «1 / название», «2 / название», «3 / название». "
                        "Проверьте эти ответы.")
    ] == said(NAMED, {})  # fmt: skip
    assert [("c.a", "вместе 11, а мест 10. Проверьте эти ответы.")] == said(rule, {"a": 5, "b": 6, "c": 10})
