"""The codes in which a formula tells an outcome.

A formula without LET can use a verdict only once, so parts of a condition give their outcomes in the codes that the
whole needs: `not` swaps two codes, `and` is MIN over one order, `or` MIN over another, `if` is CHOOSE.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass

from xlforms.expressions.location import called
from xlforms.expressions.semantics import Outcome


@dataclass(frozen=True, slots=True)
class Codes:
    """What a verdict formula gives for the four outcomes: constants, as texts."""

    passed: str
    failed: str
    not_applicable: str
    not_checked: str

    def swapped(self) -> Codes:
        """The codes for the opposite condition."""
        return Codes(self.failed, self.passed, self.not_applicable, self.not_checked)


SHOWN = Codes(
    passed=str(int(Outcome.PASSED)),
    failed=str(int(Outcome.FAILED)),
    not_applicable=str(int(Outcome.NOT_APPLICABLE)),
    not_checked=str(int(Outcome.NOT_CHECKED)),
)
CHOOSING = Codes(failed="1", passed="2", not_applicable="3", not_checked="4")  # the arguments of CHOOSE for an `if`
AND = Codes(failed="1", not_checked="2", not_applicable="3", passed="4")
OR = Codes(passed="1", not_checked="2", not_applicable="3", failed="4")


def recoded(formula: str, order: Codes, codes: Codes) -> str:
    """A formula that gives outcomes in the codes of `order`, which are 1 to 4, in other codes."""
    if order == codes:
        return formula
    pairs = sorted(zip(astuple(order), astuple(codes), strict=True))
    return called("CHOOSE", [formula, *(code for _, code in pairs)])
