"""The form in other kinds of tables, and what is wrong with them: .ods and .xls."""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence
from xml.sax.saxutils import escape

import xlwt

from tests.corpus.disguises import noise
from tests.corpus.form import Make, form, packed, parts_of
from tests.intake.binary_workbook import cell, row, sheet, text, xlsb_bytes
from tests.intake.outlook_files import compound_file
from xlforms.definitions.units import Unit
from xlforms.intake.raw import CellKind, RawCell, RawSheet, date_of_serial
from xlforms.intake.read_workbook import read_workbook

_KIND = b"application/vnd.oasis.opendocument.spreadsheet"
_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)
EMPTY_OLE = compound_file({})


def sheets_of(workbook: bytes) -> tuple[RawSheet, ...]:
    """The sheets of an .xlsx."""
    return read_workbook(workbook, "form.xlsx").sheets


def in_xls(unit: Unit) -> bytes:
    """The form saved as .xls: its cells and nothing else."""
    return as_xls(sheets_of(form(unit)))


def in_xlsb(unit: Unit) -> bytes:
    """The form saved as .xlsb: its texts and numbers."""
    return as_xlsb(sheets_of(form(unit)))


def in_ods(unit: Unit) -> bytes:
    """The form saved as .ods."""
    return as_ods(sheets_of(form(unit)))


def as_xls(sheets: Sequence[RawSheet]) -> bytes:
    """Sheets saved as .xls: their cells and nothing else."""
    book = xlwt.Workbook()
    date_style = xlwt.easyxf(num_format_str="DD.MM.YYYY")
    for found in sheets:
        target = book.add_sheet(found.name)
        for (line, column), (kind, content, _) in found.cells.items():
            if kind == CellKind.DATE:
                target.write(line, column, content, date_style)
            else:
                target.write(line, column, content)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def as_xlsb(sheets: Sequence[RawSheet]) -> bytes:
    """Sheets saved as .xlsb: their texts and numbers."""
    written = []
    for found in sheets:
        cells, line = b"", -1
        for (number, column), (kind, content, _) in sorted(found.cells.items()):
            if number != line:
                cells, line = cells + row(number), number
            if kind == CellKind.TEXT:
                cells += cell(6, column, text(str(content)))
            elif isinstance(content, int | float):
                cells += cell(5, column, struct.pack("<d", content))
        written.append((found.name, 0, sheet(cells)))
    return xlsb_bytes(*written)


def as_ods(sheets: Sequence[RawSheet]) -> bytes:
    """Sheets saved as .ods."""
    return _ods("".join(map(_ods_sheet, sheets)))


def ods_bomb(row_repeats: str, column_repeats: str) -> Make:
    """A table of a few bytes that says that it repeats itself."""
    number = f'<table:table-cell office:value-type="float" office:value="1" {column_repeats}/>'
    return lambda _unit: _ods(
        f'<table:table table:name="Лист"><table:table-row {row_repeats}>{number}</table:table-row></table:table>'
    )


def ods_declared(declaration: str) -> Make:
    """A table with a document type."""
    return lambda _unit: _ods("", declaration)


def ods_locked(unit: Unit) -> bytes:
    """The form with a password, as its manifest says."""
    manifest = b"<manifest><file-entry><encryption-data/></file-entry></manifest>"
    return packed({**parts_of(in_ods(unit)), "META-INF/manifest.xml": manifest})


def locked_xls(_unit: Unit) -> bytes:
    """An .xls with a password: what stands behind its FILEPASS record is not readable."""
    start = struct.pack("<HHHHHHII", 0x809, 16, 0x600, 5, 0x1FAF, 0x7CD, 0xC1, 0x406)
    return compound_file({"Workbook": start + struct.pack("<HHHHHH", 0x2F, 54, 1, 1, 1, 0) + noise(5000)})


def locked_xlsx(_unit: Unit) -> bytes:
    """An .xlsx with a password to open it."""
    return compound_file({"EncryptionInfo": noise(300), "EncryptedPackage": noise(9000)})


def noisy_xls(_unit: Unit) -> bytes:
    """A container with noise where the workbook should be."""
    return compound_file({"Workbook": noise(9000)})


def ring_of_sectors(unit: Unit) -> bytes:
    """An .xls whose table of sectors leads in a circle."""
    content = bytearray(noisy_xls(unit))
    table, directory = struct.unpack_from("<I", content, 76)[0], struct.unpack_from("<I", content, 48)[0]
    struct.pack_into("<I", content, (table + 1) * 512 + directory * 4, directory)
    return bytes(content)


def _ods(tables: str, declaration: str = "") -> bytes:
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{declaration}<office:document-content {_NAMES}><office:body>'
        f"<office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    return packed({"mimetype": _KIND, "content.xml": content.encode()})


def _ods_sheet(found: RawSheet) -> str:
    rows, line = [], -1
    by_row: dict[int, dict[int, RawCell]] = {}
    for (number, column), content in sorted(found.cells.items()):
        by_row.setdefault(number, {})[column] = content
    for number, cells in by_row.items():
        rows.append("<table:table-row/>" * (number - line - 1))
        whole = "".join(_ods_cell(cells.get(column)) for column in range(max(cells) + 1))
        rows.append(f"<table:table-row>{whole}</table:table-row>")
        line = number
    return f'<table:table table:name="{escape(found.name)}">{"".join(rows)}</table:table>'


def _ods_cell(content: RawCell | None) -> str:
    if content is None:
        return "<table:table-cell/>"
    kind, value, _ = content
    if kind == CellKind.TEXT:
        lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(value).split("\n"))
        return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'
    if kind == CellKind.DATE and isinstance(value, int | float):
        day = date_of_serial(value).date().isoformat()
        return f'<table:table-cell office:value-type="date" office:date-value="{day}"/>'
    return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
