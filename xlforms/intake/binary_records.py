"""The records that the parts of an .xlsb consist of. Source: MS-XLSB 2.1.4 (records), 2.5.168 (texts), 2.5.122 (RK)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from xlforms.errors import IntakeRefusal

_UNSIGNED = struct.Struct("<I")
_DOUBLE = struct.Struct("<d")
_NO_TEXT = 0xFFFFFFFF


def records_of(content: bytes, part: str) -> Iterator[tuple[int, bytes]]:
    """Each record of a part: its number and its bytes; IntakeRefusal `damaged` when the last one is cut off."""
    position, end = 0, len(content)
    while position < end:
        number, position = _variable(content, position, 2, part)
        size, position = _variable(content, position, 4, part)
        if position + size > end:
            raise IntakeRefusal("damaged", "part-broken", part=part)
        yield number, content[position : position + size]
        position += size


def text_at(record: bytes, offset: int) -> tuple[str | None, int]:
    """The text with its length before it, and the offset after it; None is «no text». struct.error when cut off."""
    (length,) = _UNSIGNED.unpack_from(record, offset)
    start = offset + 4
    if length == _NO_TEXT:
        return None, start
    end = start + 2 * length
    if end > len(record):
        raise struct.error("a text is cut off")
    return record[start:end].decode("utf-16-le", "replace"), end


def rk_number(packed: int) -> float:
    """A number in four bytes: a whole number or the upper part of a double, either of them possibly in hundredths."""
    if packed & 2:
        value = float((packed >> 2) - (1 << 30 if packed & 0x80000000 else 0))
    else:
        (value,) = _DOUBLE.unpack(b"\0\0\0\0" + _UNSIGNED.pack(packed & 0xFFFFFFFC))
    return value / 100 if packed & 1 else value


def _variable(content: bytes, position: int, most_bytes: int, part: str) -> tuple[int, int]:
    """A number of seven bits a byte; a record's number keeps only the bits of value, as `records_of` names them."""
    number = 0
    for index in range(most_bytes):
        if position >= len(content):
            raise IntakeRefusal("damaged", "part-broken", part=part)
        byte = content[position]
        position += 1
        number |= (byte & 0x7F) << (7 * index)
        if byte < 0x80:
            break
    return number, position
