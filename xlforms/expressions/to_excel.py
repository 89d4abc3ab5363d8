"""Prints an expression as a spreadsheet formula that gives what `evaluate` gives.

Only functions that every office suite computes alike (Excel 2010 and later, LibreOffice, Gnumeric, ONLYOFFICE), English
names, commas. Every part is printed once or twice, never more for every level of nesting, because LET is too new.
IFERROR around the whole is for overflow alone: errors in cells are seen by the tests inside.
"""

from __future__ import annotations

import re

from xlforms.errors import ExpressionError
from xlforms.expressions.excel_numbers import NumberPrinter
from xlforms.expressions.location import Locate, any_of, called, find, find_one
from xlforms.expressions.nodes import (
    Binary,
    Call,
    Conditional,
    Logic,
    Membership,
    Node,
    Not,
    Reference,
    Text,
    measures_left,
)
from xlforms.expressions.parse import ADD
from xlforms.expressions.printed_number import PrintedNumber, combined
from xlforms.expressions.semantics import RELATIVE_TOLERANCE, TOLERANCE, fold
from xlforms.expressions.verdict_codes import AND, CHOOSING, OR, SHOWN, Codes, recoded

MAX_LENGTH = 8_192 - 1  # characters of a formula, without its «=»
MAX_NESTING = 64
MAX_TEXT = 255  # characters of a text inside a formula

_CONSTANT = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_QUOTED = re.compile(r"\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'")


def to_excel(node: Node, locate: Locate) -> str:
    """The formula, without «=», of a cell that shows a number or date: the value, or "" when BLANK or INVALID.

    `node` has passed `kinds.check`; `locate` tells where the items of a name stand. Raises ExpressionError when a name
    means no cell, or many where one is needed, and when the formula would be more than Excel takes.
    """
    return within_limits(_guarded(_Printer(locate).numbers.number(node)))


def verdict_to_excel(node: Node, locate: Locate) -> str:
    """The formula, without «=», that gives the `Outcome` of a condition: 1 passed, 0 failed, 2 not applicable,
    3 not checked. Errors as `to_excel`.
    """
    return within_limits(_Printer(locate).verdict(node, SHOWN))


def choice_to_excel(node: Node, locate: Locate, yes: str, no: str) -> str:
    """The formula, without «=», of a cell that shows one of two texts: whether a condition is met, or "" when that
    cannot be told. Errors as `to_excel`.
    """
    return within_limits(f'CHOOSE(1+{_Printer(locate).verdict(node, SHOWN)},"{no}","{yes}","","")')


class _Printer:
    """Prints conditions, with the outcomes in any codes; its `numbers` print the rest."""

    def __init__(self, locate: Locate) -> None:
        self._locate = locate
        self.numbers = NumberPrinter(locate, self.verdict)

    def verdict(self, node: Node, codes: Codes) -> str:
        match node:
            case Binary():
                return self._comparison(node, codes)
            case Membership():
                return self._membership(node, codes)
            case Not(operand):
                return self.verdict(operand, codes.swapped())
            case Logic(operator, parts):
                order = AND if operator == "and" else OR
                chosen = called("MIN", [self.verdict(part, order) for part in parts])
                return recoded(chosen, order, codes)
            case Conditional(condition, then, otherwise):
                other = codes.not_applicable if otherwise is None else self.verdict(otherwise, codes)
                met = self.verdict(condition, CHOOSING)
                branches = [other, self.verdict(then, codes), codes.not_applicable, codes.not_checked]
                return called("CHOOSE", [met, *branches])
            case Call("answered"):
                return f"IF({self.numbers.answered(node)}>0,{codes.passed},{codes.failed})"
            case _:
                raise TypeError(f"{type(node).__name__} is not a condition: check the kinds first")

    def _comparison(self, node: Binary, codes: Codes) -> str:
        if self._is_text(node.left) or self._is_text(node.right):
            return self._texts(node.left, (node.right,), codes, same=node.operator == "=")
        left, right = self.numbers.number(node.left), self.numbers.number(node.right)
        test = _number_test(node.operator, left, right, measured_left=measures_left(node.left, node.right))
        return _judged(combined("", 0, left, right), test, codes)

    def _membership(self, node: Membership, codes: Codes) -> str:
        if self._is_text(node.value):
            return self._texts(node.value, node.options, codes, same=True)
        value = self.numbers.number(node.value)
        tests = [_number_test("=", value, self.numbers.number(option), measured_left=False) for option in node.options]
        return _judged(value, any_of(tests), codes)

    def _texts(self, left: Node, options: tuple[Node, ...], codes: Codes, *, same: bool) -> str:
        """Is the left text one of the others?"""
        compared = self._text(left)
        tests = [f"EXACT({compared},{self._text(option)})" for option in options]
        yes, no = (codes.passed, codes.failed) if same else (codes.failed, codes.passed)
        names = [node for node in (left, *options) if isinstance(node, Reference)]
        cells = [find_one(name, self._locate).text for name in names]
        formula = f"IF({any_of(tests)},{yes},{no})"
        if not cells:
            return formula
        formula = f"IF({any_of([_no_text(cell) for cell in cells])},{codes.not_applicable},{formula})"
        return f"IF({any_of([f'ISERROR({cell})' for cell in cells])},{codes.not_checked},{formula})"

    def _is_text(self, node: Node) -> bool:
        return isinstance(node, Text) or (isinstance(node, Reference) and find(node, self._locate)[0].kind == "text")

    def _text(self, node: Node) -> str:
        """A text as comparison sees it; see `semantics.fold`."""
        if isinstance(node, Reference):
            return f"UPPER(TRIM({find_one(node, self._locate).text}))"
        assert isinstance(node, Text)
        folded = fold(node.value)
        if len(folded) > MAX_TEXT:
            raise ExpressionError("expression-text-too-long", node.position, limit=MAX_TEXT)
        return '"' + folded.replace('"', '""') + '"'


