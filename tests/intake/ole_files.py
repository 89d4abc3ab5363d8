"""Small OLE compound files with named streams, as Office keeps .doc, .xls and encrypted .xlsx."""

from __future__ import annotations

import struct

_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def ole(*names: str, inside_first: tuple[str, ...] = ()) -> bytes:
    """A file whose top level has the names; those of `inside_first` lie in the first of them."""
    entries = [_entry("Root Entry", 5, child=1 if names else _FREE)]
    for number, name in enumerate(names, 1):
        right = number + 1 if number < len(names) else _FREE
        child = len(names) + 1 if number == 1 and inside_first else _FREE
        entries.append(_entry(name, 1, right=right, child=child))
    for number, name in enumerate(inside_first, len(names) + 1):
        last = number == len(names) + len(inside_first)
        entries.append(_entry(name, 2, right=_FREE if last else number + 1))
    directory = b"".join(entries)
    directory += bytes(-len(directory) % 512)
    sectors = len(directory) // 512
    chain = [*range(2, sectors + 1), _END]
    table = struct.pack("<128I", _TABLE, *chain, *[_FREE] * (127 - sectors))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H6x", 62, 3, 0xFFFE, 9, 6)
    header += struct.pack("<9I", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    return header + struct.pack("<109I", 0, *[_FREE] * 108) + table + directory


def _entry(name: str, kind: int, *, right: int = _FREE, child: int = _FREE) -> bytes:
    encoded = name.encode("utf-16-le")
    head = encoded.ljust(64, b"\0") + struct.pack("<HBB3I", len(encoded) + 2, kind, 1, _FREE, right, child)
    return head.ljust(128, b"\0")
