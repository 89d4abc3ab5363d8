"""Which cells of an .xls sheet are formulas, and whether what is stored as their result can be believed.

xlrd gives results only. LibreOffice 7.4 stores a text that it took over from an .xlsx and did not calculate again as
the number 0 (seen: `="abc"` gives eight zero bytes and no STRING record), so a 0 in its files is a result only when the
formula cannot give a text. Excel and Gnumeric mark texts as MS-XLS 2.5.133 says.
"""

from __future__ import annotations

import struct

FORMULAS = frozenset((0x0006, 0x0206, 0x0406))
_BEGINS, _END, _WRITER = frozenset((0x0009, 0x0209, 0x0409, 0x0809)), 0x000A, 0x005C
_HEAD = struct.Struct("<HH")
_LIBREOFFICE = b"\x04\x00\x00Calc  "  # in place of the name of the person who saved the file
_BIFF2, _BIFF8 = 20, 80
_TOKENS = 22  # where the tokens of a formula begin in BIFF8, after their length
_ARITHMETIC = frozenset((*range(0x03, 0x08), 0x12, 0x13, 0x14, 0x1E, 0x1F))
"""+ - * / ^, the signs, %, a whole number, a number. Source of all token numbers and sizes: MS-XLS 2.5.198."""

_NUMERIC_FUNCTIONS = frozenset((0, 4, 5, 6, 7, 24, 25, 27, 169, 183, 228, 345, 346))
"""COUNT SUM AVERAGE MIN MAX ABS INT ROUND COUNTA PRODUCT SUMPRODUCT SUMIF COUNTIF."""

_SIZES = {0x01: 5, 0x15: 1, 0x16: 1, 0x1C: 2, 0x1D: 2, 0x1E: 3, 0x1F: 9} | dict.fromkeys(range(0x03, 0x15), 1)
_CLASS_SIZES = {0x00: 8, 0x01: 3, 0x02: 4, 0x03: 5, 0x04: 5, 0x05: 9, 0x0A: 5, 0x0B: 9, 0x0C: 5, 0x0D: 9, 0x19: 7,
                0x1A: 7, 0x1B: 11, 0x1C: 7, 0x1D: 11}  # fmt: skip
_FUNCTION, _FUNCTION_OF_SOME, _PARENTHESIS, _ATTRIBUTE, _TEXT = 0x01, 0x02, 0x15, 0x19, 0x17
_CHOOSE, _SUM = 0x04, 0x10


def saved_by_libreoffice(stream: bytes, position: int) -> bool:
    """Whether the globals of a workbook that begin at a position name LibreOffice; struct.error when cut off."""
    number = 0
    while number != _END:
        number, size = _HEAD.unpack_from(stream, position)
        if number == _WRITER:
            return stream.startswith(_LIBREOFFICE, position + 4)
        position += 4 + size
    return False


def formulas_of(stream: bytes, position: int, version: int, *, libreoffice: bool) -> dict[tuple[int, int], bool]:
    """The formulas of the sheet that begins at a position, by row and column: can the stored result be believed?

    `version` is that of BIFF times ten, as xlrd has it. struct.error when the sheet is cut off.
    """
    found: dict[tuple[int, int], bool] = {}
    depth = 0
    while True:
        number, size = _HEAD.unpack_from(stream, position)
        start = position + 4
        if number in FORMULAS:
            row, column = _HEAD.unpack_from(stream, start)
            result = start + (7 if version == _BIFF2 else 6)
            is_zero = stream[result : result + 8] == bytes(8)
            doubtful = libreoffice and is_zero and version >= _BIFF8
            found[row, column] = not doubtful or gives_number(stream[start + _TOKENS : start + size])
        elif number in _BEGINS:
            depth += 1
        elif number == _END:
            depth -= 1
            if depth <= 0:
                return found
        position = start + size


def gives_number(tokens: bytes) -> bool:
    """Whether the formula in BIFF8 tokens can give nothing but a number or an error, by what it does last."""
    position, certain = 0, False
    try:
        while position < len(tokens):
            token, rest = tokens[position], tokens[position + 1 :]
            if token == _ATTRIBUTE:
                certain = certain or bool(rest[0] & _SUM)
                position += 4 + (2 * (int.from_bytes(rest[1:3], "little") + 1) if rest[0] & _CHOOSE else 0)
                continue
            if token != _PARENTHESIS:
                certain = token in _ARITHMETIC or _is_numeric_function(token, rest)
            position += _size(token, rest)
    except (IndexError, KeyError):  # cut off, or a token of which nothing is known
        return False
    return certain


def _is_numeric_function(token: int, rest: bytes) -> bool:
    kind = token & 0x1F
    if token < 0x20 or kind not in (_FUNCTION, _FUNCTION_OF_SOME):
        return False
    number = rest[:2] if kind == _FUNCTION else rest[1:3]
    return int.from_bytes(number, "little") & 0x7FFF in _NUMERIC_FUNCTIONS


def _size(token: int, rest: bytes) -> int:
    """The bytes of a token; KeyError when it is not known. Tokens from 0x20 on come in three classes."""
    if token == _TEXT:
        return 3 + rest[0] * (2 if rest[1] & 1 else 1)
    return _CLASS_SIZES[token & 0x1F] if token >= 0x20 else _SIZES[token]
