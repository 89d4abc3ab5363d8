"""Whole .xlsb workbooks, written record by record."""

from __future__ import annotations

import datetime
import io
import struct
from dataclasses import replace

import pytest
import python_calamine

from tests.intake.binary_workbook import cell, row, sheet, text, xlsb, xlsb_bytes
from tests.intake.packages import opened, zipped
from xlforms.errors import IntakeRefusal
from xlforms.intake.limits import DEFAULT, Limits
from xlforms.intake.raw import CellKind, RawCell, RawSheet, RawWorkbook
from xlforms.intake.read_xlsb import read_xlsb


def _double(value: float) -> bytes:
    return struct.pack("<d", value)


def _cells(cells: bytes, limits: Limits = DEFAULT) -> dict[tuple[int, int], RawCell]:
    return read_xlsb(opened(xlsb_bytes(("Лист", 0, sheet(cells)))), limits).sheets[0].cells


_SAMPLE = xlsb(
    (
        "Кадры",
        0,
        sheet(
            row(1)
            + cell(1, 0, style=1)
            + cell(2, 1, struct.pack("<I", 12 << 2 | 2))
            + cell(5, 2, _double(0.25))
            + cell(5, 3, _double(45945), style=1)
            + cell(4, 4, b"\1")
            + cell(3, 5, b"\x17")
            + row(4)
            + cell(6, 0, text("прямо"))
            + cell(7, 1, struct.pack("<I", 1))
            + cell(62, 2, b"\0" + text("жирно"))
            + cell(8, 3, text("") + bytes(6))
            + cell(9, 4, _double(7) + bytes(6))
            + cell(10, 5, b"\0" + bytes(6))
            + cell(11, 6, b"\x2a" + bytes(6))
            + cell(7, 7, struct.pack("<I", 0)),
            protected=True,
        ),
    ),
    ("_xf", 1, sheet(b"")),
    ("тайный", 2, sheet(b"")),
    shared=("", "общая"),
    formats=((164, "dd.mm.yyyy"),),
    styles=(0, 164),
    date1904=True,
)


def test_whole_workbook() -> None:
    """Every kind of cell, states of sheets, protection and the calendar come back."""
    expected = RawWorkbook(
        kind="xlsb",
        sheets=(
            RawSheet(
                "Кадры",
                {
                    (1, 1): (CellKind.NUMBER, 12, False),
                    (1, 2): (CellKind.NUMBER, 0.25, False),
                    (1, 3): (CellKind.DATE, 45945, False),
                    (1, 4): (CellKind.BOOLEAN, True, False),
                    (1, 5): (CellKind.ERROR, "#REF!", False),
                    (4, 0): (CellKind.TEXT, "прямо", False),
                    (4, 1): (CellKind.TEXT, "общая", False),
                    (4, 2): (CellKind.TEXT, "жирно", False),
                    (4, 3): (CellKind.TEXT, "", True),
                    (4, 4): (CellKind.NUMBER, 7, True),
                    (4, 5): (CellKind.BOOLEAN, False, True),
                    (4, 6): (CellKind.ERROR, "#N/A", True),
                },
                protected=True,
            ),
            RawSheet("_xf", {}, hidden=True),
            RawSheet("тайный", {}, hidden=True),
        ),
        application="",
        modified="",
        properties={},
        has_macros=False,
        external_links=False,
        date1904=True,
    )
    assert expected == read_xlsb(opened(zipped(_SAMPLE)), DEFAULT)


def test_good_cells_are_read_as_by_calamine() -> None:
    """Another reader sees the same numbers, texts and dates (errors and formats of 1904 apart)."""
    part = sheet(
        row(0)
        + cell(2, 0, struct.pack("<I", 12 << 2 | 2))
        + cell(5, 1, _double(0.25))
        + cell(6, 2, text("прямо"))
        + cell(7, 3, struct.pack("<I", 0))
        + cell(4, 4, b"\1")
        + cell(5, 5, _double(45945), style=1)
        + cell(9, 6, _double(7.5) + bytes(6))
    )
    content = zipped(xlsb(("Лист", 0, part), shared=("общая",), formats=((164, "dd.mm.yyyy"),), styles=(0, 164)))
    expected = [[12.0, 0.25, "прямо", "общая", True, datetime.date(2025, 10, 15), 7.5]]
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert expected == book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    found = [value for _, value, _ in read_xlsb(opened(content), DEFAULT).sheets[0].cells.values()]
    assert [12, 0.25, "прямо", "общая", True, 45945, 7.5] == found


