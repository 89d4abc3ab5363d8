"""The same bytes from the same work: what LibreOffice writes differently each time is made constant."""

from __future__ import annotations

import re
import struct
import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

# The elements of xlsx (docProps/core.xml, docProps/app.xml) and of ods (meta.xml) that hold a moment or a duration.
_PROPERTY_PARTS = {"docProps/core.xml", "docProps/app.xml", "meta.xml"}
_MOMENTS = re.compile(rb"(<(dcterms:created|dcterms:modified|meta:creation-date|dc:date)\b[^>]*>)[^<]*(</\2>)")
_DURATIONS = re.compile(rb"(<meta:editing-duration>)[^<]*(</meta:editing-duration>)")
_TOTAL_TIMES = re.compile(rb"(<TotalTime>)[^<]*(</TotalTime>)")

_OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# [MS-OLEPS] 3.1: the format identifier of SummaryInformation as it stands in a file, its dates and their type.
_SUMMARY = bytes.fromhex("e0859ff2f94f6810ab9108002b27b3d9")
_SUMMARY_DATES = {0x0C, 0x0D}  # created, last saved
_EDITING_TIME = 0x0A
_FILETIME = 0x40
_FILETIME_START = datetime(1601, 1, 1, tzinfo=UTC)


def normalise(path: Path, moment: datetime) -> None:
    """Rewrite an xlsx, ods or xls file in place: `moment` for all its dates (UTC when it has no zone), no editing time.

    The parts of xlsx and ods stay in their order, each with its kind of compression. Raises ValueError for an xls
    whose summary cannot be found, zipfile.BadZipFile for a file that is none of the three.
    """
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    content = path.read_bytes()
    is_xls = content.startswith(_OLE_SIGNATURE)
    path.write_bytes(_constant_xls(content, moment) if is_xls else _constant_archive(content, moment))


def _constant_archive(content: bytes, moment: datetime) -> bytes:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = [(info, archive.read(info)) for info in archive.infolist()]
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for info, part in parts:
            made = zipfile.ZipInfo(info.filename, moment.timetuple()[:6])
            made.compress_type = info.compress_type
            made.create_system = 3  # otherwise the system this runs on
            archive.writestr(made, _constant_part(part, moment) if info.filename in _PROPERTY_PARTS else part)
    return written.getvalue()


def _constant_part(part: bytes, moment: datetime) -> bytes:
    stamp = moment.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    part = _MOMENTS.sub(rb"\g<1>" + stamp + rb"\g<3>", part)
    part = _DURATIONS.sub(rb"\g<1>PT0S\g<2>", part)
    return _TOTAL_TIMES.sub(rb"\g<1>0\g<2>", part)


def _constant_xls(content: bytes, moment: datetime) -> bytes:
    """Set the dates of the SummaryInformation stream, found by its identifier.

    The stream is small and LibreOffice writes it in one piece, so that offsets within it hold in the file; the type
    of each property is checked, which would not fit if it were in pieces.
    """
    header = content.find(_SUMMARY)
    if header == -1:
        raise ValueError("the xls file has no SummaryInformation")
    made = bytearray(content)
    ticks = int((moment - _FILETIME_START).total_seconds()) * 10_000_000
    # The identifier stands 28 bytes into the stream; the offset of its section, counted from the start, follows it.
    section = header - 28 + struct.unpack_from("<I", made, header + 16)[0]
    _, count = struct.unpack_from("<II", made, section)
    for index in range(count):
        identifier, offset = struct.unpack_from("<II", made, section + 8 + 8 * index)
        if identifier not in _SUMMARY_DATES | {_EDITING_TIME}:
            continue
        (kind,) = struct.unpack_from("<I", made, section + offset)
        if kind != _FILETIME:
            raise ValueError(f"property {identifier:#x} of the xls file's summary is not a date")
        struct.pack_into("<Q", made, section + offset + 4, 0 if identifier == _EDITING_TIME else ticks)
    return bytes(made)
