"""The entries of a zip archive, from its directory, or one by one from the beginning when the directory is lost.

Python's `zipfile` gives up the whole archive for one name that is no UTF-8, decodes other names as cp437, opens a
cut-off archive as the archive that happens to be stored last in it, and reads a directory of any length.
Source: PKWARE APPNOTE.TXT 6.3.10, 4.3 to 4.5.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from typing import BinaryIO

from xlforms.errors import IntakeRefusal
from xlforms.intake.limits import Limits

ENCRYPTED, _DESCRIPTOR, UTF8 = 0x1, 0x8, 0x800
STORED, DEFLATED, AES = 0, 8, 99
LOCAL = struct.Struct(
    "<4s5H3L2H"
)  # signature, version, flags, method, time, date, crc, sizes, lengths of name and extra
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR = struct.Struct("<4sLQL")
_LONGEST_COMMENT = 65_535
_DIRECTORY_BYTES = 32 * 1024 * 1024
_NO_SIZE = 0xFFFFFFFF
_PIECE = 256 * 1024


@dataclass(frozen=True, slots=True)
class ZipEntry:
    """One entry: where its own header begins, and what the archive says of it; `stamp` is its DOS time and date."""

    raw_name: bytes
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    offset: int
    stamp: tuple[int, int]
    extra: bytes
    attributes: int = 0


def read_directory(archive: BinaryIO, limits: Limits) -> list[ZipEntry]:
    """The entries in the order of the directory.

    Raises IntakeRefusal `damaged` when it is missing, broken, or says that entries share bytes (one packed part can
    stand for a thousand files then), `too-large` when it lists more than the limits allow.
    """
    count, size, start = _find_directory(archive)
    if count > limits.archive_members or size > _DIRECTORY_BYTES:
        raise IntakeRefusal("too-large", "too-many-members", count=count, limit=limits.archive_members)
    archive.seek(start)
    directory = archive.read(size)
    entries, position = [], 0
    try:
        for _ in range(count):
            entry, position = _central_entry(directory, position)
            entries.append(entry)
    except struct.error as error:
        raise IntakeRefusal("damaged", "archive-broken") from error
    if position != len(directory):
        raise IntakeRefusal("damaged", "archive-broken")
    _refuse_overlaps(entries, start)
    return entries


def scan_entries(archive: BinaryIO, limits: Limits) -> list[ZipEntry]:
    """The entries of an archive that breaks off, as far as they follow each other; the last may be cut itself.

    Only the entry's own header is believed, and where that does not tell the length, the packed data itself.
    """
    entries: list[ZipEntry] = []
    end, position, left = archive.seek(0, 2), 0, limits.unpacked_bytes
    while len(entries) < limits.archive_members:
        archive.seek(position)
        header = archive.read(LOCAL.size)
        if len(header) < LOCAL.size or not header.startswith(b"PK\x03\x04"):
            break
        _, _, flags, method, time, date, crc, packed, size, name_length, extra_length = LOCAL.unpack(header)
        name, extra = archive.read(name_length), archive.read(extra_length)
        if len(name) < name_length:
            break
        packed, size, _ = _large_sizes(extra, packed, size, 0)
        begin = position + LOCAL.size + name_length + extra_length
        following = begin + packed
        if flags & _DESCRIPTOR and not packed:
            if method != DEFLATED or flags & ENCRYPTED:
                break
            packed, size, crc = _measure(archive, begin, min(limits.member_bytes, left))
            following = _after_descriptor(archive, begin + packed)
        entries.append(ZipEntry(name, flags, method, crc, packed, size, position, (time, date), extra))
        left -= size
        if following > end or left < 0:
            break
        position = following
    return entries


def _find_directory(archive: BinaryIO) -> tuple[int, int, int]:
    """Number of entries, length and start of the directory; `damaged` when something stands before the archive."""
    length = archive.seek(0, 2)
    tail_start = max(0, length - _LONGEST_COMMENT - _END.size)
    archive.seek(tail_start)
    tail = archive.read()
    place = tail.rfind(b"PK\x05\x06", 0, len(tail) - _END.size + 4)
    if place < 0:
        raise IntakeRefusal("damaged", "archive-broken")
    end = tail_start + place
    _, _, _, _, count, size, start, _ = _END.unpack_from(tail, place)
    locator_start = end - _LOCATOR.size
    if count == 0xFFFF or _NO_SIZE in (size, start):
        archive.seek(max(0, locator_start))
        locator = archive.read(_LOCATOR.size)
        if locator.startswith(b"PK\x06\x07") and len(locator) == _LOCATOR.size:
            end = _LOCATOR.unpack(locator)[2]
            archive.seek(min(end, length))
            record = archive.read(_END_64.size)
            if not record.startswith(b"PK\x06\x06") or len(record) < _END_64.size:
                raise IntakeRefusal("damaged", "archive-broken")
            *_, count, size, start = _END_64.unpack(record)
    if start + size != end:
        raise IntakeRefusal("damaged", "archive-broken")
    return count, size, start


def _central_entry(directory: bytes, position: int) -> tuple[ZipEntry, int]:
    """The entry at a position of the directory, and where the next one begins; struct.error when it is cut off."""
    (signature, _, _, flags, method, time, date, crc, packed, size, name_length, extra_length, comment_length,
     _, _, attributes, offset) = _CENTRAL.unpack_from(directory, position)  # fmt: skip
    name_start = position + _CENTRAL.size
    extra_start = name_start + name_length
    following = extra_start + extra_length + comment_length
    if signature != b"PK\x01\x02" or following > len(directory):
        raise struct.error("no entry of a directory")
    extra = directory[extra_start : extra_start + extra_length]
    packed, size, offset = _large_sizes(extra, packed, size, offset)
    name = directory[name_start:extra_start]
    return ZipEntry(name, flags, method, crc, packed, size, offset, (time, date), extra, attributes), following


def extra_field(extra: bytes, wanted: int) -> bytes:
    """The content of one extra field of an entry; empty without it."""
    position = 0
    while position + 4 <= len(extra):
        tag, length = struct.unpack_from("<HH", extra, position)
        if tag == wanted:
            return extra[position + 4 : position + 4 + length]
        position += 4 + length
    return b""


def _large_sizes(extra: bytes, packed: int, size: int, offset: int) -> tuple[int, int, int]:
    """Sizes above 4 GiB stand in an extra field, in this order, as far as they have no room in the entry."""
    field, taken, numbers = extra_field(extra, 1), 0, []
    for number in (size, packed, offset):
        if number == _NO_SIZE and taken + 8 <= len(field):
            numbers.append(int.from_bytes(field[taken : taken + 8], "little"))
            taken += 8
        else:
            numbers.append(number)
    return numbers[1], numbers[0], numbers[2]


def _refuse_overlaps(entries: list[ZipEntry], directory_start: int) -> None:
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.offset):
        if entry.offset < end:
            raise IntakeRefusal("damaged", "archive-broken")
        end = entry.offset + LOCAL.size + len(entry.raw_name) + entry.packed
    if entries and (end > directory_start or min(entry.offset for entry in entries) != 0):
        raise IntakeRefusal("damaged", "archive-broken")


def _measure(archive: BinaryIO, begin: int, most: int) -> tuple[int, int, int]:
    """Packed length, length and checksum of data whose entry does not tell them; they are wrong when it breaks off."""
    archive.seek(begin)
    unpacker, read, size, crc = zlib.decompressobj(-zlib.MAX_WBITS), 0, 0, 0
    try:
        while not unpacker.eof and size <= most:
            piece = unpacker.unconsumed_tail
            if not piece:
                piece = archive.read(_PIECE)
                read += len(piece)
                if not piece:
                    break
            data = unpacker.decompress(piece, _PIECE)
            size, crc = size + len(data), zlib.crc32(data, crc)
    except zlib.error:
        return read, size, crc  # the member is told to be damaged when it is unpacked
    return read - len(unpacker.unused_data) - len(unpacker.unconsumed_tail), size, crc


def _after_descriptor(archive: BinaryIO, position: int) -> int:
    """Behind data without lengths stand its checksum and lengths, with or without a signature."""
    archive.seek(position)
    return position + (16 if archive.read(4) == b"PK\x07\x08" else 12)
