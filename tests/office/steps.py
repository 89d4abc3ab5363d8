"""The steps that `LibreOffice.run` understands: accidents that befall a form.

Rows are numbers from 1 and columns are letters, as people see them.
"""

from __future__ import annotations

from collections.abc import Sequence

from tests.office.entries import Entry, encode_entry

Step = dict[str, object]


def unprotect(sheet: str | None = None) -> Step:
    """Take the protection off one sheet, or off all."""
    return {"step": "unprotect", "sheet": sheet}


def insert_rows(sheet: str, before: int, count: int = 1) -> Step:
    """Insert blank rows above row `before` (from 1). The sheet must be unprotected first, as for all that follow."""
    return {"step": "insert_rows", "sheet": sheet, "before": before, "count": count}


def delete_rows(sheet: str, first: int, count: int = 1) -> Step:
    """Delete `count` rows from row `first` down."""
    return {"step": "delete_rows", "sheet": sheet, "first": first, "count": count}


def insert_columns(sheet: str, before: str, count: int = 1) -> Step:
    """Insert blank columns left of column `before` («C»)."""
    return {"step": "insert_columns", "sheet": sheet, "before": before, "count": count}


def delete_columns(sheet: str, first: str, count: int = 1) -> Step:
    """Delete `count` columns from column `first` rightwards."""
    return {"step": "delete_columns", "sheet": sheet, "first": first, "count": count}


def sort(sheet: str, cells: str, key_column: str, ascending: bool = True) -> Step:
    """Sort the rows of the range `cells` («B8:F20», no header) by the column with the letters `key_column`."""
    return {"step": "sort", "sheet": sheet, "cells": cells, "key_column": key_column, "ascending": ascending}


def rename_sheet(sheet: str, name: str) -> Step:
    """Give the sheet another name."""
    return {"step": "rename_sheet", "sheet": sheet, "name": name}


def remove_sheet(sheet: str) -> Step:
    """Delete the sheet."""
    return {"step": "remove_sheet", "sheet": sheet}


def move_sheet(sheet: str, position: int) -> Step:
    """Move the sheet before the one that is now at `position` (from 0)."""
    return {"step": "move_sheet", "sheet": sheet, "position": position}


def copy_sheet_to_new_book(sheet: str) -> Step:
    """Copy one sheet to a new workbook; the steps that follow, and the saving, concern the new workbook."""
    return {"step": "copy_sheet_to_new_book", "sheet": sheet}


def copy_ranges_to_new_book(ranges: Sequence[tuple[str, str]]) -> Step:
    """Copy ranges («Кадры», «B2:T35») and paste each into a sheet of a new workbook, which then stands for the old."""
    return {"step": "copy_ranges_to_new_book", "ranges": [list(entry) for entry in ranges]}


def copy_sheet(sheet: str, name: str) -> Step:
    """Copy a sheet within its workbook, to the end."""
    return {"step": "copy_sheet", "sheet": sheet, "name": name}


def paste(sheet: str, cells: str, to_cell: str, to_sheet: str | None = None, values_only: bool = False) -> Step:
    """Copy a range and paste it with its upper left corner in `to_cell`: everything, formats and rules too, or values.

    Locked cells of a protected sheet among the target are an error, as the person would be refused.
    """
    return {
        "step": "paste",
        "sheet": sheet,
        "cells": cells,
        "to_sheet": to_sheet if to_sheet is not None else sheet,
        "to_cell": to_cell,
        "values_only": values_only,
    }


def set_cells(entries: Sequence[Entry]) -> Step:
    """Put values anywhere, into locked cells too (`Typed` works only where the sheet or the cell is not locked)."""
    return {"step": "set_cells", "entries": [encode_entry(entry) for entry in entries]}


def show_hidden_rows_columns(sheet: str | None = None) -> Step:
    """Show the hidden rows and columns of one sheet, or of all."""
    return {"step": "show_hidden_rows_columns", "sheet": sheet}
