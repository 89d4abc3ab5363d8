"""Registers of units, from CSV and from workbooks that people made."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

from xlforms.definitions.units import Unit
from xlforms.errors import DefinitionError, Problem
from xlforms.intake.unit_register import read_units

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
        [("units-cell-empty", 3), ("units-unit-repeated", 3)],
        [("archive-broken", 0)],
        [("units-empty", 1)],
        [("file-unreadable", 0)],
        [("file-unreadable", 0)],
    ] == [_problems(path) for path in (twice, broken, empty, tmp_path / "gone.csv", tmp_path)]
