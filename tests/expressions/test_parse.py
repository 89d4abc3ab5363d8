"""Texts of expressions and the trees they mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlforms.errors import ExpressionError
from xlforms.expressions.nodes import (
    Binary,
    Call,
    Conditional,
    Logic,
    Membership,
    Node,
    Not,
    Number,
    Reference,
    Text,
    Unary,
    children,
)
from xlforms.expressions.parse import MAX_DEPTH, parse

A, B, C = Reference("a"), Reference("b"), Reference("c")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("12", Number(12)),
        ("12.5", Number(12.5)),
        ("25%", Number(0.25)),
        ("0.07%", Number(0.0007)),
        ('"да"', Text("да")),
        ("«имеется»", Text("имеется")),
        ("'нет'", Text("нет")),
        ('"школа ""Радуга"""', Text('школа "Радуга"')),
        ("pupils.all.count", Reference("pupils.all.count")),
        ("staff.*.total", Reference("staff.*.total")),
        ("other.2.name", Reference("other.2.name")),
        ("row", Reference("row")),
        ("a*b", Binary("*", A, B)),
        ("a + b * c", Binary("+", A, Binary("*", B, C))),
        ("a - b - c", Binary("-", Binary("-", A, B), C)),
        ("(a + b) * c", Binary("*", Binary("+", A, B), C)),
        ("-a * b", Binary("*", Unary(A), B)),
        ("a <= b", Binary("<=", A, B)),
        ("a + 1 <> b", Binary("<>", Binary("+", A, Number(1)), B)),
        ("1900 <= a <= b", Logic("and", (Binary("<=", Number(1900), A), Binary("<=", A, B)))),
        ("not a = b", Not(Binary("=", A, B))),
        ("not a = b and b = c", Logic("and", (Not(Binary("=", A, B)), Binary("=", B, C)))),
        (
            "a = 1 or b = 2 and c = 3",
            Logic(
                "or", (Binary("=", A, Number(1)), Logic("and", (Binary("=", B, Number(2)), Binary("=", C, Number(3)))))
            ),
        ),
        ('a in ("x", -1)', Membership(A, (Text("x"), Unary(Number(1))))),
        ("if a > 0 then b > 0", Conditional(Binary(">", A, Number(0)), Binary(">", B, Number(0)))),
        ("if a > 0 then b else c", Conditional(Binary(">", A, Number(0)), B, C)),
        ("sum(a, staff.*.b)", Call("sum", (A, Reference("staff.*.b")))),
        ("round(100 * a / b, 1)", Call("round", (Binary("/", Binary("*", Number(100), A), B), Number(1)))),
        ("\n  answered( row )\t", Call("answered", (Reference("row"),))),
    ],
)
def test_a_text_means_its_tree(text: str, tree: Node) -> None:
    """Precedence, literals, names, chains and functions are read as the guide says."""
    assert tree == parse(text)


@pytest.mark.parametrize(
    ("text", "code", "position"),
    [
        ("", "expression-empty", 0),
        ("   ", "expression-empty", 0),
        ("a = Школа", "expression-character", 4),
        ("Total", "expression-character", 0),
        ("a. + b", "expression-character", 1),
        ("a = «да", "expression-text-open", 4),
        ("1234567890123456", "expression-number-long", 0),
        ("(a + b", "expression-bracket-open", 0),
        ("sum(a, b", "expression-bracket-open", 3),
        ("a + b)", "expression-bracket-close", 5),
        ("a b", "expression-unexpected", 2),
        ("12abc", "expression-unexpected", 2),
        ("a == b", "expression-unexpected", 3),
        ("a = not b", "expression-unexpected", 4),
        ("1 + if a = b then 1", "expression-unexpected", 4),
        ("(a, b)", "expression-unexpected", 2),
        ("a +", "expression-unfinished", 3),
        ("if a > 0", "expression-then-missing", 8),
        ("a in b", "expression-options", 5),
        ("a in (b)", "expression-options", 6),
        ("a in ()", "expression-options", 6),
        ("suma(a)", "expression-function-unknown-near", 0),
        ("1 + qqq(a)", "expression-function-unknown", 4),
        ("round(a)", "expression-arguments", 0),
        ("sum()", "expression-arguments", 0),
        ("(" * 10_000, "expression-too-deep", MAX_DEPTH),
        ("-" * 10_000 + "a", "expression-too-deep", MAX_DEPTH),
        ("not " * 10_000 + "a", "expression-too-deep", 4 * MAX_DEPTH),
        ("a" + "+a" * 10_000, "expression-too-deep", 199),
        ("sum(a" + ",a" * 2_000 + ")", "expression-too-long", 0),
    ],
)
def test_a_wrong_text_is_told_with_its_place(text: str, code: str, position: int) -> None:
    """Each mistake has a code of its own and points at the character to mend."""
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    assert (code, position) == (caught.value.code, caught.value.position)


def test_a_chain_within_chains_cannot_grow_beyond_bounds() -> None:
    """The middle of a chain stands in the tree twice, so nesting doubles: it is refused, not followed."""
    text = "a"
    for _ in range(30):
        text = f"(if 1 < {text} < 3 then 1 else 2)"
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    expected = "expression-too-long"
    assert expected == caught.value.code


def test_a_near_function_is_offered() -> None:
    """A misspelt function brings the name that was probably meant."""
    with pytest.raises(ExpressionError) as caught:
        parse("averge(a)")
    expected = {"name": "averge", "near": "average"}
    assert expected == caught.value.parameters


def test_positions_point_at_operators_and_at_beginnings() -> None:
    """A node knows where a person has to look."""
    node = parse("a.b + (c = «да»)")
    expected = [4, 0, 9]
    assert expected == [node.position, *(child.position for child in children(node))]


_SIGNS = ["(", ")", ",", "+", "-", "*", "/", "<=", "=", "<>", '"', "'", ".", " ", "\n", "Ж"]
_WORDS = ["and ", "or ", "not ", "if ", "then ", "else ", "in ", "sum(", "round(", "answered("]
_VALUES = ["a", "b.*", "row", "1", "2.5", "25%", "«да»"]
_PIECES = _SIGNS + _WORDS + _VALUES


@given(st.one_of(st.text(), st.lists(st.sampled_from(_PIECES)).map("".join)))
def test_any_text_is_read_or_refused_by_name(text: str) -> None:
    """No text makes the parser raise anything but ExpressionError, and its place lies in the text."""
    place = 0
    try:
        parse(text)
    except ExpressionError as error:
        place = error.position
    assert 0 <= place <= len(text)
