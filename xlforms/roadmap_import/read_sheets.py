"""Reads the sheets of a workbook, or the rows of a CSV file, as tables of texts."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator

from xlforms.errors import IntakeRefusal
from xlforms.intake.account import printable
from xlforms.intake.raw import CellKind, RawCell, RawSheet, RawWorkbook, date_of_serial
from xlforms.intake.texts import tidy
from xlforms.intake.values import raw_text
from xlforms.roadmap_import.document import Cell, Row, Table, Typed
from xlforms.roadmap_import.table_heading import heading_at

_WIDEST = 100
"""Columns that are looked at: a cell far to the right is no part of a table of measures."""
_ENCODINGS = ("utf-8-sig", "cp1251", "cp866")
_SEPARATORS = (";", ",", "\t")
_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_sheets(workbook: RawWorkbook) -> tuple[Table, ...]:
    """The visible sheets of a workbook."""
    return tuple(
        Table("sheet", sheet.name, (), tuple(_rows(sheet, workbook.date1904)))
        for sheet in workbook.sheets
        if not sheet.hidden
    )


def read_csv(content: bytes, name: str) -> tuple[Table, ...]:
    """The rows of a CSV file in UTF-8, UTF-16, cp1251 or cp866 with commas, semicolons or tabs.

    Encoding and separator are those under which the headings of a table of measures appear; without such headings the
    first that fit. Raises IntakeRefusal when there is no text, or its quotes do not match under any of them.
    """
    if content.startswith(_MARKS):
        readings = [_decoded(content, "utf-16")]
    else:
        readings = [_decoded(content, encoding) for encoding in _ENCODINGS]
    texts = [text for text in readings if text is not None and "\0" not in text]
    read = [_csv_rows(text, separator) for text in texts for separator in _SEPARATORS]
    tables = [Table("csv", "", (), rows) for rows in read if rows is not None]
    found = next((table for table in tables if _has_heading(table)), None)
    if found is None and (not tables or None in read):
        raise IntakeRefusal("not-a-workbook", "import-csv-unreadable", path=printable(name))
    return (found or tables[0],)


def _rows(sheet: RawSheet, date1904: bool) -> Iterator[Row]:
    rows: dict[int, list[Cell]] = {}
    for (row, column), content in sorted(sheet.cells.items()):
        text, typed = _text(content, date1904), _TYPED.get(content[0], "")
        if text and column < _WIDEST:
            rows.setdefault(row, []).append(Cell(text, column, column + 1, typed=typed))
    for number, cells in rows.items():
        yield Row(number + 1, tuple(cells))


_TYPED: dict[CellKind, Typed] = {CellKind.NUMBER: "number", CellKind.DATE: "date"}


def _text(cell: RawCell, date1904: bool) -> str:
    """What a person sees in a cell, a date as 05.06.2020; nothing for a formula that was never computed."""
    kind, value, _ = cell
    if value is None or isinstance(value, bool):
        return ""
    if kind == CellKind.DATE and isinstance(value, int | float):
        try:
            return f"{date_of_serial(value, date1904):%d.%m.%Y}"
        except ValueError:
            return raw_text(value)  # a time of day alone, or a number before 1900
    return tidy(raw_text(value))


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _csv_rows(text: str, separator: str) -> tuple[Row, ...] | None:
    """The rows by the number of the line they begin on; None when the quotes do not match."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows, line = [], 1
    try:
        for values in reader:
            cells = [Cell(tidy(value), column, column + 1) for column, value in enumerate(values[:_WIDEST])]
            filled = tuple(cell for cell in cells if cell.text)
            if filled:
                rows.append(Row(line, filled))
            line = reader.line_num + 1
    except csv.Error:
        return None
    return tuple(rows)


def _has_heading(table: Table) -> bool:
    return any(heading_at(table.rows, position) is not None for position in range(len(table.rows)))
