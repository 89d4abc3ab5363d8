"""Reads .ods by its own XML: python-calamine failed on 3 of 7 files saved by other suites and drops line breaks."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from xlforms.errors import IntakeRefusal
from xlforms.intake.guard_zip import ZipParts
from xlforms.intake.limits import Limits
from xlforms.intake.ods_cells import read_cell
from xlforms.intake.raw import RawCell, RawSheet, RawWorkbook
from xlforms.intake.xml_part import parse_part, stream_part

_CONTENT = "content.xml"
_META = "meta.xml"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_TABLE = f"{{{_OASIS}:table:1.0}}table"
_ROW = f"{{{_OASIS}:table:1.0}}table-row"
_CELLS = (f"{{{_OASIS}:table:1.0}}table-cell", f"{{{_OASIS}:table:1.0}}covered-table-cell")
_ROWS_REPEATED = f"{{{_OASIS}:table:1.0}}number-rows-repeated"
_COLUMNS_REPEATED = f"{{{_OASIS}:table:1.0}}number-columns-repeated"
_COLUMNS_SPANNED = f"{{{_OASIS}:table:1.0}}number-columns-spanned"
_FORMULA = f"{{{_OASIS}:table:1.0}}formula"
_VALUE_TYPE = f"{{{_OASIS}:office:1.0}}value-type"
_SOURCE = f"{{{_OASIS}:table:1.0}}table-source"
_SPREADSHEET = f"{{{_OASIS}:office:1.0}}spreadsheet"
_STYLE = f"{{{_OASIS}:style:1.0}}style"
_MOST_TORN = 10_000  # of one sheet; no form has as many rows
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_COPY_OF_ANOTHER_FILE = ("'file:", "'#$")
"""LibreOffice keeps the last seen values of other files in tables called «'file:///…'#$Sheet1» or without the «$»."""


@dataclass(slots=True)
class _Reading:
    """What has been read so far: finished sheets, the cells of the current one, and the styles of hidden sheets."""

    limits: Limits
    sheets: list[RawSheet] = field(default_factory=list)
    hiding_styles: set[str] = field(default_factory=set)
    cells: dict[tuple[int, int], RawCell] = field(default_factory=dict)
    row: int = 0
    cell_count: int = 0
    external_links: bool = False
    torn_rows: list[tuple[int, int]] = field(default_factory=list)
    torn: list[tuple[str, int, int]] = field(default_factory=list)


def read_ods(parts: ZipParts, limits: Limits) -> RawWorkbook:
    """The workbook inside a checked zip; repeated blank cells cost nothing.

    Dates and times are serial numbers of the 1900 calendar. Raises IntakeRefusal: `damaged` or `too-large`.
    """
    reading = _Reading(limits)
    content = parts.read(_CONTENT)
    for element in stream_part(content, _CONTENT, "document-content", _STYLE, _ROW, _TABLE):
        if element.tag == _STYLE:
            _note_style(element, reading)
        elif element.tag == _ROW:
            if _is_of_a_sheet(element):
                _read_row(element, reading)
        elif _is_sheet(element):
            _finish_sheet(element, reading)
    if not reading.sheets:
        raise IntakeRefusal("damaged", "no-sheets")
    application, modified, properties = _facts(parts)
    return RawWorkbook(
        kind="ods",
        sheets=tuple(reading.sheets),
        application=application,
        modified=modified,
        properties=properties,
        has_macros=any(name.startswith(("basic/", "scripts/")) for name in parts.names()),
        external_links=reading.external_links,
        date1904=False,
        has_comments=b"<office:annotation" in content,
        torn=tuple(reading.torn),
    )


def _note_style(style: etree._Element, reading: _Reading) -> None:
    for properties in style.iterchildren("{*}table-properties"):
        if properties.get(f"{{{_OASIS}:table:1.0}}display") == "false":
            reading.hiding_styles.add(style.get(f"{{{_OASIS}:style:1.0}}name", ""))


def _is_sheet(table: etree._Element) -> bool:
    """Whether a table is a sheet, and not a table inside a cell or in the history of changes."""
    parent = table.getparent()
    return parent is not None and parent.tag == _SPREADSHEET


