"""What an expression means, settled once for the live formulas of a workbook and for the check at intake.

**Dates** are days: `date.toordinal` to the evaluator, a serial number in a workbook; only differences and
comparisons of them exist, so it does not matter which.

**Operands.** The content of one cell is VALUE, BLANK or INVALID. It is what stands in the cell, on both sides: where
intake reads «12», typed as text, as a number, or «+» as «да», rules still see the text, as the formula did; 2.5 or a
number out of bounds is a VALUE though it is no answer (`dataset/workbook_view.py`). Only a source whose cells have no
types has nothing else than what was read.

| cell | number or date item | text or choice item |
| --- | --- | --- |
| a number, whole or not, in bounds or not | VALUE | VALUE, as its text |
| empty, or a formula that gives "" | BLANK | BLANK |
| spaces only | INVALID (it is text) | BLANK |
| text | INVALID | VALUE |
| an error (#N/A, #REF!) | INVALID | INVALID |
| a logical value | INVALID; a number to LibreOffice | VALUE, as its text |

An item with `blank: zero` is never BLANK: an empty cell is 0 and counts as answered. Who resolves the names says so.
A computed item shows "" when it is BLANK or INVALID; read from its cell it is therefore BLANK in both cases.

**Numbers.** `+ - * /`, minus, `abs`, `round`: any INVALID gives INVALID, else any BLANK gives BLANK. Division by zero
(by less than `TOLERANCE`) gives BLANK. `sum average min max` skip what is BLANK; all BLANK gives BLANK, any INVALID
gives INVALID. `count` tells how many of the items are answered, `answered` whether any is; a text or an error in a
numeric cell is an answer there, and neither is ever BLANK. `round` takes halves away from zero and works on the
15 digits that a spreadsheet shows, so that 2.675 gives 2.68. A result too large for a number is INVALID.

**Comparisons.** Any INVALID gives NOT_CHECKED, else any BLANK gives NOT_APPLICABLE, else PASSED or FAILED. Numbers
nearer than `tolerance` are equal: 0.0000005 or, for large ones, the 1e-14th part. So 0.1 + 0.2 = 0.3, and sums of
thousands of millions with kopecks agree whatever the order of adding. The formula is `ABS(a-b)<MAX(5E-7,1E-14*ABS(b))`
and not `ROUND(a-b,6)=0`, because LibreOffice makes a difference of less than 2^-48 (3.6e-15) of its operands exactly
0 and Excel does so in some places only: seen in LibreOffice 7.4, 999999999999.999-999999999999.998 = 0, elsewhere
0.001. A relative part wider than that swallows the difference. It is measured on the plainer side (a constant, else an
item, else the right one: `nodes.measures_left`). Beyond 14 digits two numbers may count as equal though they are not.
`a < b` is the opposite of `a >= b`, always. Texts are equal when they are so without spaces at the ends, with one
space for several, and in capitals (`fold`); `in` follows `=`.

**Conditions.** `not` swaps PASSED and FAILED and keeps the rest.
`and`: any FAILED, else any NOT_CHECKED, else any NOT_APPLICABLE, else PASSED.
`or`: any PASSED, else any NOT_CHECKED, else any NOT_APPLICABLE, else FAILED.
`if c then e else f`: c PASSED gives e; c FAILED gives f (NOT_APPLICABLE or BLANK when there is no `else`);
c NOT_APPLICABLE gives NOT_APPLICABLE or BLANK; c NOT_CHECKED gives NOT_CHECKED or INVALID.
"""

from __future__ import annotations

from enum import IntEnum

TOLERANCE = 5e-7
RELATIVE_TOLERANCE = 1e-14


class State(IntEnum):
    """What an operand is; the larger one wins in arithmetic."""

    VALUE = 0
    BLANK = 1
    INVALID = 2


class Outcome(IntEnum):
    """What a condition gives; the numbers are those that the verdict formula of a workbook shows."""

    FAILED = 0
    PASSED = 1
    NOT_APPLICABLE = 2
    NOT_CHECKED = 3


def fold(text: str) -> str:
    """A text as comparison sees it; just what UPPER(TRIM()) does in a spreadsheet, so only the plain space counts."""
    return " ".join(word for word in text.split(" ") if word).upper()
