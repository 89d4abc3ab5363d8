"""Archives and mailboxes made by hand, byte by byte, for tests that need what no program writes."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")


@dataclass(frozen=True)
class Packed:
    """An entry as it is written: raw name, content, and whatever is to be wrong about it."""

    name: bytes
    content: bytes = b""
    flags: int = 0
    method: int = 8
    extra: bytes = b""
    crc: int | None = None
    size: int | None = None
    stamp: tuple[int, int] = (0, 0)
    attributes: int = 0
    has_descriptor: bool = False
    local_name: bytes | None = None


def packed_zip(entries: Sequence[Packed], *, shared_offset: bool = False) -> bytes:
    """A zip of the entries; with `shared_offset` all of them stand for the bytes of the first one."""
    body, directory = b"", b""
    for entry in entries:
        data = zlib.compress(entry.content, wbits=-15) if entry.method == 8 else entry.content
        crc = zlib.crc32(entry.content) if entry.crc is None else entry.crc
        size = len(entry.content) if entry.size is None else entry.size
        flags = entry.flags | (8 if entry.has_descriptor else 0)
        offset = 0 if shared_offset else len(body)
        numbers = (0, 0, 0) if entry.has_descriptor else (crc, len(data), size)
        name = entry.name if entry.local_name is None else entry.local_name
        local = _LOCAL.pack(b"PK\x03\x04", 20, flags, entry.method, *entry.stamp, *numbers, len(name), len(entry.extra))
        if not (shared_offset and body):
            body += local + name + entry.extra + data
            if entry.has_descriptor:
                body += struct.pack("<4s3L", b"PK\x07\x08", crc, len(data), size)
        directory += _CENTRAL.pack(
            b"PK\x01\x02", 20, 20, flags, entry.method, *entry.stamp, crc, len(data), size, len(entry.name),
            len(entry.extra), 0, 0, 0, entry.attributes, offset,
        ) + entry.name + entry.extra  # fmt: skip
    return body + directory + _END.pack(b"PK\x05\x06", 0, 0, len(entries), len(entries), len(directory), len(body), 0)


def extra_field(tag: int, content: bytes) -> bytes:
    """One extra field of an entry."""
    return struct.pack("<HH", tag, len(content)) + content


def unicode_path(raw_name: bytes, name: str, crc: int | None = None) -> bytes:
    """The extra field of Info-ZIP with the name in UTF-8."""
    checksum = zlib.crc32(raw_name) if crc is None else crc
    return extra_field(0x7075, b"\x01" + struct.pack("<L", checksum) + name.encode())


def mailbox(*letters: bytes, line: bytes = b"From school@example.org Fri Jun  5 09:00:00 2020\n") -> bytes:
    """A mailbox of the letters, with their line ends as LF."""
    return b"".join(line + letter.replace(b"\r\n", b"\n").rstrip(b"\n") + b"\n\n" for letter in letters)
