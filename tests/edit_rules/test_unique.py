"""`unique`: no two rows of a table say the same."""

from __future__ import annotations

import pytest

from tests.edit_rules.truth import FAILED, NOT_APPLICABLE, NOT_CHECKED, PASSED, Wrong, judged, said
from xlforms.expressions.semantics import Outcome
from xlforms.intake.values import Value

RULE = "{rule: once, kind: unique, each_row: rows, by: [name]}"
PAIR = "{rule: once, kind: unique, each_row: rows, by: [name, number]}"

Answer = Value | Wrong | None


@pytest.mark.parametrize(
    ("first", "second", "third", "expected"),
    [
        ("швейное дело", "кулинария", "ремонт", (PASSED, PASSED)),
        ("швейное дело", "швейное дело", "ремонт", (FAILED, PASSED)),
        ("швейное дело", "ремонт", "швейное дело", (PASSED, FAILED)),
        ("ремонт", "ремонт", "ремонт", (FAILED, FAILED)),
        ("Швейное  дело", "швейное дело ", "ремонт", (FAILED, PASSED)),
        ("ремонт", None, "ремонт", (NOT_APPLICABLE, FAILED)),
        (None, None, None, (NOT_APPLICABLE, NOT_APPLICABLE)),
        (None, "ремонт", None, (PASSED, NOT_APPLICABLE)),
        (Wrong("#Н/Д"), "ремонт", "ремонт", (NOT_CHECKED, FAILED)),
    ],
)
def test_one_column(first: Answer, second: Answer, third: Answer, expected: tuple[Outcome, ...]) -> None:
    """The later of two equal rows fails; capitals and spaces do not matter, blank rows do not count."""
    answers = {"rows.1.name": first, "rows.2.name": second, "rows.3.name": third}

    assert expected == tuple(judged(RULE, answers).table[:, 0])


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("а", 1), ("а", 2), PASSED),
        (("а", 1), ("б", 1), PASSED),
        (("а", 1), ("а", 1), FAILED),
        (("а", None), ("а", 1), PASSED),
        (("а", 1), ("а", None), NOT_APPLICABLE),
        (("а", Wrong()), ("а", 1), NOT_CHECKED),
    ],
)
def test_two_columns(first: tuple[Answer, Answer], second: tuple[Answer, Answer], expected: Outcome) -> None:
    """Rows repeat one another when all columns named are equal and none is blank."""
    answers: dict[str, Answer] = {
        "rows.1.name": first[0], "rows.1.number": first[1], "rows.2.name": second[0], "rows.2.number": second[1]
    }  # fmt: skip

    assert expected == judged(PAIR, answers).table[0, 0]


def test_words() -> None:
    """What is repeated is said, at the later row."""
    assert [("rows.3.name", "повторяет одну из строк выше: Ремонт. Оставьте одну строку или уточните ответы.")] == said(
        RULE, {"rows.1.name": "ремонт", "rows.3.name": "Ремонт"}
    )
