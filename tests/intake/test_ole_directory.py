"""Names inside OLE compound files."""

from __future__ import annotations

import io
import struct

import pytest
import xlwt

from tests.intake.ole_files import ole
from xlforms.errors import IntakeRefusal
from xlforms.intake.ole_directory import stream_names


def test_top_level_names() -> None:
    """What lies deeper does not count."""
    content = ole("ObjectPool", "WordDocument", "1Table", "Data", inside_first=("Workbook",))
    assert frozenset(("ObjectPool", "WordDocument", "1Table", "Data")) == stream_names(content)


def test_real_file_with_many_sectors() -> None:
    """A file of 3 MB, whose directory lies at its end, is followed."""
    book, target = xlwt.Workbook(), io.BytesIO()
    page = book.add_sheet("a")
    for row in range(30_000):
        page.write(row, 0, f"строка {row}")
    book.save(target)
    assert frozenset(("Workbook",)) == stream_names(target.getvalue())


def test_endless_chains_end() -> None:
    """Chains that bite their tail, entries that point to themselves and impossible sizes are damage."""
    ring = bytearray(ole("Workbook"))
    struct.pack_into("<I", ring, 512 + 4, 1)
    size = bytearray(ole("Workbook"))
    size[30] = 30
    tables = bytearray(ole("Workbook"))
    struct.pack_into("<II", tables, 68, 0, 1)
    struct.pack_into("<I", tables, 512 + 508, 0)
    for content in (ring, size, tables, ole("Workbook")[:520], ole("Workbook")[:40]):
        with pytest.raises(IntakeRefusal):
            stream_names(bytes(content))
    own = bytearray(ole("Workbook"))
    struct.pack_into("<I", own, 1024 + 128 + 72, 1)
    assert frozenset(("Workbook",)) == stream_names(bytes(own))