def _is_of_a_sheet(row: etree._Element) -> bool:
    return _is_sheet(next(row.iterancestors(_TABLE), row))


def _read_row(element: etree._Element, reading: _Reading) -> None:
    """Add the cells of a row, as often as they and the row are repeated."""
    repeated = _times(element, _ROWS_REPEATED)
    found: list[tuple[int, RawCell]] = []
    column = 0
    for cell in element.iterchildren(*_CELLS):
        times = _times(cell, _COLUMNS_REPEATED)
        if len(cell) or cell.get(_VALUE_TYPE) is not None or cell.get(_FORMULA) is not None:
            raw = read_cell(cell)
            if raw is not None:
                _count(times * repeated, column + times, reading)
                found.extend((place, raw) for place in range(column, column + times))
        column += times
    torn = _torn_at(element)
    if torn is not None and len(reading.torn_rows) < _MOST_TORN:
        reading.torn_rows.append((reading.row, torn))
    if found:
        for row in range(reading.row, reading.row + repeated):
            reading.cells.update({(row, place): raw for place, raw in found})
    reading.row += repeated


def _torn_at(row: etree._Element) -> int | None:
    """The column of a merged cell that is not followed by the cells that it covers, None in a row as it should be.

    ONLYOFFICE loses all that stands behind a merged cell without contents (measured: version 10.0.0.170).
    """
    column, left, begun = 0, 0, 0
    for cell in row.iterchildren(*_CELLS):
        times = _times(cell, _COLUMNS_REPEATED)
        if left > 0 and cell.tag == _CELLS[0]:
            return begun
        left -= times
        spanned = cell.get(_COLUMNS_SPANNED)
        if spanned is not None and spanned.isdecimal():
            left, begun = int(spanned) - 1, column
        column += times
    return None


def _count(cells: int, last_column: int, reading: _Reading) -> None:
    reading.cell_count += cells
    if reading.cell_count > reading.limits.cells:
        raise IntakeRefusal("too-large", "too-many-cells")
    if last_column > _LAST_COLUMN or reading.row >= _LAST_ROW:
        raise IntakeRefusal("damaged", "part-broken", part=_CONTENT)


def _times(element: etree._Element, attribute: str) -> int:
    text = element.get(attribute, "1")
    if not text.isdecimal() or text == "0" or len(text) > 9:
        raise IntakeRefusal("damaged", "part-broken", part=_CONTENT)
    return int(text)


def _finish_sheet(table: etree._Element, reading: _Reading) -> None:
    name = table.get(f"{{{_OASIS}:table:1.0}}name", "")
    is_copy = any(mark in name for mark in _COPY_OF_ANOTHER_FILE)
    if is_copy or table.find(_SOURCE) is not None:
        reading.external_links = True
    if not is_copy:
        hidden = table.get(f"{{{_OASIS}:table:1.0}}style-name", "") in reading.hiding_styles
        protected = table.get(f"{{{_OASIS}:table:1.0}}protected") == "true"
        reading.sheets.append(RawSheet(name, reading.cells, hidden, protected))
        reading.torn += [(name, row, column) for row, column in reading.torn_rows]
    if len(reading.sheets) > reading.limits.sheets:
        count = len(reading.sheets)
        raise IntakeRefusal("too-large", "too-many-sheets", count=count, limit=reading.limits.sheets)
    reading.cells, reading.torn_rows, reading.row = {}, [], 0


def _facts(parts: ZipParts) -> tuple[str, str, dict[str, str]]:
    """The program, the moment of saving and the properties that users defined; empty when the file does not say."""
    if _META not in parts:
        return "", "", {}
    root = parse_part(parts.read(_META), _META)
    properties = {
        element.get(f"{{{_OASIS}:meta:1.0}}name", ""): "".join(map(str, element.itertext()))
        for element in root.iter("{*}user-defined")
    }
    return root.findtext(".//{*}generator") or "", root.findtext(".//{*}date") or "", properties
