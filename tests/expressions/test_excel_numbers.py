"""Numbers as formulas, piece by piece."""

from __future__ import annotations

import pytest

from tests.expressions.test_to_excel import locate
from xlforms.expressions.excel_numbers import NumberPrinter
from xlforms.expressions.nodes import Node
from xlforms.expressions.parse import parse
from xlforms.expressions.verdict_codes import CHOOSING, Codes


def condition_cell(node: Node, codes: Codes) -> str:
    """Stands in for the printer of conditions: a cell that holds the outcome."""
    assert (node, codes) == (parse("a > 0"), CHOOSING)
    return "C1"


@pytest.mark.parametrize(
    ("text", "value", "wrong", "blank"),
    [
        ("12.5", "12.5", None, None),
        ("a", "A1", "COUNT(A1)+COUNTBLANK(A1)<1", "COUNT(A1)<1"),
        ("-z", "-SUM(Z1)", "COUNT(Z1)+COUNTBLANK(Z1)<1", None),
        ("a - (b - 1)", "A1-(B1-1)", "COUNT(A1,B1)+COUNTBLANK(A1)+COUNTBLANK(B1)<2", "COUNT(A1,B1)<2"),
        ("a / 100", "A1/100", "COUNT(A1)+COUNTBLANK(A1)<1", "COUNT(A1)<1"),
        ("a / a", "A1/A1", "COUNT(A1)+COUNTBLANK(A1)<1", "IF(COUNT(A1)<1,TRUE,ABS(A1)<5E-7)"),
        ("min(z, 3)", "MIN(SUM(Z1),3)", "COUNT(Z1)+COUNTBLANK(Z1)<1", None),
        ("max(a + 1, r.*)", "MAX(D1:G1,IF(COUNT(A1)<1,-9E+307,A1+1))",
         "COUNT(D1:G1,A1)+COUNTBLANK(D1:G1)+COUNTBLANK(A1)<5", "COUNT(D1:G1)+IF(COUNT(A1)<1,0,1)=0"),
        ("average(r.*, z)", "SUM(D1:G1,Z1)/(COUNT(D1:G1)+1)",
         "COUNT(D1:G1,Z1)+COUNTBLANK(D1:G1)+COUNTBLANK(Z1)<5", None),
        ("if a > 0 then b", "CHOOSE(C1,0,B1)", "CHOOSE(C1,FALSE,COUNT(B1)+COUNTBLANK(B1)<1,FALSE,TRUE)",
         "CHOOSE(C1,TRUE,COUNT(B1)<1,TRUE,FALSE)"),
    ],
)  # fmt: skip
def test_a_number_has_a_value_and_tests(text: str, value: str, wrong: str | None, blank: str | None) -> None:
    """The value, the test that it is INVALID, the test that it is BLANK."""
    printed = NumberPrinter(locate, condition_cell).number(parse(text))
    assert (value, wrong, blank) == (printed.value, printed.wrong_test(), printed.blank_test())
