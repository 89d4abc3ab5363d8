"""Trees printed as texts."""

from __future__ import annotations

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlforms.expressions.functions import FUNCTIONS
from xlforms.expressions.nodes import (
    Arithmetic,
    Binary,
    Call,
    Comparison,
    Conditional,
    Logic,
    Membership,
    Node,
    Not,
    Number,
    Reference,
    Text,
    Unary,
)
from xlforms.expressions.parse import parse
from xlforms.expressions.to_text import decimal_text, to_text

_SEGMENTS = st.from_regex(r"[a-z][a-z0-9_]{0,4}", fullmatch=True)
_NAMES = _SEGMENTS.filter(lambda name: name not in {"and", "or", "not", "if", "then", "else", "in"})
_PATHS = st.tuples(_NAMES, st.lists(st.one_of(_SEGMENTS, st.just("*"), st.just("7")), max_size=2))
_CONSTANTS = st.one_of(
    st.integers(0, 10**15 - 1).map(Number),
    st.decimals(0, 10**6, places=4, allow_nan=False).map(lambda number: Number(float(number))),
    st.text().map(Text),
)
_OPTIONS = st.one_of(_CONSTANTS, st.integers(0, 99).map(lambda number: Unary(Number(number))))
_LEAVES: st.SearchStrategy[Node] = st.one_of(
    _CONSTANTS, _PATHS.map(lambda path: Reference(".".join([path[0], *path[1]])))
)


def _larger(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    operators = st.sampled_from(["+", "-", "*", "/", "<", "<=", ">", ">=", "=", "<>"])
    several = st.lists(inner, min_size=2, max_size=4).map(tuple)
    return st.one_of(
        st.builds(
            lambda operator, a, b: Binary(cast(Arithmetic | Comparison, operator), a, b), operators, inner, inner
        ),
        st.builds(Unary, inner),
        st.builds(Not, inner),
        st.builds(Logic, st.sampled_from(["and", "or"]), several),
        st.builds(Conditional, inner, inner, st.one_of(st.none(), inner)),
        st.builds(Membership, inner, st.lists(_OPTIONS, min_size=1, max_size=3).map(tuple)),
        st.sampled_from(sorted(FUNCTIONS)).flatmap(lambda name: _calls(name, inner)),
    )


def _calls(name: str, inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    function = FUNCTIONS[name]
    arguments = st.lists(inner, min_size=function.minimum, max_size=function.maximum or 3).map(tuple)
    return arguments.map(lambda found: Call(name, found))


@given(st.recursive(_LEAVES, _larger, max_leaves=12))
def test_a_printed_tree_is_read_back_as_it_was(tree: Node) -> None:
    """Printing and parsing are each other's opposite, for every tree, sensible or not."""
    assert tree == parse(to_text(tree))


@pytest.mark.parametrize(
    "text",
    [
        "a - (b - c) - 2.5",
        "1900 <= a and a <= b",
        "(a = b) = c",
        "not (a = 1 or b = 2) and c in (\"да\", -1)",
        "if sum(r.*) > 0 then (if a = 1 then b = 1) else round(a / b, 2) < 0.25",
    ],
)  # fmt: skip
def test_brackets_stand_only_where_they_are_needed(text: str) -> None:
    """A text in its plainest form is printed as it is."""
    assert text == to_text(parse(text))


def test_small_numbers_are_printed_without_an_exponent() -> None:
    """Neither the language nor a person reads 1e-07."""
    expected = ["0.0000001", "5", "0.25"]
    assert expected == [decimal_text(1e-07), decimal_text(5), decimal_text(0.25)]