def test_far_stray_cell_costs_nothing() -> None:
    """The last cell of a sheet, which makes other readers end the process, is one cell."""
    expected = {(1048575, 16383): (CellKind.NUMBER, 5, False)}
    assert expected == _cells(row(1048575) + cell(5, 16383, _double(5)))


def test_short_cells_follow_one_another() -> None:
    """Cells without a column stand right of the one before."""
    short = b"".join(
        bytes([number, 4 + len(body)]) + struct.pack("<I", 0) + body
        for number, body in ((13, struct.pack("<I", 1 << 2 | 2)), (12, b""), (16, _double(2.5)), (15, b"\1"))
    )
    expected = {
        (0, 4): (CellKind.NUMBER, 9, False),
        (0, 5): (CellKind.NUMBER, 1, False),
        (0, 7): (CellKind.NUMBER, 2.5, False),
        (0, 8): (CellKind.BOOLEAN, True, False),
    }
    assert expected == _cells(row(0) + cell(5, 4, _double(9)) + short)


def test_cell_stored_twice_is_told() -> None:
    """The place is listed with its sheet; the last value stands."""
    cells = row(0) + cell(5, 0, _double(1)) + cell(5, 0, _double(2))
    found = read_xlsb(opened(xlsb_bytes(("Лист", 0, sheet(cells)))), DEFAULT)
    assert ({(0, 0): (CellKind.NUMBER, 2, False)}, (("Лист", 0, 0),)) == (found.sheets[0].cells, found.ambiguous)


@pytest.mark.parametrize(
    ("code", "limits"),
    [("too-many-cells", replace(DEFAULT, cells=11)), ("too-many-sheets", replace(DEFAULT, sheets=2))],
)
def test_limits(code: str, limits: Limits) -> None:
    """Over a limit is `too-large`."""
    with pytest.raises(IntakeRefusal) as caught:
        read_xlsb(opened(zipped(_SAMPLE)), limits)
    assert ("too-large", code) == (caught.value.reason, caught.value.code)


@pytest.mark.parametrize(
    "cells",
    [
        cell(5, 0, _double(1)),
        row(0) + cell(5, 16384, _double(1)),
        row(1048576) + cell(5, 0, _double(1)),
        row(0) + cell(5, 0, b"123"),
        row(0) + cell(7, 0, struct.pack("<I", 5)),
        row(0) + cell(6, 0, struct.pack("<I", 500)),
        row(0) + cell(4, 0),
    ],
)
def test_broken_cell_is_damage(cells: bytes) -> None:
    """No row, no such column or row, a value cut off, a text that is not there."""
    with pytest.raises(IntakeRefusal) as caught:
        _cells(cells)
    assert "damaged" == caught.value.reason


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("xl/worksheets/sheet1.bin", None),
        ("xl/worksheets/sheet1.bin", sheet(row(0), complete=False)),
        ("xl/worksheets/sheet1.bin", b""),
        ("xl/workbook.bin", b""),
        ("xl/workbook.bin", bytes([156, 1, 3, 0, 0, 0])),
        ("xl/sharedStrings.bin", bytes([19, 2, 0, 0])),
        ("xl/styles.bin", bytes([44, 1, 0])),
    ],
)
def test_damage_is_never_a_blank_sheet(name: str, part: bytes | None) -> None:
    """A part that is missing or cut off refuses the file."""
    parts = {key: value for key, value in (_SAMPLE | {name: part}).items() if value is not None}
    with pytest.raises(IntakeRefusal) as caught:
        read_xlsb(opened(zipped(parts)), DEFAULT)
    assert "damaged" == caught.value.reason
