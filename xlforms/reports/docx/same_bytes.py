"""The same package for the same parts: zip files of python-docx carry the time at which they were written."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_MOMENT = (1980, 1, 1, 0, 0, 0)  # the first that a zip file can hold


def same_bytes(package: bytes) -> bytes:
    """The parts of a package in their order, each with one fixed moment and no trace of the system that wrote it."""
    content = BytesIO()
    with ZipFile(BytesIO(package)) as old, ZipFile(content, "w") as new:
        for entry in old.infolist():
            fresh = ZipInfo(entry.filename, _MOMENT)
            fresh.compress_type = ZIP_DEFLATED
            fresh.create_system = 0
            new.writestr(fresh, old.read(entry))
    return content.getvalue()
