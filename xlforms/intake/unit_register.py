"""Reads a register of units, from CSV or from a workbook that people made."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from xlforms.definitions.units import Units, units_from_rows
from xlforms.definitions.units_csv import rows_of_csv
from xlforms.definitions.units_header import read_header
from xlforms.errors import DefinitionError, IntakeRefusal, Problem
from xlforms.intake.raw import CellKind, RawSheet, date_of_serial
from xlforms.intake.read_workbook import read_workbook
from xlforms.intake.shown_zeros import with_shown_zeros
from xlforms.intake.values import raw_text

WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods", ".xlsb")


def read_units(path: Path) -> Units:
    """The register in a file; of a workbook its first visible sheet with something on it is read.

    Another visible sheet that looks like a register is a mistake: its units would be lost.
    Raises DefinitionError with every mistake of the register, or with one when the file cannot be read.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        details: dict[str, object] = {"detail": error.strerror or type(error).__name__}
        raise DefinitionError([Problem(str(path), 0, 0, "file-unreadable", details)]) from error
    if path.suffix.lower() not in WORKBOOKS:
        return units_from_rows(rows_of_csv(content, str(path)), str(path))
    try:
        workbook = read_workbook(content, path.name)
    except IntakeRefusal as refusal:
        raise DefinitionError([Problem(str(path), 0, 0, refusal.code, refusal.parameters)]) from refusal
    shown = [sheet for sheet in workbook.sheets if not sheet.hidden and sheet.cells] or [workbook.sheets[0]]
    try:
        sheet = with_shown_zeros(shown[0], content, path.name)
        units = units_from_rows(_rows(sheet), str(path), unusable=_unusable(sheet, date1904=workbook.date1904))
    except DefinitionError as error:
        raise DefinitionError([replace(problem, sheet=shown[0].name) for problem in error.problems]) from error
    second = next((sheet for sheet in shown[1:] if _is_register(sheet)), None)
    if second is not None:
        details = {"first": shown[0].name, "second": second.name}
        raise DefinitionError([Problem(str(path), 0, 0, "units-second-sheet", details, second.name)])
    return units


def _rows(sheet: RawSheet) -> list[list[str]]:
    """The sheet as rows of texts from A1; a code typed as a number is its digits."""
    height = max((row for row, _ in sheet.cells), default=-1) + 1
    rows: list[list[str]] = [[] for _ in range(height)]
    for (row, column), cell in sorted(sheet.cells.items()):
        line = rows[row]
        line.extend([""] * (column - len(line)))
        line.append("" if cell[1] is None else raw_text(cell[1]))
    return rows


def _is_register(sheet: RawSheet) -> bool:
    """Does the sheet begin with the heading of a register, with something below it?"""
    titles, *body = [row for row in _rows(sheet) if any(row)] or [[]]
    return bool(body) and not read_header([" ".join(title.split()) for title in titles], 1, "")[1]


def _unusable(sheet: RawSheet, *, date1904: bool) -> dict[tuple[int, int], tuple[str, str]]:
    """The cells that hold no text and no number, by line and column from 1: why, and what they show."""
    found: dict[tuple[int, int], tuple[str, str]] = {}
    for (row, column), (kind, value, _) in sheet.cells.items():
        if kind == CellKind.DATE and isinstance(value, int | float):
            found[row + 1, column + 1] = "units-cell-date", _shown_date(value, date1904)
        elif kind == CellKind.ERROR:
            found[row + 1, column + 1] = "units-cell-error", str(value)
        elif kind == CellKind.UNCALCULATED:
            found[row + 1, column + 1] = "units-cell-uncalculated", ""
    return found


def _shown_date(serial: float, date1904: bool) -> str:
    try:
        return f"{date_of_serial(serial, date1904):%d.%m.%Y}"
    except ValueError:  # a time of day, or before the calendar
        return raw_text(serial)
