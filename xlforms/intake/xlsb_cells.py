"""The cells of one sheet of an .xlsb. Source: MS-XLSB 2.4 (records), 2.5.9 (Cell), 2.5.97.2 (BErr)."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from xlforms.errors import IntakeRefusal
from xlforms.intake.binary_records import records_of, rk_number, text_at
from xlforms.intake.raw import CellKind, RawCell, number_cell

_ROW = 0
_FIRST_CELL, _LAST_CELL = 1, 11
_FIRST_SHORT_CELL, _LAST_SHORT_CELL = 12, 18
_RICH_TEXT_CELL = 62
_FIRST_FORMULA, _LAST_FORMULA = 8, 11
_END_OF_DATA = 146
_PROTECTION, _ISO_PROTECTION = 535, 678
_BLANK, _RK, _ERROR, _BOOLEAN, _REAL, _TEXT, _SHARED = range(1, 8)
_SAME_AS = {8: _TEXT, 9: _REAL, 10: _BOOLEAN, 11: _ERROR, _RICH_TEXT_CELL: _TEXT}
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384


@dataclass(frozen=True, slots=True)
class BinarySheet:
    """The cells of a sheet, the places stored twice, and whether the sheet is protected."""

    cells: dict[tuple[int, int], RawCell]
    twice: list[tuple[int, int]]
    protected: bool


def read_binary_sheet(
    content: bytes, part: str, shared: list[str], date_styles: frozenset[int], cells_left: int
) -> BinarySheet:
    """The content of a sheet part; IntakeRefusal `damaged` (without the end of its data too) or `too-large`."""
    cells: dict[tuple[int, int], RawCell] = {}
    twice: list[tuple[int, int]] = []
    protected = complete = False
    row = column = -1
    try:
        for number, record in records_of(content, part):
            if number == _ROW:
                (row,) = struct.unpack_from("<I", record)
                column = -1
            elif number <= _LAST_SHORT_CELL or number == _RICH_TEXT_CELL:
                column, offset = _column_of(number, record, column)
                cell = _cell_of(number, record, offset, shared, date_styles)
                if cell is not None:
                    _check_place(row, column)
                    if (row, column) in cells:
                        twice.append((row, column))
                    cells[row, column] = cell
            elif number in (_PROTECTION, _ISO_PROTECTION):
                offset = 2 if number == _PROTECTION else 4
                protected = struct.unpack_from("<I", record, offset)[0] != 0
            elif number == _END_OF_DATA:
                complete = True
            if len(cells) > cells_left:
                raise IntakeRefusal("too-large", "too-many-cells")
    except (struct.error, LookupError) as error:
        raise IntakeRefusal("damaged", "part-broken", part=part) from error
    if not complete:
        raise IntakeRefusal("damaged", "part-broken", part=part)
    return BinarySheet(cells, twice, protected)


def _column_of(number: int, record: bytes, before: int) -> tuple[int, int]:
    """The column of a cell and where its style begins; a short cell stands right of the one before."""
    if _FIRST_SHORT_CELL <= number <= _LAST_SHORT_CELL:
        return before + 1, 0
    return struct.unpack_from("<I", record)[0], 4


def _check_place(row: int, column: int) -> None:
    if not (0 <= row < _LAST_ROW and column < _LAST_COLUMN):
        raise IndexError("outside of a sheet")


def _cell_of(number: int, record: bytes, offset: int, shared: list[str], date_styles: frozenset[int]) -> RawCell | None:
    """The cell, None when it is blank; struct.error or LookupError when the record is broken."""
    is_formula = _FIRST_FORMULA <= number <= _LAST_FORMULA
    short = _FIRST_SHORT_CELL <= number <= _LAST_SHORT_CELL
    what = number - _LAST_CELL if short else _SAME_AS.get(number, number)
    style = struct.unpack_from("<I", record, offset)[0] & 0xFFFFFF
    value_at = offset + 4
    if what in (_RK, _REAL):
        value = _number_at(what, record, value_at)
        return number_cell(value, CellKind.DATE if style in date_styles else CellKind.NUMBER, is_formula)
    if what == _ERROR:
        return CellKind.ERROR, _ERRORS.get(record[value_at], "#VALUE!"), is_formula
    if what == _BOOLEAN:
        return CellKind.BOOLEAN, record[value_at] != 0, is_formula
    if what == _BLANK:
        return None
    if what == _SHARED:
        text: str | None = shared[struct.unpack_from("<I", record, value_at)[0]]
    else:
        text, _ = text_at(record, value_at + (1 if number == _RICH_TEXT_CELL else 0))
    return (CellKind.TEXT, text or "", is_formula) if text or is_formula else None


def _number_at(what: int, record: bytes, offset: int) -> float:
    if what == _RK:
        return rk_number(struct.unpack_from("<I", record, offset)[0])
    value: float = struct.unpack_from("<d", record, offset)[0]
    return value
