"""`required_if`: an item must be answered when a condition is met."""

from __future__ import annotations

import pytest

from tests.edit_rules.truth import FAILED, NOT_APPLICABLE, NOT_CHECKED, PASSED, Wrong, outcome, said
from xlforms.expressions.semantics import Outcome
from xlforms.intake.values import Value

RULE = "{rule: name_it, kind: required_if, item: c.t, condition: c.a > 0}"
NUMBER = "{rule: name_it, kind: required_if, item: c.b, condition: answered(c.t)}"
ROW = "{rule: name_it, kind: required_if, each_row: rows, item: name, condition: answered(row)}"

Answer = Value | Wrong | None


@pytest.mark.parametrize(
    ("t", "a", "expected"),
    [
        ("физика", 1, PASSED),
        (None, 1, FAILED),
        (None, 0, NOT_APPLICABLE),
        ("физика", 0, NOT_APPLICABLE),
        (None, None, NOT_APPLICABLE),
        (None, Wrong(), NOT_CHECKED),
        ("физика", Wrong(), NOT_CHECKED),
        (Wrong("#Н/Д"), 1, PASSED),  # something stands there, and is a finding of its own
    ],
)
def test_item_and_condition(t: Answer, a: Answer, expected: Outcome) -> None:
    """A blank fails when the condition is met, and only then."""
    assert expected == outcome(RULE, t=t, a=a)


@pytest.mark.parametrize(
    ("b", "t", "expected"), [(0, "да", PASSED), (None, "да", FAILED), (None, None, NOT_APPLICABLE)]
)
def test_number_wanted(b: Answer, t: Answer, expected: Outcome) -> None:
    """Zero is an answer."""
    assert expected == outcome(NUMBER, b=b, t=t)


def test_rest_of_the_row() -> None:
    """`row` means the other answers of the row, not the item itself."""
    assert [
        ("rows.2.name", "нет ответа, а при таких остальных ответах он нужен. "
                        "Заполните эту ячейку или исправьте остальные ответы.")
    ] == said(ROW, {"rows.1.name": "одна", "rows.1.number": 1, "rows.2.number": 2})  # fmt: skip


def test_words() -> None:
    """What the condition compared can be said."""
    rule = RULE[:-1] + ', message: "учителей {left}, а предмет не назван", advice: Назовите предмет.}'

    assert [("c.t", "учителей 2, а предмет не назван. Назовите предмет.")] == said(rule, {"a": 2})
