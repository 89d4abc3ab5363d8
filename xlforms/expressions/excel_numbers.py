"""Prints the numbers of an expression, node by node."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from xlforms.expressions.location import (
    Locate,
    Location,
    answered_count,
    called,
    find,
    find_one,
    merged,
)
from xlforms.expressions.nodes import Binary, Call, Conditional, Day, Node, Number, Reference, Unary
from xlforms.expressions.parse import ADD, MULTIPLY, NEGATE, POWERS
from xlforms.expressions.printed_number import WHOLE, PrintedNumber, combined
from xlforms.expressions.to_text import decimal_text
from xlforms.expressions.verdict_codes import CHOOSING, Codes

SERIAL_ZERO = date(1899, 12, 30).toordinal()  # day 0 of spreadsheets
LARGEST = "9E+307"  # stands for a blank among the arguments of MIN; Excel's own largest number is 9.99E+307


class NumberPrinter:
    """Prints numbers; `verdict` prints the condition of an `if` among them."""

    def __init__(self, locate: Locate, verdict: Callable[[Node, Codes], str]) -> None:
        self._locate = locate
        self._verdict = verdict

    def number(self, node: Node) -> PrintedNumber:  # noqa: PLR0911 - one line for each sort of node
        match node:
            case Number(value):
                return PrintedNumber(decimal_text(value))
            case Day(value):
                return PrintedNumber(str(value.toordinal() - SERIAL_ZERO))
            case Reference():
                return _cell(find_one(node, self._locate))
            case Unary(operand):
                inner = self.number(operand)
                return combined(f"-{inner.inside(WHOLE)}", NEGATE, inner)
            case Binary():
                return self._arithmetic(node)
            case Conditional():
                return self._conditional(node)
            case Call():
                return self._call(node)
            case _:
                raise TypeError(f"{type(node).__name__} is not a number: check the kinds first")

    def _arithmetic(self, node: Binary) -> PrintedNumber:
        left, right = self.number(node.left), self.number(node.right)
        power = POWERS[node.operator]
        # Brackets on the right even for + and *: the order of adding is part of the result.
        value = f"{left.inside(power)}{node.operator}{right.inside(power + 1)}"
        whole = combined(value, power, left, right)
        if node.operator != "/" or _is_constant(right):
            return whole
        return replace(whole, blank=(*whole.blank, f"ABS({right.value})<5E-7"))

    def _conditional(self, node: Conditional) -> PrintedNumber:
        met = self._verdict(node.condition, CHOOSING)
        then = self.number(node.then)
        other = PrintedNumber("0", blank=("TRUE",)) if node.otherwise is None else self.number(node.otherwise)
        wrong = called("CHOOSE", [met, other.wrong_test() or "FALSE", then.wrong_test() or "FALSE", "FALSE", "TRUE"])
        blank = called("CHOOSE", [met, other.blank_test() or "FALSE", then.blank_test() or "FALSE", "TRUE", "FALSE"])
        return PrintedNumber(called("CHOOSE", [met, other.value, then.value]), wrong=(wrong,), blank=(blank,))

    def _call(self, node: Call) -> PrintedNumber:
        match node.function:
            case "count":
                return PrintedNumber(self.answered(node), ADD)
            case "abs":
                inner = self.number(node.arguments[0])
                return combined(called("ABS", [inner.value]), WHOLE, inner)
            case "round":
                inner, digits = self.number(node.arguments[0]), self.number(node.arguments[1])
                return combined(called("ROUND", [inner.value, digits.value]), WHOLE, inner)
            case _:
                return self._aggregate(node)

    def answered(self, node: Call) -> str:
        """How many of the items that the arguments mean are answered."""
        names = [argument for argument in node.arguments if isinstance(argument, Reference)]
        return answered_count([place for name in names for place in find(name, self._locate)])

    def _aggregate(self, node: Call) -> PrintedNumber:
        """`sum average min max`: blank cells are skipped by the spreadsheet's functions themselves."""
        places: list[Location] = []
        numbers: list[PrintedNumber] = []
        for argument in node.arguments:
            if isinstance(argument, Reference):
                places += find(argument, self._locate)
            else:
                numbers.append(self.number(argument))
        there = _present(places, numbers)
        if node.function in ("min", "max"):
            name, stand_in = node.function.upper(), LARGEST if node.function == "min" else f"-{LARGEST}"
            arguments = [_extreme_argument(name, place) for place in places]
        else:
            name, stand_in = "SUM", "0"
            arguments = [place.text for place in places]
        for part in numbers:
            test = part.blank_test()
            arguments.append(part.value if test is None else f"IF({test},{stand_in},{part.value})")
        value = called(name, arguments)
        wrong = tuple(test for part in numbers for test in part.wrong)
        never_blank = any(place.never_blank for place in places) or any(part.blank_test() is None for part in numbers)
        return PrintedNumber(
            f"{value}/({there})" if node.function == "average" else value,
            MULTIPLY if node.function == "average" else WHOLE,
            merged(places, *(part.cells for part in numbers)),
            wrong=wrong,
            blank=() if never_blank else (f"{there}=0",),
        )


def _cell(place: Location) -> PrintedNumber:
    if place.constant:
        return PrintedNumber(place.text, NEGATE if place.text.startswith("-") else WHOLE)
    # SUM of a cell with an empty text is 0; adding the cell itself is #VALUE!, and so is N() in Gnumeric 1.12.
    value = f"SUM({place.text})" if place.blank_is_zero else place.text
    return PrintedNumber(value, cells=(place,), needed=() if place.blank_is_zero else (place,))


def _is_constant(number: PrintedNumber) -> bool:
    """A plain constant other than zero, which needs no test as a divisor."""
    return number.value.replace(".", "").isdigit() and float(number.value) >= 1e-6


def _present(places: list[Location], numbers: list[PrintedNumber]) -> str:
    """How many values there are."""
    terms: list[str] = []
    counted = [place.text for place in places if not place.never_blank]
    if counted:
        terms.append(called("COUNT", counted))
    always = sum(place.count for place in places if place.never_blank)
    for part in numbers:
        test = part.blank_test()
        if test is None:
            always += 1
        else:
            terms.append(f"IF({test},0,1)")
    if always:
        terms.append(str(always))
    return "+".join(terms)


def _extreme_argument(name: str, place: Location) -> str:
    """A place as an argument of MIN or MAX, where an empty cell of `blank: zero` must count as 0."""
    if not place.blank_is_zero or place.constant:
        return place.text
    if place.count == 1:
        return f"SUM({place.text})"
    return f"IF(COUNTBLANK({place.text})>0,{name}({place.text},0),{name}({place.text}))"
