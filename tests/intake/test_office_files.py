"""Workbooks that LibreOffice saved, in the three formats that schools return."""

from __future__ import annotations

import datetime
import io
from pathlib import Path
from typing import Literal

import openpyxl
import pytest
import xlsxwriter

from tests.office.libreoffice import LibreOffice
from xlforms.intake.raw import CellKind, RawCell
from xlforms.intake.read_workbook import read_workbook

pytestmark = pytest.mark.office

_MOMENT = datetime.datetime(2026, 1, 2, 3, 4, 5)
_TEXTS = [
    "текст",
    " 1 234 ",
    "NA",
    "#REF!",
    "первая\nвторая",
    "a  b",
    "'кавычка",
    "<тег> & «ёлочки»",
    "=нет",
    "x" * 3000,
]
_NUMBERS = [0, 12, -7, 0.25, 0.3, 1e15, 123456789.123]


def _make(path: Path) -> None:
    with xlsxwriter.Workbook(path) as book:
        date = book.add_format({"num_format": "dd.mm.yyyy"})
        first = book.add_worksheet("Кадры")
        first.protect()
        for row, value in enumerate(_TEXTS):
            first.write_string(row + 2, 1, value)
        for row, number in enumerate(_NUMBERS):
            first.write_number(row + 2, 2, number)
        first.write_datetime("D3", datetime.datetime(2025, 10, 15), date)
        first.write_datetime("D4", datetime.datetime(2025, 10, 15, 12), date)
        first.write_number("D5", 5, date)
        first.write_number("E3", 0.3, book.add_format({"num_format": "0%"}))
        first.write_boolean("F3", True)
        first.write_formula("G3", "=1/0", None, "#DIV/0!")
        first.write_formula("G4", "=C4*2", None, 24)
        first.write_formula("G5", '=IF(C4=12,"да","нет")', None, "да")
        first.write_formula("G6", "=NA()", None, "#N/A")
        first.write_comment("B3", "заметка к ответу")
        first.merge_range("H3:J4", "слито", date)
        first.write_rich_string("K3", "часть ", book.add_format({"bold": True}), "жирная")
        for column in range(30):
            first.write_blank(40, column, None, date)
        first.write_number("CV100", 99)
        book.add_worksheet("_xf").hide()
        book.set_custom_property("form", "resources")


def _expected() -> dict[tuple[int, int], RawCell]:
    return {
        **{(row + 2, 1): (CellKind.TEXT, value, False) for row, value in enumerate(_TEXTS)},
        **{(row + 2, 2): (CellKind.NUMBER, number, False) for row, number in enumerate(_NUMBERS)},
        (2, 3): (CellKind.DATE, 45945, False),
        (3, 3): (CellKind.DATE, 45945.5, False),
        (4, 3): (CellKind.DATE, 5, False),
        (2, 4): (CellKind.NUMBER, 0.3, False),
        (2, 5): (CellKind.BOOLEAN, True, True),  # LibreOffice keeps a logical value as =TRUE()
        (2, 6): (CellKind.ERROR, "#DIV/0!", True),
        (3, 6): (CellKind.NUMBER, 24, True),
        (4, 6): (CellKind.TEXT, "да", True),
        (5, 6): (CellKind.ERROR, "#N/A", True),
        (2, 7): (CellKind.TEXT, "слито", False),
        (2, 10): (CellKind.TEXT, "часть жирная", False),
        (99, 99): (CellKind.NUMBER, 99, False),
    }


@pytest.mark.parametrize("file_format", ["xlsx", "ods", "xls"])
def test_saved_workbook_has_every_value_in_its_place(
    office: LibreOffice, tmp_path: Path, file_format: Literal["xlsx", "ods", "xls"]
) -> None:
    """Texts to the letter, numbers with all their digits, dates, errors and formulas, in each of the three formats."""
    source, target = tmp_path / "form.xlsx", tmp_path / f"saved.{file_format}"
    _make(source)
    office.recalculate(source, target, file_format, moment=_MOMENT)
    found = read_workbook(target.read_bytes(), target.name)
    assert _expected() == found.sheets[0].cells
    assert (file_format, [("Кадры", False), ("_xf", True)]) == (
        found.kind,
        [(sheet.name, sheet.hidden) for sheet in found.sheets],
    )
    if file_format != "xls":
        assert (True, True, {"form": "resources"}) == (
            found.sheets[0].protected,
            found.application.startswith("LibreOffice"),
            {name: value for name, value in found.properties.items() if name == "form"},
        )


def test_saved_xlsx_is_read_as_by_openpyxl(office: LibreOffice, tmp_path: Path) -> None:
    """Cell by cell, blank ones apart, the values are those of another reader."""
    source, target = tmp_path / "form.xlsx", tmp_path / "saved.xlsx"
    _make(source)
    office.recalculate(source, target, "xlsx", moment=_MOMENT)
    sheet = openpyxl.load_workbook(io.BytesIO(target.read_bytes()), data_only=True)["Кадры"]
    expected = {
        (cell.row - 1, cell.column - 1): cell.value
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None and not cell.is_date
    }
    cells = read_workbook(target.read_bytes(), target.name).sheets[0].cells
    found = {place: value for place, (kind, value, _) in cells.items() if kind != CellKind.DATE}
    dates = {place for place, (kind, _, _) in cells.items() if kind == CellKind.DATE}
    assert expected == {
        place: value for place, value in found.items() if not sheet.cell(place[0] + 1, place[1] + 1).is_date
    }
    assert {(2, 3), (3, 3), (4, 3)} == dates
