"""Letters as Outlook saves them (.msg), made by hand: MS-CFB version 3 with small streams, MS-OXMSG properties."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_CUTOFF = 4096
Tree = Mapping[str, "bytes | Tree"]


@dataclass
class Attached:
    """An attachment of a letter: data or another letter, and the texts and numbers noted beside it."""

    content: bytes | Outlook | None
    name: str = ""
    short_name: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    fixed: Mapping[int, int] = field(default_factory=dict)
    ansi: str = ""


@dataclass
class Outlook:
    """A letter of Outlook; `headers` are those of the internet, `submitted` is what Outlook noted."""

    attached: Sequence[Attached] = ()
    headers: str = ""
    submitted: datetime | None = None


def msg(letter: Outlook) -> bytes:
    """The bytes of the .msg file."""
    return compound_file(_letter(letter, 32))


def _letter(letter: Outlook, head: int) -> dict[str, bytes | Tree]:
    fixed = {} if letter.submitted is None else {0x00390040: _ticks(letter.submitted)}
    tree: dict[str, bytes | Tree] = {"__properties_version1.0": _properties(head, fixed)}
    if letter.headers:
        tree["__substg1.0_007D001F"] = letter.headers.encode("utf-16-le")
    for number, attached in enumerate(letter.attached):
        tree[f"__attach_version1.0_#{number:08X}"] = _attachment(attached)
    return tree


def _attachment(attached: Attached) -> dict[str, bytes | Tree]:
    tree: dict[str, bytes | Tree] = {"__properties_version1.0": _properties(8, attached.fixed)}
    for number, text in {"3707": attached.name, "3704": attached.short_name, **attached.texts}.items():
        if text and attached.ansi:
            tree[f"__substg1.0_{number}001E"] = text.encode(attached.ansi)
        elif text:
            tree[f"__substg1.0_{number}001F"] = text.encode("utf-16-le")
    if isinstance(attached.content, Outlook):
        tree["__substg1.0_3701000D"] = _letter(attached.content, 24)
    elif attached.content is not None:
        tree["__substg1.0_37010102"] = attached.content
    return tree


def _properties(head: int, fixed: Mapping[int, int]) -> bytes:
    return bytes(head) + b"".join(struct.pack("<IIQ", number, 6, value) for number, value in fixed.items())


def _ticks(moment: datetime) -> int:
    return int((moment - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000


def compound_file(tree: Tree) -> bytes:
    """An OLE compound file with these storages and streams."""
    sectors: list[bytes] = []
    table: list[int] = []
    small, small_table = bytearray(), list[int]()
    entries: list[bytes] = []

    def place(data: bytes) -> int:
        if not data:
            return _END
        first = len(sectors)
        pieces = [data[start : start + 512].ljust(512, b"\0") for start in range(0, len(data), 512)]
        sectors.extend(pieces)
        table.extend([*range(first + 1, first + len(pieces)), _END])
        return first

    def place_small(data: bytes) -> int:
        if not data:
            return _END
        first, count = len(small) // 64, -(-len(data) // 64)
        small.extend(data.ljust(count * 64, b"\0"))
        small_table.extend([*range(first + 1, first + count), _END])
        return first

    def add(name: str, kind: int, first: int, length: int) -> int:
        encoded = name.encode("utf-16-le")
        entry = encoded.ljust(64, b"\0") + struct.pack("<HBB3I", len(encoded) + 2, kind, 1, _FREE, _FREE, _FREE)
        entries.append(entry.ljust(116, b"\0") + struct.pack("<IQ", first, length))
        return len(entries) - 1

    def set_number(entry: int, offset: int, number: int) -> None:
        data = bytearray(entries[entry])
        struct.pack_into("<I", data, offset, number)
        entries[entry] = bytes(data)

    def add_children(parent: int, children: Tree) -> None:
        before = None
        for name, child in sorted(children.items(), key=lambda item: (len(item[0]), item[0].upper())):
            if isinstance(child, bytes):
                first = place_small(child) if len(child) < _CUTOFF else place(child)
                number = add(name, 2, first, len(child))
            else:
                number = add(name, 1, 0, 0)
                add_children(number, child)
            set_number(parent if before is None else before, 76 if before is None else 72, number)
            before = number

    add("Root Entry", 5, _END, 0)
    add_children(0, tree)
    set_number(0, 116, place(bytes(small)))
    set_number(0, 120, len(small))
    small_first = place(
        struct.pack(f"<{len(small_table)}I", *small_table).ljust(-(-len(small_table) // 128) * 512, b"\xff")
    )
    directory = place(b"".join(entries))
    count = 1
    while (len(sectors) + count) > count * 128:
        count += 1
    first_table = len(sectors)
    table.extend([_TABLE] * count)
    table.extend([_FREE] * (count * 128 - len(table)))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H6x", 62, 3, 0xFFFE, 9, 6)
    header += struct.pack("<9I", 0, count, directory, 0, _CUTOFF, small_first, -(-len(small_table) // 128), _END, 0)
    lists = [*range(first_table, first_table + count)]
    header += struct.pack("<109I", *lists, *[_FREE] * (109 - len(lists)))
    return header + b"".join(sectors) + struct.pack(f"<{len(table)}I", *table)
