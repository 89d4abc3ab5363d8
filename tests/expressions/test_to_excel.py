"""Expressions as formulas; that they compute the right thing is for `test_parity`."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from xlforms.errors import ExpressionError
from xlforms.expressions.location import Location
from xlforms.expressions.nodes import Reference
from xlforms.expressions.parse import parse
from xlforms.expressions.to_excel import to_excel, verdict_to_excel

PLACES = {
    "a": Location("A1"),
    "b": Location("B1"),
    "z": Location("Z1", blank_is_zero=True),
    "r.*": Location("D1:G1", count=4),
    "t": Location("'Свод (1)'!T1", kind="text"),
    "period_year": Location("2025", constant=True),
}


def locate(reference: Reference) -> Sequence[Location]:
    """One row of a sheet; an unknown name stands nowhere."""
    return [PLACES[reference.path]] if reference.path in PLACES else []


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("a / b", 'IFERROR(IF(COUNT(A1,B1)<2,"",IF(ABS(B1)<5E-7,"",A1/B1)),"")'),
        ("100 * (a - z)",
         'IFERROR(IF(COUNT(A1,Z1)+COUNTBLANK(A1)+COUNTBLANK(Z1)<2,"",IF(COUNT(A1)<1,"",100*(A1-SUM(Z1)))),"")'),
        ("sum(r.*)", 'IFERROR(IF(COUNT(D1:G1)+COUNTBLANK(D1:G1)<4,"",IF(COUNT(D1:G1)=0,"",SUM(D1:G1))),"")'),
        ("count(r.*, t)", "IFERROR(5-COUNTBLANK(D1:G1)-IFERROR(IF(TRIM('Свод (1)'!T1)=\"\",1,0),0),\"\")"),
    ],
)  # fmt: skip
def test_numbers_are_printed_so(text: str, formula: str) -> None:
    """A cell shows the number or nothing, and never an error."""
    assert formula == to_excel(parse(text), locate)


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("a > 0", "IFERROR(IF(COUNT(A1)+COUNTBLANK(A1)<1,3,IF(COUNT(A1)<1,2,IF(A1>=5E-7,1,0))),3)"),
        ("not a <= period_year", "IFERROR(IF(COUNT(A1)+COUNTBLANK(A1)<1,3,IF(COUNT(A1)<1,2,IF(A1-2025<5E-7,0,1))),3)"),
        ("a = b",
         "IFERROR(IF(COUNT(A1,B1)+COUNTBLANK(A1)+COUNTBLANK(B1)<2,3,"
         "IF(COUNT(A1,B1)<2,2,IF(ABS(A1-B1)<MAX(5E-7,1E-14*ABS(B1)),1,0))),3)"),
        ("t = «да»",
         "IF(ISERROR('Свод (1)'!T1),3,IF(TRIM('Свод (1)'!T1)=\"\",2,"
         "IF(EXACT(UPPER(TRIM('Свод (1)'!T1)),\"ДА\"),1,0)))"),
        ("answered(a)", "IF(1-COUNTBLANK(A1)>0,1,0)"),
    ],
)  # fmt: skip
def test_verdicts_are_printed_so(text: str, formula: str) -> None:
    """1 passed, 0 failed, 2 not applicable, 3 not checked."""
    assert formula == verdict_to_excel(parse(text), locate)


def test_quotes_in_texts_are_doubled() -> None:
    """A text cannot break out of its formula."""
    formula = verdict_to_excel(parse('t = "а"" & b"'), locate)
    assert '"А"" & B"' in formula


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("t in (" + ",".join(f'"{number:0>200}"' for number in range(40)) + ")", "expression-too-long"),
        ("abs(" * 70 + "a" + ")" * 70, "expression-too-long"),
        (f'"{"я" * 256}" = t', "expression-text-too-long"),
        ("r.* = 1", "expression-list-outside"),
        ("missing = 1", "expression-nothing-matches"),
    ],
)
def test_a_formula_that_excel_would_refuse_is_not_written(text: str, code: str) -> None:
    """Too long, too deep, a text too long, a name that stands nowhere or everywhere: an error, not a broken file."""
    with pytest.raises(ExpressionError) as caught:
        verdict_to_excel(parse(f"{text} = 1" if text.startswith("abs") else text), locate)
    assert code == caught.value.code


def test_a_formula_grows_in_step_with_its_condition() -> None:
    """Parts of `and`, `or`, `not`, `if` are printed once each, however deep they stand."""
    part = len(verdict_to_excel(parse("a > b"), locate))
    text = "a > b"
    for _ in range(8):
        text = f"(not ({text}) and (a > b or (if a > b then a > b)))"
    assert len(verdict_to_excel(parse(text), locate)) < (8 * 3 + 1) * (part + 60)
