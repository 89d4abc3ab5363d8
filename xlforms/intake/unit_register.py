"""Reads a register of units, from CSV or from a workbook that people made."""

from __future__ import annotations

from pathlib import Path

from xlforms.definitions.units import Units, units_from_rows
from xlforms.definitions.units_csv import rows_of_csv
from xlforms.errors import DefinitionError, IntakeRefusal, Problem
from xlforms.intake.raw import RawSheet
from xlforms.intake.read_workbook import read_workbook
from xlforms.intake.values import raw_text

WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods", ".xlsb")


def read_units(path: Path) -> Units:
    """The register in a file; of a workbook its first visible sheet is read.

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
    sheet = next((sheet for sheet in workbook.sheets if not sheet.hidden), workbook.sheets[0])
    return units_from_rows(_rows(sheet), str(path))


def _rows(sheet: RawSheet) -> list[list[str]]:
    """The sheet as rows of texts from A1; a code typed as a number is its digits."""
    height = max((row for row, _ in sheet.cells), default=-1) + 1
    rows: list[list[str]] = [[] for _ in range(height)]
    for (row, column), cell in sorted(sheet.cells.items()):
        line = rows[row]
        line.extend([""] * (column - len(line)))
        line.append("" if cell[1] is None else raw_text(cell[1]))
    return rows
