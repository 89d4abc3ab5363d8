"""Parts replaced in a tree: every sort of node keeps its shape."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from xlforms.expressions.nodes import Call, Node, Number, Reference
from xlforms.expressions.parse import parse
from xlforms.expressions.rewrite import rewritten, with_replaced
from xlforms.expressions.to_text import to_text


def _meaning(reference: Reference) -> Sequence[Node]:
    """`many` is two items, anything else one of the table `t`."""
    if reference.path == "many":
        return (Reference("t.1.m"), Reference("t.2.m"))
    return (Reference(f"t.1.{reference.path}"),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", "t.1.a"),
        ("12.5", "12.5"),
        ("-a + 2 * b", "-t.1.a + 2 * t.1.b"),
        ("not a = 1 or b > 2 and c < 3", "not t.1.a = 1 or t.1.b > 2 and t.1.c < 3"),
        ("if a > 0 then b else c", "if t.1.a > 0 then t.1.b else t.1.c"),
        ("if a > 0 then b > 0", "if t.1.a > 0 then t.1.b > 0"),
        ('k in ("да", "нет")', 't.1.k in ("да", "нет")'),
        ("sum(many, a, b + 1)", "sum(t.1.m, t.2.m, t.1.a, t.1.b + 1)"),
        ("answered(many)", "answered(t.1.m, t.2.m)"),
        ("round(a / b, 2)", "round(t.1.a / t.1.b, 2)"),
    ],
)
def test_every_sort_of_node(text: str, expected: str) -> None:
    """Only names change; in a function a name may become several."""
    assert expected == to_text(rewritten(parse(text), _meaning))


def test_many_outside_a_function() -> None:
    """Several items cannot stand where one value is needed."""
    with pytest.raises(ValueError, match="too many values"):
        rewritten(parse("many + 1"), _meaning)


def test_replacing_the_topmost_nodes() -> None:
    """Calls give way wherever they stand, what is inside of them with them."""

    def other(node: Node) -> Node | None:
        return Number(7) if isinstance(node, Call) else None

    text = "if not answered(a) and sum(sum(a), b) in (1, 2) or -abs(a) > 1 then count(a) + b else max(a, b)"
    assert parse("if not 7 and 7 in (1, 2) or -7 > 1 then 7 + b else 7") == with_replaced(parse(text), other)
