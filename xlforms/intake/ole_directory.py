"""The names of the streams in an OLE compound file: they tell an .xls from a Word document and an encrypted .xlsx.

Source: MS-CFB 2.2 (header), 2.3 to 2.5 (chains of sectors), 2.6 (directory entries).
"""

from __future__ import annotations

import struct

from xlforms.errors import IntakeRefusal

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = struct.Struct("<30xH16xI16xII109I")  # size of sectors, directory, list of tables, its first 109 entries
_ENTRY_BYTES = 128
_LAST_SECTOR = 0xFFFFFFFA
_MOST_SECTORS = 20_000
"""Of the directory, and tables of sectors: beyond any file that the limit on bytes lets in."""


def stream_names(content: bytes) -> frozenset[str]:
    """The names on the top level; IntakeRefusal `damaged` when the directory cannot be followed."""
    try:
        return frozenset(_names(_directory(content)))
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise IntakeRefusal("damaged", "file-broken") from error


def _directory(content: bytes) -> bytes:
    """The bytes of the directory, its chain of sectors put together; struct.error or IndexError when it breaks off."""
    shift, sector, more_tables, more_count, *tables = _HEADER.unpack_from(content)
    if shift not in (9, 12):
        raise IndexError("impossible size of a sector")
    size = 1 << shift
    numbers = struct.Struct(f"<{size // 4}I")
    while more_count and more_tables < _LAST_SECTOR:
        *following, more_tables = numbers.unpack_from(content, (more_tables + 1) * size)
        tables.extend(following)
        if len(tables) > _MOST_SECTORS:
            raise IndexError("the list of tables has no end")
    directory = bytearray()
    while sector < _LAST_SECTOR:
        start = (sector + 1) * size
        directory += content[start : start + size]
        if start >= len(content) or len(directory) > _MOST_SECTORS * size:
            raise IndexError("the directory has no end")
        table, place = divmod(sector, size // 4)
        (sector,) = struct.unpack_from("<I", content, (tables[table] + 1) * size + place * 4)
    return bytes(directory)


def _names(directory: bytes) -> list[str]:
    """The root's own streams and storages: a sheet inside a Word document does not make that a workbook."""
    names = []
    waiting, seen = [struct.unpack_from("<I", directory, 76)[0]], set()
    while waiting:
        entry = waiting.pop()
        if entry >= _LAST_SECTOR or entry in seen:
            continue
        seen.add(entry)
        start = entry * _ENTRY_BYTES
        (length,) = struct.unpack_from("<H", directory, start + 64)
        names.append(directory[start : start + max(2, min(length, 64)) - 2].decode("utf-16-le"))
        waiting.extend(struct.unpack_from("<II", directory, start + 68))
    return names