def _no_text(cell: str) -> str:
    return f'TRIM({cell})=""'


def _number_test(operator: str, left: PrintedNumber, right: PrintedNumber, *, measured_left: bool) -> str:
    """The comparison of two numbers that are both there; `semantics` explains the tolerance."""
    near = _tolerance(left if measured_left else right)
    forth = left.value if right.value == "0" else f"{left.inside(ADD)}-{right.inside(ADD + 1)}"
    back = right.value if left.value == "0" else f"{right.inside(ADD)}-{left.inside(ADD + 1)}"
    return {
        "=": f"ABS({forth})<{near}",
        "<>": f"ABS({forth})>={near}",
        "<=": f"{forth}<{near}",
        "<": f"{back}>={near}",
        ">=": f"{back}<{near}",
        ">": f"{forth}>={near}",
    }[operator]


def _tolerance(measured: PrintedNumber) -> str:
    """Beside a constant up to 50,000,000 the relative part is never the larger one."""
    if _CONSTANT.fullmatch(measured.value) and abs(float(measured.value)) <= TOLERANCE / RELATIVE_TOLERANCE:
        return "5E-7"
    return f"MAX(5E-7,1E-14*ABS({measured.value}))"


def _judged(number: PrintedNumber, test: str, codes: Codes) -> str:
    formula = f"IF({test},{codes.passed},{codes.failed})"
    for blank in reversed(number.blank_tests()):
        formula = f"IF({blank},{codes.not_applicable},{formula})"
    wrong = number.wrong_test()
    if wrong is not None:
        formula = f"IF({wrong},{codes.not_checked},{formula})"
    return f"IFERROR({formula},{codes.not_checked})"


def _guarded(number: PrintedNumber) -> str:
    formula = number.value
    for blank in reversed(number.blank_tests()):
        formula = f'IF({blank},"",{formula})'
    wrong = number.wrong_test()
    # A cell that must hold a number is tested for that already, and here blank and wrong look the same.
    covered = not number.wrong and set(number.cells) <= set(number.needed)
    if wrong is not None and not covered:
        formula = f'IF({wrong},"",{formula})'
    return f'IFERROR({formula},"")'


def within_limits(formula: str) -> str:
    """The formula itself; ExpressionError when it is longer or deeper than Excel takes."""
    depth = deepest = 0
    for character in _QUOTED.sub("", formula):
        depth += (character == "(") - (character == ")")
        deepest = max(deepest, depth)
    if len(formula) > MAX_LENGTH or deepest > MAX_NESTING:
        limit = MAX_LENGTH if len(formula) > MAX_LENGTH else MAX_NESTING
        raise ExpressionError("expression-too-long", 0, limit=limit)
    return formula
