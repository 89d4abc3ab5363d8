"""Where an item stands in a workbook, as a formula sees it, and the tests that formulas make on such places.

COUNT sees numbers only, COUNTBLANK empty cells and empty texts only, neither stumbles over an error in a cell; what
is left over is a text or an error. Measured equal in LibreOffice 7.4 and Gnumeric 1.12.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from xlforms.errors import ExpressionError
from xlforms.expressions.nodes import Reference

MAX_ARGUMENTS = 255  # of one function, Excel 2007 and later


@dataclass(frozen=True, slots=True)
class Location:
    """One cell, or a contiguous range of `count` cells of numbers or dates, printed as the formula will show it.

    `text` is «$D$9», «'Кадры'!D9:P9» or, when `constant`, a plain number («2025») that is never blank or wrong.
    Cells of texts come one by one. A range holds only items of one kind that agree in `blank_is_zero`.
    """

    text: str
    kind: Literal["number", "date", "text"] = "number"
    count: int = 1
    blank_is_zero: bool = False
    constant: bool = False

    def __post_init__(self) -> None:
        if self.count < 1 or (self.kind == "text" and (self.count > 1 or self.blank_is_zero)):
            raise ValueError(f"{self.text}: a place of texts is one cell, and its blank is no zero")

    @property
    def never_blank(self) -> bool:
        """Is an empty cell here a value too?"""
        return self.blank_is_zero or self.constant


Locate: TypeAlias = Callable[[Reference], Sequence[Location]]


def find(reference: Reference, locate: Locate) -> Sequence[Location]:
    """The places of a name; ExpressionError when there are none."""
    found = locate(reference)
    if not found:
        raise ExpressionError("expression-nothing-matches", reference.position, name=reference.path)
    return found


def find_one(reference: Reference, locate: Locate) -> Location:
    """The single cell of a name; ExpressionError when it means many."""
    found = find(reference, locate)
    if len(found) > 1 or found[0].count > 1:
        raise ExpressionError("expression-list-outside", reference.position, name=reference.path)
    return found[0]


def called(function: str, arguments: Sequence[str]) -> str:
    """A function with its arguments; ExpressionError when Excel would refuse so many."""
    if len(arguments) > MAX_ARGUMENTS:
        raise ExpressionError("expression-too-long", 0, limit=MAX_ARGUMENTS)
    return f"{function}({','.join(arguments)})"


def any_of(tests: Sequence[str]) -> str:
    """True when one of the tests is."""
    return tests[0] if len(tests) == 1 else called("OR", tests)


def merged(*groups: Iterable[Location]) -> tuple[Location, ...]:
    """The places of all groups, each once, constants left out: they need no test."""
    return tuple({place.text: place for group in groups for place in group if not place.constant}.values())


def wrong_test(places: Sequence[Location]) -> str:
    """True when a cell of these holds a text or an error."""
    counted = called("COUNT", [place.text for place in places])
    blanks = "".join(f"+COUNTBLANK({place.text})" for place in places)
    return f"{counted}{blanks}<{_cells(places)}"


def number_missing_test(places: Sequence[Location]) -> str:
    """True when a cell of these holds no number."""
    return f"{called('COUNT', [place.text for place in places])}<{_cells(places)}"


def answered_count(places: Sequence[Location]) -> str:
    """How many cells of these are answered; a text or an error is an answer."""
    terms = [f"{_cells(places)}"]
    for place in places:
        if place.kind == "text":
            terms.append(f'-IFERROR(IF(TRIM({place.text})="",1,0),0)')
        elif not place.never_blank:
            terms.append(f"-COUNTBLANK({place.text})")
    return "".join(terms)


def _cells(places: Sequence[Location]) -> int:
    return sum(place.count for place in places)
