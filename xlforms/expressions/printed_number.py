"""A number of an expression as a formula: its value, and the tests to make before the value may be trusted."""

from __future__ import annotations

from dataclasses import dataclass

from xlforms.expressions.location import Location, any_of, merged, number_missing_test, wrong_test

WHOLE = 100  # a formula that no operator can split


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number as a formula.

    `value` is right once no test holds; `strength` is that of its weakest operator. `cells` must hold a number or
    nothing, `needed` a number. `wrong` are further tests that mean INVALID, each safe at any time; `blank` are
    further tests that mean BLANK, each safe only when all tests before it have failed.
    """

    value: str
    strength: int = WHOLE
    cells: tuple[Location, ...] = ()
    needed: tuple[Location, ...] = ()
    wrong: tuple[str, ...] = ()
    blank: tuple[str, ...] = ()

    def inside(self, weakest: int) -> str:
        """The value as an operand of an operator."""
        return self.value if self.strength >= weakest else f"({self.value})"

    def wrong_test(self) -> str | None:
        """True when the number is INVALID; None when it never is."""
        tests = ([wrong_test(self.cells)] if self.cells else []) + list(self.wrong)
        return any_of(tests) if tests else None

    def blank_tests(self) -> tuple[str, ...]:
        """The tests that mean BLANK, to be made in this order after `wrong_test`."""
        return ((number_missing_test(self.needed),) if self.needed else ()) + self.blank

    def blank_test(self) -> str | None:
        """All of them as one; None when the number is never BLANK."""
        tests = list(self.blank_tests())
        if not tests:
            return None
        formula = tests.pop()
        while tests:
            formula = f"IF({tests.pop()},TRUE,{formula})"
        return formula


def combined(value: str, strength: int, *parts: PrintedNumber) -> PrintedNumber:
    """A number made of others, wrong or blank as soon as one of them is."""
    return PrintedNumber(
        value,
        strength,
        merged(*(part.cells for part in parts)),
        merged(*(part.needed for part in parts)),
        tuple(test for part in parts for test in part.wrong),
        tuple(test for part in parts for test in part.blank),
    )
