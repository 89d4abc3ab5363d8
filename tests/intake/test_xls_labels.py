"""Texts of an .xls that were cut off by the program that saved it."""

from __future__ import annotations

import struct

import pytest

from xlforms.intake.limits import DEFAULT
from xlforms.intake.raw import CellKind
from xlforms.intake.read_xls import read_xls
from xlforms.intake.xls_labels import full_labels

_BOF, _EOF, _LABEL, _SHEET = 0x0809, 0x000A, 0x0204, 0x0085


def _record(number: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", number, len(content)) + content


def _label(row: int, column: int, text: str) -> bytes:
    return _record(_LABEL, struct.pack("<HHHHB", row, column, 0, len(text), 1) + text.encode("utf-16-le"))


def _begin(kind: int) -> bytes:
    return _record(_BOF, struct.pack("<HHHHLL", 0x0600, kind, 0, 0, 0, 0))


def _workbook(*cells: bytes) -> bytes:
    """A BIFF8 workbook of the one sheet «Кадры», its texts in the cells themselves as SheetJS writes them."""
    name = "Кадры".encode("utf-16-le")
    entry = struct.pack("<LBBBB", 0, 0, 0, 5, 1) + name
    start = len(_begin(5)) + len(_record(_SHEET, entry)) + len(_record(_EOF))
    entry = struct.pack("<L", start) + entry[4:]
    return _begin(5) + _record(_SHEET, entry) + _record(_EOF) + _begin(16) + b"".join(cells) + _record(_EOF)


def test_texts_that_fill_their_record() -> None:
    """A text of 255 characters in a LABEL record may have been longer; shorter ones were not."""
    found = read_xls(_workbook(_label(4, 2, "я" * 255), _label(5, 2, "я" * 254), _label(6, 0, "слово")), DEFAULT)
    assert {
        (4, 2): (CellKind.TEXT, "я" * 255, False),
        (5, 2): (CellKind.TEXT, "я" * 254, False),
        (6, 0): (CellKind.TEXT, "слово", False),
    } == found.sheets[0].cells
    assert (("Кадры", 4, 2),) == found.cut


def test_nothing_is_cut_when_no_text_is_long() -> None:
    """Usual files have no such text."""
    assert () == read_xls(_workbook(_label(0, 0, "слово")), DEFAULT).cut


def test_charts_inside_a_sheet_are_passed_over() -> None:
    """A sheet ends with its own end, not with that of something inside it."""
    inside = _begin(32) + _label(9, 9, "а" * 3) + _record(_EOF)
    assert [(1, 1)] == full_labels(_begin(16) + inside + _label(1, 1, "а" * 255) + _record(_EOF), 0)


def test_cut_off_stream() -> None:
    """A stream that ends within a sheet is an error of its format."""
    with pytest.raises(struct.error):
        full_labels(_begin(16) + _label(0, 0, "а"), 0)
