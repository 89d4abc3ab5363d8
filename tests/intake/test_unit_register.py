"""Registers of units, from CSV and from workbooks that people made."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Literal

import pytest
import xlsxwriter

from tests.office.libreoffice import LibreOffice
from xlforms.definitions.units import Unit
from xlforms.errors import DefinitionError, Problem
from xlforms.intake.unit_register import read_units
from xlforms.messages import say

_UNITS = (Unit("007", "Школа № 7", "Первый район"), Unit("12", "Школа № 12", "Второй район"))


def _workbook(path: Path, *sheets: list[list[object]], hidden: int = 0) -> Path:
    with xlsxwriter.Workbook(path) as book:
        for number, rows in enumerate(sheets, start=1):
            sheet = book.add_worksheet()
            if number == hidden:
                sheet.hide()
            if number == 2:
                sheet.activate()
            for row, cells in enumerate(rows):
                sheet.write_row(row, 0, cells)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251"])
@pytest.mark.parametrize("separator", [",", ";"])
def test_csv(tmp_path: Path, encoding: str, separator: str) -> None:
    """Codes keep their leading zeros, whatever the encoding and the separator."""
    path = tmp_path / "units.csv"
    rows = (("unit", "name", "municipality"), *((unit.unit, unit.name, unit.municipality) for unit in _UNITS))
    path.write_text("\n".join(separator.join(row) for row in rows), encoding=encoding)
    assert _UNITS == read_units(path).units


def test_workbook(tmp_path: Path) -> None:
    """A code that was typed as a number is its digits; the first sheet that can be seen is read."""
    rows: list[list[object]] = [
        ["Код", "Наименование", "Муниципалитет"],
        ["007", "Школа № 7", "Первый район"],
        [12, "Школа № 12", "Второй район"],
    ]
    assert _UNITS == read_units(_workbook(tmp_path / "units.xlsx", rows)).units
    assert _UNITS == read_units(_workbook(tmp_path / "u.xlsx", [["служебный"]], rows, hidden=1)).units


def _problems(path: Path) -> list[tuple[str, int]]:
    with pytest.raises(DefinitionError) as caught:
        read_units(path)
    assert all(isinstance(problem, Problem) and problem.path == str(path) for problem in caught.value.problems)
    return [(problem.code, problem.line) for problem in caught.value.problems]


def test_mistakes(tmp_path: Path) -> None:
    """Every mistake of the rows is told with its line; a file that cannot be read is one mistake."""
    twice = tmp_path / "twice.csv"
    twice.write_text("unit,name,municipality\n1,А,Р\n1,Б,\n", encoding="utf-8")
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04")
    empty = _workbook(tmp_path / "empty.xlsx", [])
    assert [
        [("units-unit-repeated", 3), ("units-cell-empty", 3)],
        [("archive-broken", 0)],
        [("units-empty", 1)],
        [("file-unreadable", 0)],
        [("file-unreadable", 0)],
    ] == [_problems(path) for path in (twice, broken, empty, tmp_path / "gone.csv", tmp_path)]


def _told(path: Path) -> list[tuple[str, int, int, str, str]]:
    """Sheet, line, column, code and Russian words of every mistake."""
    with pytest.raises(DefinitionError) as caught:
        read_units(path)
    return [
        (entry.sheet, entry.line, entry.column, entry.code, say(entry.code, "ru", **entry.parameters))
        for entry in caught.value.problems
    ]


_HEADING: list[object] = ["Код", "Наименование", "Муниципалитет"]


@pytest.mark.office
@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_zeros_that_are_shown(tmp_path: Path, kind: Literal["xlsx", "xls", "ods"], office: LibreOffice) -> None:
    """A number in a format of zeros is the code that the table shows; any other format leaves the number alone."""
    path = tmp_path / "units.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Школы")
        sheet.write_row(0, 0, _HEADING)
        for row, (code, number_format) in enumerate(
            [(1, "000"), (56001, "000"), (7, "0"), (8, "#,##0"), (9, "0.0"), (10, "00000")], start=1
        ):
            sheet.write_number(row, 0, code, book.add_format({"num_format": number_format}))
            sheet.write_row(row, 1, [f"Школа № {row}", "Район"])
    if kind != "xlsx":
        (path,) = office.fill(path, tmp_path / f"units.{kind}", [], kind)
    assert ["001", "56001", "7", "8", "9", "00010"] == [unit.unit for unit in read_units(path)]


def test_zeros_without_office(tmp_path: Path) -> None:
    """The .xlsx reader needs no office suite to see the zeros; rows and columns before the table do not matter."""
    path = tmp_path / "units.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("пустой")
        sheet = book.add_worksheet("Школы")
        zeros = book.add_format({"num_format": "000"})
        sheet.write_row(2, 0, _HEADING)
        sheet.write_number(3, 0, 7, zeros)
        sheet.write_row(3, 1, ["Школа № 7", "Район"])
    assert (Unit("007", "Школа № 7", "Район"),) == read_units(path).units


def test_cells_that_are_no_codes(tmp_path: Path) -> None:
    """A date, an error and a formula without a result are named with sheet and cell; further columns may hold dates."""
    path = tmp_path / "units.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Школы")
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        sheet.write_row(0, 0, [*_HEADING, "Дата открытия"])
        sheet.write_datetime(1, 0, datetime(2020, 5, 12), day)
        sheet.write_row(1, 1, ["Школа № 1", "Район"])
        sheet.write_datetime(1, 3, datetime(1980, 9, 1), day)
        sheet.write_row(2, 0, ["2", "Школа № 2"])
        sheet.write_formula(2, 2, "=NA()", None, "#N/A")
    assert [
        (
            "Школы", 2, 1, "units-cell-date",
            "в графе «Код» дата (12.05.2020), а не текст: так таблица меняет коды вроде 12-05. Сделайте формат ячейки "
            "текстовым и наберите значение заново",
        ),
        (
            "Школы", 3, 3, "units-cell-error",
            "в графе «Муниципалитет» вместо значения ошибка #N/A. Впишите значение",
        ),
    ] == _told(path)  # fmt: skip


def test_second_register(tmp_path: Path) -> None:
    """A second sheet with units is not passed over in silence; a hidden one and notes of other kinds are."""
    rows: list[list[object]] = [_HEADING, ["1", "Школа № 1", "Район"]]
    more: list[list[object]] = [_HEADING, ["2", "Школа № 2", "Район"]]
    assert [
        (
            "Sheet2", 0, 0, "units-second-sheet",
            "организации перечислены и на листе «Sheet1», и на листе «Sheet2». Соберите их на одном листе или удалите "
            "лишний",
        )
    ] == _told(_workbook(tmp_path / "two.xlsx", rows, more))  # fmt: skip
    notes: list[list[object]] = [["Заметки"], ["позвонить"]]
    harmless: list[list[list[list[object]]]] = [[notes, more], [notes], [[_HEADING]]]
    for number, others in enumerate(harmless):
        path = _workbook(tmp_path / f"{number}.xlsx", rows, *others, hidden=3)
        assert ["1"] == [unit.unit for unit in read_units(path)]


def test_cells_of_mistakes(tmp_path: Path) -> None:
    """A mistake in a workbook names its cell and the heading as it is written there."""
    rows: list[list[object]] = [_HEADING, ["1", "Школа № 1", "Район"], ["1", "", "Район"]]
    assert [
        ("Sheet1", 3, 1, "units-unit-repeated",
         "код «1» уже есть в строке 2. У каждой организации должен быть свой код"),
        ("Sheet1", 3, 2, "units-cell-empty", "не заполнена графа «Наименование»"),
    ] == _told(_workbook(tmp_path / "units.xlsx", rows))  # fmt: skip
