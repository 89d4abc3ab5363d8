"""Cells as LibreOffice holds them: writing values, reading them, protection. Runs under a Python that has `uno`."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from tests.office.documents import RequestError, sheet_named

# The numbers of LibreOffice's errors (formula/errorcodes.hxx) and the words Excel has for them.
_ERRORS = {
    502: "#VALUE!",
    503: "#NUM!",
    519: "#VALUE!",
    521: "#NULL!",
    524: "#REF!",
    525: "#NAME?",
    532: "#DIV/0!",
    32767: "#N/A",
}
_RESULT_IS_NUMBER = 1


def fill(document: Any, entries: Sequence[Sequence[Any]]) -> None:
    """Put the values in, as a person with a keyboard could: a locked cell of a protected sheet is a RequestError.

    LibreOffice itself would not say so. Seen in 7.4: `setValue` and `setString` write into locked cells, setting
    `FormulaLocal` there is silently ignored, and none of the three asks the cell's validation.
    """
    sheets = {name: sheet_named(document, name) for name in {entry[0] for entry in entries}}
    protected = {name for name, sheet in sheets.items() if sheet.isProtected()}
    places = [(entry, sheets[entry[0]].getCellRangeByName(entry[1])) for entry in entries]
    locked = [f"{e[0]}!{e[1]}" for e, cell in places if e[0] in protected and cell.CellProtection.IsLocked]
    if locked:
        raise RequestError(f"locked cells cannot be filled in: {', '.join(locked)}")
    for entry, cell in places:
        put(document, cell, entry[2], entry[3])


def put(document: Any, cell: Any, kind: str, value: Any) -> None:
    """Put one value into a cell, past protection and validation (but see `fill` about «typed»)."""
    if kind == "number":
        cell.setValue(value)
    elif kind == "text":
        # For text that looks like a number or a date LibreOffice also changes the cell's format to «Text».
        before = cell.NumberFormat
        cell.setString(value)
        if cell.NumberFormat != before:
            cell.NumberFormat = before
    elif kind == "typed":
        cell.FormulaLocal = value
    elif kind == "date":
        start = document.NullDate
        day = datetime.date.fromisoformat(value)
        cell.setValue(float((day - datetime.date(start.Year, start.Month, start.Day)).days))
    elif kind == "clear":
        cell.setFormula("")
    else:
        raise RequestError(f"unknown kind of value: {kind!r}")


def read(document: Any, wanted: Mapping[str, Sequence[str]] | None) -> dict[str, dict[str, Any]]:
    """The values after a full recalculation: of all cells that are not blank, or of the wanted ones, blank or not."""
    document.calculateAll()
    if wanted is None:
        return {name: _read_sheet(document.Sheets.getByName(name)) for name in document.Sheets.ElementNames}
    answer = {}
    for name, addresses in wanted.items():
        sheet = sheet_named(document, name)
        answer[name] = {address: value_of(sheet.getCellRangeByName(address)) for address in addresses}
    return answer


def value_of(cell: Any) -> Any:
    """A number, a text, `{"error": …}`, or None for a blank cell and for a formula whose result is empty text."""
    kind = cell.Type.value
    if kind == "VALUE":
        return cell.Value
    if kind == "TEXT":
        return cell.String or None
    if kind == "EMPTY":
        return None
    if number := cell.getError():
        return {"error": _ERRORS.get(number, f"Err:{number}")}
    return cell.Value if cell.FormulaResultType2 == _RESULT_IS_NUMBER else cell.String or None


def protection(document: Any) -> dict[str, bool]:
    """For each sheet: is it protected?"""
    return {name: document.Sheets.getByName(name).isProtected() for name in document.Sheets.ElementNames}


def locked(document: Any, wanted: Mapping[str, Sequence[str]]) -> dict[str, dict[str, bool]]:
    """For each wanted cell: is it marked as locked? (Locking acts only on a protected sheet.)"""
    answer = {}
    for name, addresses in wanted.items():
        sheet = sheet_named(document, name)
        answer[name] = {a: sheet.getCellRangeByName(a).CellProtection.IsLocked for a in addresses}
    return answer


def _read_sheet(sheet: Any) -> dict[str, Any]:
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    end = cursor.RangeAddress
    block = sheet.getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow).getDataArray()
    letters = [_column_letters(column) for column in range(end.EndColumn + 1)]
    values: dict[str, Any] = {}
    for row, line in enumerate(block):
        for column, value in enumerate(line):
            if value is None:  # so the data array shows an error
                values[f"{letters[column]}{row + 1}"] = value_of(sheet.getCellByPosition(column, row))
            elif value != "":
                values[f"{letters[column]}{row + 1}"] = value
    return values


def _column_letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
