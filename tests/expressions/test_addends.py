"""Which parts of an expression are added up over units."""

from __future__ import annotations

import pytest

from xlforms.expressions.addends import (
    is_additive,
    is_settled_by_unit,
    needed_by_quotients,
    quotient_settled_by_unit,
)
from xlforms.expressions.nodes import Reference
from xlforms.expressions.parse import parse


def _is_number(reference: Reference) -> bool:
    return not reference.path.startswith("text")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", True),
        ("-a", True),
        ("a + b - 2 * c", True),
        ("sum(a, b) / 4", True),
        ("sum(a.*.b)", True),
        ("a * b", False),
        ("a / b", False),
        ("2 / a", False),
        ("a + 1", False),
        ("abs(a)", False),
        ("max(a, b)", False),
        ("average(a, b)", False),
        ("round(a, 1)", False),
        ("if a > 0 then a else 0", False),
    ],
)
def test_what_is_a_sum_over_units(text: str, expected: bool) -> None:
    """Sums, differences and multiples are; a constant added in each unit would be lost in the sum."""
    assert expected == is_additive(parse(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("count(a, text)", True),
        ('if text = "да" then a else 0', True),
        ("if answered(a) then b else 0", True),
        ("if count(a) > 1 then b else 0", True),
        ("if a > 0 then b else 0", False),
        ("sum(a, b)", False),
        ("a", False),
        ("a / b", False),
    ],
)
def test_what_is_settled_in_each_unit(text: str, expected: bool) -> None:
    """Counts, and an `if` that looks at what cannot be added up."""
    assert expected == is_settled_by_unit(parse(text), _is_number)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('if text = "да" then a / b else 0', "/ b else 0"),
        ('1 + (if text = "да" then 0 else a / b)', "/ b)"),
        ('(if text = "да" then a else 0) / b', ""),
        ('if text = "да" then a / 100 else 0', ""),
        ("if a > 0 then a / b else 0", ""),
        ("a / b", ""),
    ],
)
def test_quotients_that_would_be_added_up(text: str, expected: str) -> None:
    """A quotient of items in such an `if` is found at its sign; outside of it, or by a constant, all is well."""
    found = quotient_settled_by_unit(parse(text), _is_number)
    assert expected == (text[found.position :] if found is not None else "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a / b", "a + b"),
        ("round(a / (b / c), 1) * 2", "round(a + (b + c), 1) * 2"),
        ("if a / b > 1 then a / b else c / d", "if a / b > 1 then a + b else c + d"),
        ("if a > 1 then a / b", "if a > 1 then a + b"),
        ("sum(a, b / c)", "sum(a, b + c)"),
        ("a - b", "a - b"),
    ],
)
def test_what_quotients_need(text: str, expected: str) -> None:
    """Both sides of a quotient are needed, whatever they come to; which branch is taken stays as it was."""
    assert parse(expected) == needed_by_quotients(parse(text))
