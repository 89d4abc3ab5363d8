"""The functions an expression may call: the register. Their meaning with blanks is settled in `semantics`."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from xlforms.errors import ExpressionError

# references: names of items of any kind, also of many items at once
# numbers: numbers or dates, also of many items at once
# number: one number
# number-digits: one number and a whole constant from 0 to 9
Arguments = Literal["references", "numbers", "number", "number-digits"]


@dataclass(frozen=True, slots=True)
class Function:
    """How many arguments a function takes (`maximum` None: any number), of what sort, and what it gives."""

    minimum: int
    maximum: int | None
    arguments: Arguments
    result: Literal["number", "same", "logic"] = "number"

    @property
    def takes_lists(self) -> bool:
        """May an argument stand for many items (`staff.*.total`)?"""
        return self.arguments in ("references", "numbers")


FUNCTIONS = {
    "sum": Function(1, None, "numbers"),
    "average": Function(1, None, "numbers"),
    "min": Function(1, None, "numbers", result="same"),  # the earliest of dates is a date
    "max": Function(1, None, "numbers", result="same"),
    "count": Function(1, None, "references"),
    "answered": Function(1, None, "references", result="logic"),
    "abs": Function(1, 1, "number"),
    "round": Function(2, 2, "number-digits"),
}


def check_call(name: str, arguments: int, position: int) -> None:
    """Raise ExpressionError for a function that does not exist (with a near match) or a wrong number of arguments."""
    if name not in FUNCTIONS:
        near = get_close_matches(name, FUNCTIONS, n=1, cutoff=0.5)
        if near:
            raise ExpressionError("expression-function-unknown-near", position, name=name, near=near[0])
        known = ", ".join(sorted(FUNCTIONS))
        raise ExpressionError("expression-function-unknown", position, name=name, known=known)
    function = FUNCTIONS[name]
    if arguments < function.minimum or (function.maximum is not None and arguments > function.maximum):
        wanted = str(function.minimum) if function.maximum is not None else f"≥ {function.minimum}"
        raise ExpressionError("expression-arguments", position, name=name, wanted=wanted, found=arguments)
