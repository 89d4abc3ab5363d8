"""A sheet whose rows are submissions: the same contents as cells for a spreadsheet and as operands for `evaluate`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np

from xlforms.expressions.evaluate import Operand
from xlforms.expressions.excel_numbers import SERIAL_ZERO
from xlforms.expressions.location import Location
from xlforms.expressions.nodes import Reference
from xlforms.expressions.semantics import State

SHEET = "Кадры 'А' (1)"
PERIOD_YEAR = 2025

# Columns of the sheet: letter -> kind of cell.
NUMBER_COLUMNS = tuple("ABCDEFGHIJK")
TEXT_COLUMNS = ("L", "M")
DATE_COLUMNS = ("N", "O", "P")
COMPUTED_COLUMN = "Q"
BLANK_IS_ZERO = frozenset("DIJK")

# name -> places: first and last column, if it is a range
PLACES: dict[str, tuple[tuple[str, str], ...]] = {
    "a": (("A", "A"),),
    "b": (("B", "B"),),
    "c": (("C", "C"),),
    "z": (("D", "D"),),
    "r.*": (("E", "H"),),
    "w.*": (("I", "K"),),
    "t": (("L", "L"),),
    "u": (("M", "M"),),
    "d": (("N", "N"),),
    "e": (("O", "O"),),
    "dates.*": (("N", "P"),),
    "computed": (("Q", "Q"),),
    "row": (("A", "C"), ("D", "D"), ("E", "H"), ("I", "K"), ("L", "L"), ("M", "M"), ("N", "P")),
}

NUMBER_VALUES = (
    0,
    0,
    1,
    2,
    3,
    5,
    10,
    12,
    -1,
    -2.5,
    0.1,
    0.2,
    0.3,
    0.25,
    2.675,
    1.005,
    33.333333,
    100,
    1999,
    2025,
    0.0000004,
)
LARGE_VALUES = (
    10**9,
    10**9 + 1,
    123_456_789.25,
    99_999_999_999.5,
    999_999_999_999.999,
    10**14,
    10**14 + 1,
    2**53,
    0.1,
    3,
)
TEXT_VALUES = ("да", "Да", "ДА", " да ", "нет", "имеется", 'в «с» "к"', "2 слова", "2   СЛОВА", "12", "ё")


@dataclass(frozen=True)
class Cell:
    """What is put into a cell (a formula begins with «=»; None: nothing) and what it is for a rule."""

    content: int | float | str | None
    state: State
    value: float | str = 0.0


def random_cell(random: Random, column: str, *, large: bool, tidy: bool) -> Cell:
    """A cell of the column's kind: mostly a value, sometimes blank, a text where a number belongs, or an error."""
    chance = random.random() if not tidy else 1.0
    if column in TEXT_COLUMNS:
        return _text_cell(random, chance)
    if column == COMPUTED_COLUMN and chance < 0.3:
        return Cell('=""', State.BLANK)
    if chance < 0.07:
        return Cell(random.choice(("12", "нет", " ", "=1/0", "=NA()", '="7"')), State.INVALID)
    if chance < 0.25:
        return Cell(random.choice((None, '=""')), State.VALUE if column in BLANK_IS_ZERO else State.BLANK)
    if column in DATE_COLUMNS:
        day = random.randrange(45_000, 45_400)
        return Cell(day, State.VALUE, float(day + SERIAL_ZERO))
    number = random.choice(LARGE_VALUES if large else NUMBER_VALUES)
    return Cell(f"={number}" if column == COMPUTED_COLUMN else number, State.VALUE, float(number))


def _text_cell(random: Random, chance: float) -> Cell:
    if chance < 0.07:
        return Cell("=NA()", State.INVALID)
    if chance < 0.3:
        return Cell(random.choice((None, '=""', "  ")), State.BLANK)
    text = random.choice(TEXT_VALUES)
    return Cell(text, State.VALUE, text)


def random_rows(random: Random, count: int) -> list[dict[str, Cell]]:
    """Submissions: column letter -> cell. Each fourth has large numbers, each third has every cell filled in well."""
    columns = (*NUMBER_COLUMNS, *TEXT_COLUMNS, *DATE_COLUMNS, COMPUTED_COLUMN)
    return [
        {column: random_cell(random, column, large=index % 4 == 3, tidy=index % 3 == 1) for column in columns}
        for index in range(count)
    ]


def locator(row: int) -> Callable[[Reference], Sequence[Location]]:
    """Where the items stand for the submission in a row of the sheet, counted from 1."""

    def locate(reference: Reference) -> Sequence[Location]:
        if reference.path == "period_year":
            return [Location(str(PERIOD_YEAR), constant=True)]
        return [_location(first, last, row) for first, last in PLACES[reference.path]]

    return locate


def resolver(rows: Sequence[dict[str, Cell]]) -> Callable[[Reference], Sequence[Operand]]:
    """The operands of all submissions."""

    def resolve(reference: Reference) -> Sequence[Operand]:
        if reference.path == "period_year":
            return [Operand(np.full(len(rows), float(PERIOD_YEAR)), np.full(len(rows), State.VALUE, np.uint8))]
        columns = [chr(code) for first, last in PLACES[reference.path] for code in range(ord(first), ord(last) + 1)]
        return [_operand([row[column] for row in rows], text=column in TEXT_COLUMNS) for column in columns]

    return resolve


def kind_of(reference: Reference) -> str:
    """The kind of an item's name."""
    if reference.path == "row":
        return "any"
    if reference.path in ("t", "u"):
        return "text"
    return "date" if reference.path in ("d", "e", "dates.*") else "number"


def _location(first: str, last: str, row: int) -> Location:
    quoted = "'" + SHEET.replace("'", "''") + "'"
    text = f"{quoted}!${first}${row}" + (f":${last}${row}" if first != last else "")
    if first in TEXT_COLUMNS:
        return Location(text, kind="text")
    kind = "date" if first in DATE_COLUMNS else "number"
    return Location(text, "date" if kind == "date" else "number", ord(last) - ord(first) + 1, first in BLANK_IS_ZERO)


def _operand(cells: Sequence[Cell], *, text: bool) -> Operand:
    states = np.array([cell.state for cell in cells], dtype=np.uint8)
    if text:
        return Operand(np.array([cell.value for cell in cells], dtype=object), states)
    return Operand(np.array([float(cell.value) for cell in cells]), states)
