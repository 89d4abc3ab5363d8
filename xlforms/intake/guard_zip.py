"""The gate before a zipped workbook: its directory is checked before anything is unpacked, each part while it is.

Python's `zipfile` only reads the directory here. It opens a cut-off archive whose last member is a stored .xlsx as
that .xlsx, takes the last of two parts of one name, and unpacks more than a part declares.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from xlforms.errors import IntakeRefusal
from xlforms.intake.limits import Limits

_LOCAL_HEADER = struct.Struct("<4s5H3L2H")
_FLAG_ENCRYPTED = 0x1
_FLAG_UTF8 = 0x800
_AES_ENCRYPTED = 99
_NOT_A_DIRECTORY = (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, struct.error)


def zip_directory(content: bytes) -> list[zipfile.ZipInfo]:
    """The entries of a zip in the order of its directory; IntakeRefusal `damaged` when it is cut off or broken."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except _NOT_A_DIRECTORY as error:
        raise IntakeRefusal("damaged", "archive-broken") from error
    if entries and min(entry.header_offset for entry in entries) != 0:
        raise IntakeRefusal("damaged", "archive-broken")
    return entries


class ZipParts:
    """The parts of a zipped workbook, by name without regard to case.

    Making it checks the directory against the limits and raises IntakeRefusal (`damaged`, `too-large`, `encrypted`,
    `unsupported-format`).
    """

    def __init__(self, content: bytes, directory: list[zipfile.ZipInfo], limits: Limits) -> None:
        self._content = content
        self._entries: dict[str, zipfile.ZipInfo] = {}
        if len(directory) > limits.zip_entries:
            raise IntakeRefusal("too-large", "too-many-parts", count=len(directory), limit=limits.zip_entries)
        for entry in directory:
            if entry.is_dir():
                continue
            _check_entry(entry, limits)
            key = part_key(entry.filename)
            if key in self._entries:
                raise IntakeRefusal("damaged", "part-twice", part=entry.filename)
            self._entries[key] = entry
        _check_total(directory, len(content), limits)

    def __contains__(self, name: str) -> bool:
        return part_key(name) in self._entries

    def names(self) -> list[str]:
        """The names of all parts, in lower case, without a leading slash."""
        return list(self._entries)

    def read(self, name: str) -> bytes:
        """The whole part, its length and checksum being right; IntakeRefusal `damaged` otherwise or without it."""
        entry = self._entries.get(part_key(name))
        if entry is None:
            raise IntakeRefusal("damaged", "part-missing", part=name)
        packed = self._packed(entry)
        if entry.compress_type == zipfile.ZIP_STORED:
            data = packed
        else:
            unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
            try:
                data = unpacker.decompress(packed, entry.file_size + 1)
            except zlib.error as error:
                raise IntakeRefusal("damaged", "part-broken", part=entry.filename) from error
            if not unpacker.eof:
                raise IntakeRefusal("damaged", "part-broken", part=entry.filename)
        if len(data) != entry.file_size or zlib.crc32(data) != entry.CRC:
            raise IntakeRefusal("damaged", "part-broken", part=entry.filename)
        return data

    def _packed(self, entry: zipfile.ZipInfo) -> bytes:
        """The packed bytes of a part, found through its own header, which must name the same part."""
        header = self._content[entry.header_offset : entry.header_offset + _LOCAL_HEADER.size]
        if len(header) == _LOCAL_HEADER.size:
            signature, _, flags, *_, name_length, extra_length = _LOCAL_HEADER.unpack(header)
            name_start = entry.header_offset + _LOCAL_HEADER.size
            start = name_start + name_length + extra_length
            own_name = self._content[name_start : name_start + name_length]
            directory_name = entry.orig_filename.encode("utf-8" if flags & _FLAG_UTF8 else "cp437", "replace")
            packed = self._content[start : start + entry.compress_size]
            if signature == b"PK\x03\x04" and own_name == directory_name and len(packed) == entry.compress_size:
                return packed
        raise IntakeRefusal("damaged", "part-broken", part=entry.filename)


def part_key(name: str) -> str:
    """The name under which a part is looked up: OPC names do not regard case, some programs write «\\»."""
    return name.replace("\\", "/").lstrip("/").lower()


def _check_entry(entry: zipfile.ZipInfo, limits: Limits) -> None:
    if entry.flag_bits & _FLAG_ENCRYPTED or entry.compress_type == _AES_ENCRYPTED:
        raise IntakeRefusal("encrypted", "encrypted")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise IntakeRefusal("unsupported-format", "packing-unknown", part=entry.filename)
    too_dense = entry.file_size > limits.ratio_from_bytes and entry.file_size > limits.ratio * entry.compress_size
    if entry.file_size > limits.part_bytes or too_dense:
        raise IntakeRefusal("too-large", "part-too-large", part=entry.filename, size=entry.file_size)


def _check_total(directory: list[zipfile.ZipInfo], content_bytes: int, limits: Limits) -> None:
    total = sum(entry.file_size for entry in directory)
    if total > limits.total_bytes:
        raise IntakeRefusal("too-large", "parts-too-large", size=total)
    end = 0
    for entry in sorted(directory, key=lambda entry: entry.header_offset):
        if entry.header_offset < end:
            raise IntakeRefusal("damaged", "archive-broken")
        end = entry.header_offset + _LOCAL_HEADER.size + entry.compress_size
    if end > content_bytes:
        raise IntakeRefusal("damaged", "archive-broken")
