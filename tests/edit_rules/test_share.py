"""`share`: a part is not above its whole."""

from __future__ import annotations

import pytest

from tests.edit_rules.truth import FAILED, NOT_APPLICABLE, NOT_CHECKED, PASSED, Wrong, outcome, said
from xlforms.expressions.semantics import Outcome
from xlforms.intake.values import Value

RULE = "{rule: part_fits, kind: share, part: c.a, whole: c.b}"
SUMMED = "{rule: part_fits, kind: share, part: [c.a, c.b], whole: c.c}"

Answer = Value | Wrong | None


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (4, 5, PASSED),
        (5, 5, PASSED),
        (6, 5, FAILED),
        (0, 0, PASSED),
        (None, 5, NOT_APPLICABLE),
        (5, None, NOT_APPLICABLE),
        (None, None, NOT_APPLICABLE),
        (Wrong(), 5, NOT_CHECKED),
        (5, Wrong(), NOT_CHECKED),
        (None, Wrong(), NOT_CHECKED),
    ],
)
def test_part_and_whole(a: Answer, b: Answer, expected: Outcome) -> None:
    """Equal is allowed; a blank is not zero."""
    assert expected == outcome(RULE, a=a, b=b)


@pytest.mark.parametrize(
    ("a", "b", "c", "expected"),
    [(2, 3, 5, PASSED), (2, 4, 5, FAILED), (6, None, 5, FAILED), (None, None, 5, NOT_APPLICABLE)],
)
def test_several_parts_together(a: Answer, b: Answer, c: Answer, expected: Outcome) -> None:
    """A list of parts is their sum; blank ones are left out."""
    assert expected == outcome(SUMMED, a=a, b=b, c=c)


def test_words() -> None:
    """Both numbers are said, beside the part."""
    assert [
        (
            "c.a",
            "«графа А» – 6, это больше, чем «графа Б» – 5. Часть не может быть больше целого: проверьте оба числа.",
        )
    ] == said(RULE, {"a": 6, "b": 5})
