"""A .zip as a container: its members by name, each unpacked in memory when it is asked for."""

from __future__ import annotations

import stat
import zlib
from collections.abc import Sequence
from datetime import UTC, datetime
from io import SEEK_END
from typing import BinaryIO

from xlforms.errors import IntakeRefusal
from xlforms.intake.container import Container, ContainerKind, Member
from xlforms.intake.guard_zip import part_key
from xlforms.intake.limits import Limits, too_large
from xlforms.intake.member_names import shown_name, zip_name
from xlforms.intake.zip_entries import (
    AES,
    DEFLATED,
    ENCRYPTED,
    LOCAL,
    STORED,
    UTF8,
    ZipEntry,
    extra_field,
    read_directory,
    scan_entries,
)

_UNICODE_PATH, _UNIX_TIME = 0x7075, 0x5455
_DOCUMENT_PARTS = frozenset(
    ("[content_types].xml", "_rels/.rels", "mimetype", "content.xml", "docprops/app.xml", "docprops/core.xml",
     "xl/workbook.xml", "xl/workbook.bin", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/sharedstrings.xml",
     "xl/worksheets/sheet1.xml", "word/document.xml", "ppt/presentation.xml")
)  # fmt: skip
_FIRST_PARTS = frozenset(("[content_types].xml", "mimetype"))  # a document without either is broken


class ZipArchive:
    """An archive in a file that can be read at any place; nothing but its directory is kept in memory.

    Making it raises IntakeRefusal: `damaged` when nothing can be got out of it or it is a broken document, not an
    archive; `too-large`, also for a whole document that is too large to be read as one. An archive that breaks off has
    a `problem`, and those members that are whole.
    """

    kind: ContainerKind = "archive"
    sent: datetime | None = None

    def __init__(self, archive: BinaryIO, limits: Limits) -> None:
        self._archive, self._limits = archive, limits
        self.problem: IntakeRefusal | None = None
        try:
            entries = read_directory(archive, limits)
        except IntakeRefusal as refusal:
            if refusal.reason != "damaged":
                raise
            entries = scan_entries(archive, limits)
            if not entries:
                raise
            self.problem = IntakeRefusal("damaged", "archive-cut", count=len(entries))
        names = {part_key(_name(entry)) for entry in entries}
        if names & _DOCUMENT_PARTS:
            size = archive.seek(0, SEEK_END)
            if self.problem is None and names & _FIRST_PARTS and size > limits.file_bytes:
                raise too_large(size, limits.file_bytes)
            raise IntakeRefusal("damaged", "archive-broken")
        self._entries = [entry for entry in entries if not _is_folder(entry)]
        self.members: Sequence[Member] = [
            Member(shown_name(_name(entry).replace("\\", "/") or "?"), entry.size, _modified(entry))
            for entry in self._entries
        ]
        if not self._entries and self.problem is None:
            self.problem = IntakeRefusal("not-a-workbook", "archive-without-files")
        elif self._entries and all(map(_is_encrypted, self._entries)):
            self.problem = IntakeRefusal("encrypted", "archive-encrypted")

    def open(self, number: int) -> bytes | Container:
        """Unpacks a member; IntakeRefusal `encrypted`, `too-large`, `unsupported-format`, `damaged`, `system-file`."""
        entry, name = self._entries[number], self.members[number].name
        if _is_encrypted(entry):
            raise IntakeRefusal("encrypted", "archive-encrypted")
        if stat.S_ISLNK(entry.attributes >> 16):
            raise IntakeRefusal("system-file", "system-link")
        if entry.method not in (STORED, DEFLATED):
            raise IntakeRefusal("unsupported-format", "packing-unknown", part=name)
        too_dense = entry.size > self._limits.ratio_from_bytes and entry.size > self._limits.ratio * entry.packed
        if max(entry.size, entry.packed) > self._limits.member_bytes or too_dense:
            raise IntakeRefusal("too-large", "member-too-large")
        data = _unpacked(self._packed(entry), entry)
        if data is None or len(data) != entry.size or zlib.crc32(data) != entry.crc:
            raise IntakeRefusal("damaged", "member-broken")
        return data

    def _packed(self, entry: ZipEntry) -> bytes:
        """The packed bytes, found through the entry's own header, which must name the same member."""
        self._archive.seek(entry.offset)
        header = self._archive.read(LOCAL.size)
        if len(header) == LOCAL.size and header.startswith(b"PK\x03\x04"):
            *_, name_length, extra_length = LOCAL.unpack(header)
            own_name = self._archive.read(name_length)
            self._archive.seek(extra_length, 1)
            packed = self._archive.read(entry.packed)
            if own_name == entry.raw_name and len(packed) == entry.packed:
                return packed
        raise IntakeRefusal("damaged", "member-broken")


def _unpacked(packed: bytes, entry: ZipEntry) -> bytes | None:
    """The member, at most one byte more than it declares; None when the packed data is broken or has no end."""
    if entry.method == STORED:
        return packed
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        data = unpacker.decompress(packed, entry.size + 1)
    except zlib.error:
        return None
    return data if unpacker.eof else None


def _name(entry: ZipEntry) -> str:
    """As the archive says: in UTF-8 by its flag, or by the extra field of Info-ZIP; else by the look of the bytes."""
    field = extra_field(entry.extra, _UNICODE_PATH)
    own_field = field[:1] == b"\x01" and int.from_bytes(field[1:5], "little") == zlib.crc32(entry.raw_name)
    for raw in (entry.raw_name if entry.flags & UTF8 else b"", field[5:] if own_field else b""):
        try:
            if raw:
                return raw.decode("utf-8")
        except UnicodeDecodeError:
            continue
    return zip_name(entry.raw_name)


def _is_folder(entry: ZipEntry) -> bool:
    return entry.raw_name.endswith((b"/", b"\\")) and not entry.size


def _is_encrypted(entry: ZipEntry) -> bool:
    return bool(entry.flags & ENCRYPTED) or entry.method == AES


def _modified(entry: ZipEntry) -> datetime | None:
    """The time of a member: that of Unix where it is kept, else the local time without zone, which is taken as UTC.

    Inside of one archive the order is right then, and that is what tells the newer of two forms.
    """
    field = extra_field(entry.extra, _UNIX_TIME)
    if len(field) >= 5 and field[0] & 1:
        seconds = int.from_bytes(field[1:5], "little", signed=True)
        return datetime.fromtimestamp(seconds, UTC) if seconds > 0 else None
    time, date = entry.stamp
    try:
        moment = datetime(1980 + (date >> 9), date >> 5 & 15, date & 31, time >> 11, time >> 5 & 63, (time & 31) * 2)
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment.year > 1980 else None
