"""Reads .xls (BIFF 2 to 8) with xlrd, which keeps error values and never crashed on 793 public files.

xlrd does not tell formulas from values: `xls_formulas.py` does. Protected sheets, document properties and the saving
program stay False and empty.
"""

from __future__ import annotations

import io
import struct

import xlrd
from xlrd.book import SUPBOOK_EXTERNAL

from xlforms.errors import IntakeRefusal
from xlforms.intake import ole_directory
from xlforms.intake.limits import Limits
from xlforms.intake.raw import CellKind, RawCell, RawSheet, RawWorkbook, number_cell
from xlforms.intake.xls_formulas import formulas_of, saved_by_libreoffice
from xlforms.intake.xls_labels import LONGEST, full_labels

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

_BIFF8 = 80


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
    has_comments = False
    cut: list[tuple[str, int, int]] = []
    for index in range(book.nsheets):
        try:
            cells = _cells_of(book.sheet_by_index(index), _formulas_of(book, index))
            cut += [(book.sheet_names()[index], row, column) for row, column in _cut_texts(book, index, cells)]
        except _BROKEN as error:
            raise IntakeRefusal("damaged", "file-broken") from error
        has_comments = has_comments or bool(book.sheet_by_index(index).cell_note_map)
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
        external_links=SUPBOOK_EXTERNAL in book._supbook_types,
        date1904=bool(book.datemode),
        has_comments=has_comments,
        cut=tuple(cut),
    )


def _formulas_of(book: xlrd.book.Book, index: int) -> dict[tuple[int, int], bool]:
    """The formulas of a sheet, and whether their results can be believed."""
    version: int = book.biff_version
    libreoffice = version == _BIFF8 and saved_by_libreoffice(book.mem, book.base)
    return formulas_of(book.mem, book._sh_abs_posn[index], version, libreoffice=libreoffice)


def _cut_texts(book: xlrd.book.Book, index: int, cells: dict[tuple[int, int], RawCell]) -> list[tuple[int, int]]:
    """The places of texts of a sheet that may be cut off; looked for only when one is long enough."""
    if not any(kind == CellKind.TEXT and len(str(value)) == LONGEST for kind, value, _ in cells.values()):
        return []
    return full_labels(book.mem, book._sh_abs_posn[index])


def _cells_of(sheet: xlrd.sheet.Sheet, formulas: dict[tuple[int, int], bool]) -> dict[tuple[int, int], RawCell]:
    """The cells that hold something; an empty text is blank unless a formula gives it."""
    cells: dict[tuple[int, int], RawCell] = {}
    for row in range(sheet.nrows):
        types, values = sheet.row_types(row), sheet.row_values(row)
        for column, (cell_type, value) in enumerate(zip(types, values, strict=True)):
            place = row, column
            is_formula = place in formulas
            if is_formula and not formulas[place]:
                cells[place] = (CellKind.UNCALCULATED, None, True)
            elif cell_type == xlrd.XL_CELL_TEXT:
                if value or is_formula:
                    cells[place] = (CellKind.TEXT, value, is_formula)
            elif cell_type == xlrd.XL_CELL_NUMBER:
                cells[place] = number_cell(value, CellKind.NUMBER, is_formula=is_formula)
            elif cell_type == xlrd.XL_CELL_DATE:
                cells[place] = number_cell(value, CellKind.DATE, is_formula=is_formula)
            elif cell_type == xlrd.XL_CELL_BOOLEAN:
                cells[place] = (CellKind.BOOLEAN, bool(value), is_formula)
            elif cell_type == xlrd.XL_CELL_ERROR:
                cells[place] = (CellKind.ERROR, xlrd.error_text_from_code.get(value, "#VALUE!"), is_formula)
    return cells
