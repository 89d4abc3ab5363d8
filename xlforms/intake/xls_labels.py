"""Texts of an .xls that the saving program cut off: a LABEL record holds at most 255 characters.

Excel 97 and later, LibreOffice and Gnumeric keep texts in a table of their own and never write such a record into
BIFF8. SheetJS does, and so do all formats before Excel 97 (measured: SheetJS 0.18.5, Gnumeric 1.12.55).
Source: MS-XLS 2.4.148.
"""

from __future__ import annotations

import struct

LONGEST = 255

_LABEL, _END = 0x0204, 0x000A
_BEGINS = frozenset((0x0209, 0x0409, 0x0809))
_HEAD = struct.Struct("<HH")
_CELL = struct.Struct("<HHHH")


def full_labels(stream: bytes, position: int) -> list[tuple[int, int]]:
    """Row and column of the texts that fill their LABEL record, on the sheet that begins at a position.

    struct.error when the sheet is cut off.
    """
    found = []
    depth = 0
    while True:
        number, size = _HEAD.unpack_from(stream, position)
        start = position + _HEAD.size
        if number == _LABEL:
            row, column, _, length = _CELL.unpack_from(stream, start)
            if length == LONGEST:
                found.append((row, column))
        elif number in _BEGINS:
            depth += 1
        elif number == _END:
            depth -= 1
            if depth <= 0:
                return found
        position = start + size
