"""Which expressions make sense."""

from __future__ import annotations

import pytest

from xlforms.errors import ExpressionError
from xlforms.expressions.kinds import check, gives_logic
from xlforms.expressions.nodes import Reference
from xlforms.expressions.parse import parse

KINDS = {
    "n": "number",
    "m": "number",
    "t": "text",
    "d": "date",
    "e": "date",
    "n.*": "number",
    "d.*": "date",
    "row": "any",
}


def kind_of(reference: Reference) -> str:
    """Refuses unknown names, as a form does."""
    if reference.path not in KINDS:
        raise ExpressionError("unknown-item", reference.position, name=reference.path)
    return KINDS[reference.path]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("n + m / 2", "number"),
        ("-abs(n)", "number"),
        ("d - e", "number"),
        ("d + 30", "date"),
        ("30 + d", "date"),
        ("max(d.*, e)", "date"),
        ("max(n.*, 5)", "number"),
        ("count(row, t)", "number"),
        ("answered(row)", "logic"),
        ("t = «да»", "logic"),
        ("d < e", "logic"),
        ("n in (1, 2, -3)", "logic"),
        ("if n > 0 then t = «да»", "logic"),
        ("if n > 0 then n / m else 0", "number"),
        ("if n > 0 then d else e", "date"),
        ("«да»", "text"),
        ("t", "text"),
    ],
)
def test_a_sensible_expression_has_a_kind(text: str, kind: str) -> None:
    """Numbers, dates and conditions are told apart, and the top alone tells a condition."""
    node = parse(text)
    assert (kind, kind == "logic") == (check(node, kind_of), gives_logic(node))


@pytest.mark.parametrize(
    ("text", "code", "position"),
    [
        ("n = «да»", "expression-kinds-differ", 2),
        ("n = d", "expression-kinds-differ", 2),
        ("(n = m) = (m = n)", "expression-kinds-differ", 8),
        ("n in (1, «да»)", "expression-kinds-differ", 9),
        ("max(n, d)", "expression-kinds-differ", 7),
        ("if n > 0 then n else t = «да»", "expression-kinds-differ", 23),
        ("t < «да»", "expression-text-order", 2),
        ("n + t", "expression-number-expected", 4),
        ("d + e", "expression-number-expected", 0),
        ("2 - d", "expression-number-expected", 4),
        ("sum(n, n > m)", "expression-number-expected", 9),
        ("sum(d.*)", "expression-number-expected", 4),
        ("sum(row)", "expression-number-expected", 4),
        ("abs(t)", "expression-number-expected", 4),
        ("not n", "expression-logic-expected", 4),
        ("n > 0 and sum(n.*)", "expression-logic-expected", 10),
        ("if sum(n.*) then n", "expression-logic-expected", 3),
        ("if n > 0 then t", "expression-text-result", 14),
        ("n.* > 0", "expression-list-outside", 0),
        ("row = 1", "expression-list-outside", 0),
        ("count(n + 1)", "expression-reference-expected", 8),
        ("round(n, m)", "expression-digits", 9),
        ("round(n, 0.5)", "expression-digits", 9),
        ("n + missing", "unknown-item", 4),
        ("answered(missing)", "unknown-item", 9),
    ],
)
def test_a_clash_is_told_with_its_place(text: str, code: str, position: int) -> None:
    """What cannot be computed is refused before any form goes out."""
    with pytest.raises(ExpressionError) as caught:
        check(parse(text), kind_of)
    assert (code, position) == (caught.value.code, caught.value.position)
