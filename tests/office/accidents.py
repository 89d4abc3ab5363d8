"""What happens to forms at schools, done by LibreOffice itself; the steps are made by `steps.py`.

Runs under a Python that has `uno`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from typing import Any

import uno

from tests.office.cells import put
from tests.office.documents import RequestError, new_workbook, properties, sheet_named

_TO_NEW_BOOK = ("copy_sheet_to_new_book", "copy_ranges_to_new_book")
_CLEARED_BY_PASTE = 1 | 2 | 4 | 16  # com.sun.star.sheet.CellFlags: VALUE, DATETIME, STRING, FORMULA


def run_steps(desktop: Any, document: Any, steps: Sequence[Mapping[str, Any]], stack: ExitStack) -> Any:
    """Carry out the steps one after another; returns the document they end in.

    That is another document after «copy_sheet_to_new_book» and «copy_ranges_to_new_book», which stays open until
    `stack` closes.
    """
    for step in steps:
        parameters = dict(step)
        name = parameters.pop("step")
        if name == "copy_sheet_to_new_book":
            new = stack.enter_context(new_workbook(desktop))
            _copy_sheet_to(new, document, **parameters)
            document = new
        elif name == "copy_ranges_to_new_book":
            new = stack.enter_context(new_workbook(desktop))
            _paste_ranges(new, document, **parameters)
            document = new
        elif name in _STEPS:
            _STEPS[name](document, **parameters)
        else:
            raise RequestError(f"unknown step {name!r}; known: {', '.join([*_TO_NEW_BOOK, *_STEPS])}")
    return document


def _copy_sheet_to(new: Any, document: Any, sheet: str) -> None:
    sheet_named(document, sheet)
    empty = list(new.Sheets.ElementNames)
    new.Sheets.importSheet(document, sheet, 0)
    for name in empty:
        new.Sheets.removeByName(name)


def _paste_ranges(new: Any, document: Any, ranges: Sequence[Sequence[str]]) -> None:
    """Select, copy and paste as a person does, each range at the beginning of a sheet of its own."""
    source, target = document.CurrentController, new.CurrentController
    for number, (name, cells) in enumerate(ranges):
        sheet = sheet_named(document, name)
        if not sheet.IsVisible:
            raise RequestError(f"nobody can select cells on the hidden sheet {name!r}")
        source.setActiveSheet(sheet)
        source.select(sheet.getCellRangeByName(cells))
        copied = source.getTransferable()
        if number:
            new.Sheets.insertNewByName(f"Лист{number + 1}", number)
        page = new.Sheets.getByIndex(number)
        target.setActiveSheet(page)
        target.select(page.getCellRangeByName("A1"))
        target.insertTransferable(copied)


def _copy_sheet(document: Any, sheet: str, name: str) -> None:
    sheet_named(document, sheet)
    document.Sheets.copyByName(sheet, name, document.Sheets.Count)


def _unprotect(document: Any, sheet: str | None) -> None:
    for name in document.Sheets.ElementNames if sheet is None else [sheet]:
        found = sheet_named(document, name)
        found.unprotect("")
        if found.isProtected():
            raise RequestError(f"sheet {name!r} stayed protected: it has a password")


def _insert_rows(document: Any, sheet: str, before: int, count: int) -> None:
    _open_sheet(document, sheet).Rows.insertByIndex(before - 1, count)


def _delete_rows(document: Any, sheet: str, first: int, count: int) -> None:
    _open_sheet(document, sheet).Rows.removeByIndex(first - 1, count)


def _insert_columns(document: Any, sheet: str, before: str, count: int) -> None:
    found = _open_sheet(document, sheet)
    found.Columns.insertByIndex(_column(found, before), count)


def _delete_columns(document: Any, sheet: str, first: str, count: int) -> None:
    found = _open_sheet(document, sheet)
    found.Columns.removeByIndex(_column(found, first), count)


def _sort(document: Any, sheet: str, cells: str, key_column: str, ascending: bool) -> None:
    found = _open_sheet(document, sheet)
    block = found.getCellRangeByName(cells)
    area = block.RangeAddress
    column = _column(found, key_column)
    if not area.StartColumn <= column <= area.EndColumn:
        raise RequestError(f"column {key_column} is not in {cells}")
    field = uno.createUnoStruct("com.sun.star.table.TableSortField")
    field.Field = column - area.StartColumn
    field.IsAscending = ascending
    fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
    block.sort(properties(SortFields=fields, ContainsHeader=False, IsSortColumns=False, BindFormatsToContent=True))


def _rename_sheet(document: Any, sheet: str, name: str) -> None:
    sheet_named(document, sheet).Name = name


def _remove_sheet(document: Any, sheet: str) -> None:
    sheet_named(document, sheet)
    document.Sheets.removeByName(sheet)


def _move_sheet(document: Any, sheet: str, position: int) -> None:
    sheet_named(document, sheet)
    document.Sheets.moveByName(sheet, position)


def _paste(document: Any, *, sheet: str, cells: str, to_sheet: str, to_cell: str, values_only: bool) -> None:
    source = sheet_named(document, sheet).getCellRangeByName(cells)
    target_sheet = sheet_named(document, to_sheet)
    corner = target_sheet.getCellRangeByName(to_cell)
    area, start = source.RangeAddress, corner.CellAddress
    right = start.Column + area.EndColumn - area.StartColumn
    bottom = start.Row + area.EndRow - area.StartRow
    target = target_sheet.getCellRangeByPosition(start.Column, start.Row, right, bottom)
    if target_sheet.isProtected() and target.CellProtection.IsLocked is not False:
        raise RequestError(f"locked cells cannot be pasted over: {target.AbsoluteName}")
    if values_only:
        values = source.getDataArray()
        target.clearContents(_CLEARED_BY_PASTE)
        target.setDataArray(values)
    else:
        target_sheet.copyRange(start, area)


def _set_cells(document: Any, entries: Sequence[Sequence[Any]]) -> None:
    for name, address, kind, value in entries:
        put(document, sheet_named(document, name).getCellRangeByName(address), kind, value)


def _show_hidden_rows_columns(document: Any, sheet: str | None) -> None:
    for name in document.Sheets.ElementNames if sheet is None else [sheet]:
        found = sheet_named(document, name)
        found.Rows.IsVisible = True
        found.Columns.IsVisible = True


def _open_sheet(document: Any, name: str) -> Any:
    """The sheet, which must not be protected: LibreOffice refuses these steps on a protected one without a word."""
    sheet = sheet_named(document, name)
    if sheet.isProtected():
        raise RequestError(f"sheet {name!r} is protected: unprotect it first")
    return sheet


def _column(sheet: Any, letters: str) -> int:
    return int(sheet.getCellRangeByName(f"{letters}1").CellAddress.Column)


_STEPS: dict[str, Callable[..., None]] = {
    "unprotect": _unprotect,
    "copy_sheet": _copy_sheet,
    "insert_rows": _insert_rows,
    "delete_rows": _delete_rows,
    "insert_columns": _insert_columns,
    "delete_columns": _delete_columns,
    "sort": _sort,
    "rename_sheet": _rename_sheet,
    "remove_sheet": _remove_sheet,
    "move_sheet": _move_sheet,
    "paste": _paste,
    "set_cells": _set_cells,
    "show_hidden_rows_columns": _show_hidden_rows_columns,
}
