"""The same bytes from the same work: what LibreOffice writes differently each time is made constant."""

from __future__ import annotations

import re
import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path

# The elements of xlsx (docProps/core.xml) and of ods (meta.xml) that hold a moment or a duration.
_MOMENTS = re.compile(
    rb"(<(dcterms:created|dcterms:modified|meta:creation-date|meta:print-date|dc:date)\b[^>]*>)[^<]*(</\2>)"
)
_DURATIONS = re.compile(rb"(<(meta:editing-duration)>)[^<]*(</\2>)")
_TOTAL_TIMES = re.compile(rb"(<(TotalTime)>)[^<]*(</\2>)")
_PROPERTY_PARTS = {"docProps/core.xml", "docProps/app.xml", "meta.xml"}


def normalise(path: Path, moment: datetime) -> None:
    """Rewrite an xlsx or ods file in place: `moment` for all its dates, no editing time, constant zip entries.

    The parts stay in their order, each with its kind of compression. Raises zipfile.BadZipFile for other files.
    """
    with zipfile.ZipFile(path) as archive:
        parts = [(info, archive.read(info)) for info in archive.infolist()]
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for info, content in parts:
            made = zipfile.ZipInfo(info.filename, moment.timetuple()[:6])
            made.compress_type = info.compress_type
            made.create_system = 3  # otherwise the system this runs on
            archive.writestr(made, _constant(content, moment) if info.filename in _PROPERTY_PARTS else content)
    path.write_bytes(written.getvalue())


def _constant(content: bytes, moment: datetime) -> bytes:
    stamp = moment.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    content = _MOMENTS.sub(rb"\g<1>" + stamp + rb"\g<3>", content)
    content = _DURATIONS.sub(rb"\g<1>PT0S\g<3>", content)
    return _TOTAL_TIMES.sub(rb"\g<1>0\g<3>", content)
