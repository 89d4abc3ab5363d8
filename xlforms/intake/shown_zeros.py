"""Zeros that a register of units shows before its codes though they are not stored: 1 in the format `000` is 001.

Only formats that are nothing but zeros count; such a number is a code to whoever made the table. Answers in returned
forms are never read this way. An .xlsb is not looked at: nobody has sent one as a register.
"""

from __future__ import annotations

import io
import re

import xlrd
from lxml import etree

from xlforms.intake.file_kind import recognise
from xlforms.intake.guard_zip import ZipParts
from xlforms.intake.limits import DEFAULT, Limits
from xlforms.intake.ods_text import cell_text
from xlforms.intake.office_package import main_part, part_of_kind, relations_of
from xlforms.intake.raw import CellKind, RawCell, RawSheet
from xlforms.intake.xml_part import parse_part
from xlforms.layout.place import cell_name

_ZEROS = re.compile(r"0{2,99}")
_DIGITS = re.compile(r"0[0-9]+")
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")


def with_shown_zeros(sheet: RawSheet, content: bytes, name: str, limits: Limits = DEFAULT) -> RawSheet:
    """The sheet of a workbook that was read already, its zero-padded whole numbers as the texts that are shown."""
    found = recognise(content, name, limits)
    numbers = {
        place: cell[1]
        for place, cell in sheet.cells.items()
        if cell[0] == CellKind.NUMBER and isinstance(cell[1], int) and cell[1] >= 0
    }
    if found.kind == "xls":
        widths = _widths_in_xls(content, sheet.name)
    elif found.parts is not None and found.kind in ("xlsx", "xlsm"):
        widths = _widths_in_xlsx(found.parts, sheet.name, numbers)
    elif found.parts is not None and found.kind == "ods":
        widths = _widths_in_ods(found.parts, sheet.name)
    else:
        return sheet
    shown: dict[tuple[int, int], RawCell] = {
        place: (CellKind.TEXT, str(number).zfill(widths[place]), False)
        for place, number in numbers.items()
        if place in widths
    }
    return RawSheet(sheet.name, sheet.cells | shown, sheet.hidden, sheet.protected)


def _widths_in_xls(content: bytes, sheet_name: str) -> dict[tuple[int, int], int]:
    book = xlrd.open_workbook(file_contents=content, logfile=io.StringIO(), formatting_info=True)
    codes = [book.format_map[style.format_key].format_str for style in book.xf_list]
    sheet = book.sheet_by_name(sheet_name)
    return {
        (row, column): len(code)
        for row in range(sheet.nrows)
        for column in range(sheet.row_len(row))
        if _ZEROS.fullmatch(code := codes[sheet.cell_xf_index(row, column)])
    }


def _widths_in_xlsx(
    parts: ZipParts, sheet_name: str, numbers: dict[tuple[int, int], int]
) -> dict[tuple[int, int], int]:
    workbook_part = main_part(parts)
    relations = relations_of(parts, workbook_part)
    styles_part = part_of_kind(relations, "styles")
    if styles_part is None:
        return {}
    styles = parse_part(parts.read(styles_part), styles_part)
    codes = {
        element.get("numFmtId"): element.get("formatCode", "") for element in styles.iterfind("{*}numFmts/{*}numFmt")
    }
    widths = {
        str(index): len(code)
        for index, element in enumerate(styles.iterfind("{*}cellXfs/{*}xf"))
        if _ZEROS.fullmatch(code := codes.get(element.get("numFmtId"), ""))
    }
    book = parse_part(parts.read(workbook_part), workbook_part)
    targets = [
        relations[str(value)].target
        for element in book.iterfind("{*}sheets/{*}sheet")
        if element.get("name") == sheet_name
        for key, value in element.items()
        if etree.QName(key).namespace and etree.QName(key).localname == "id"
    ]
    places = {cell_name(*place): place for place in numbers}
    return {
        places[address]: widths[style]
        for target in targets
        for element in parse_part(parts.read(target), target).iter("{*}c")
        if (address := element.get("r", "")) in places and (style := element.get("s", "")) in widths
    }


def _widths_in_ods(parts: ZipParts, sheet_name: str) -> dict[tuple[int, int], int]:
    """An .ods keeps what is shown beside each value."""
    widths: dict[tuple[int, int], int] = {}
    root = parse_part(parts.read("content.xml"), "content.xml")
    for table in root.iter(f"{_TABLE}table"):
        row = 0
        for line in table.iter(f"{_TABLE}table-row") if table.get(f"{_TABLE}name") == sheet_name else ():
            column = 0
            for cell in line.iterchildren(*_CELLS):
                text = cell_text(cell) if len(cell) else None
                times = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
                if text is not None and _DIGITS.fullmatch(text):
                    widths |= {(row, place): len(text) for place in range(column, column + times)}
                column += times
            row += int(line.get(f"{_TABLE}number-rows-repeated", "1"))
    return widths
