"""Reads .xlsb by walking its records.

python-calamine, the only maintained reader, turns errors into blanks and ends the process on one far stray cell; the
records are simple enough that reading them is safer than guarding it. A formula without a result cannot be told here:
the format has no such state. Source: MS-XLSB.
"""

from __future__ import annotations

import struct

from xlforms.errors import IntakeRefusal
from xlforms.intake.binary_records import records_of, text_at
from xlforms.intake.date_formats import is_date_format
from xlforms.intake.guard_zip import ZipParts
from xlforms.intake.limits import Limits
from xlforms.intake.office_package import (
    facts_of,
    has_comments,
    has_external_links,
    has_macros,
    main_part,
    part_of_kind,
    relations_of,
)
from xlforms.intake.raw import RawSheet, RawWorkbook
from xlforms.intake.xlsb_cells import read_binary_sheet

_SHARED_TEXT = 19
_FORMAT, _STYLE = 44, 47
_WORKBOOK_PROPERTIES, _SHEET = 153, 156
_BEGIN_CELL_STYLES, _END_CELL_STYLES = 617, 618
_WITHOUT_CELLS = frozenset(("chartsheet", "dialogsheet"))


def read_xlsb(parts: ZipParts, limits: Limits) -> RawWorkbook:
    """The workbook inside a checked zip; IntakeRefusal `damaged` or `too-large`."""
    workbook_part = main_part(parts)
    relations = relations_of(parts, workbook_part)
    date1904, entries = _sheet_entries(parts.read(workbook_part), workbook_part)
    if not entries:
        raise IntakeRefusal("damaged", "no-sheets")
    if len(entries) > limits.sheets:
        raise IntakeRefusal("too-large", "too-many-sheets", count=len(entries), limit=limits.sheets)
    texts_part, styles_part = part_of_kind(relations, "sharedStrings"), part_of_kind(relations, "styles")
    shared = [] if texts_part is None else _shared_texts(parts.read(texts_part), texts_part)
    date_styles = frozenset() if styles_part is None else _date_styles(parts.read(styles_part), styles_part)
    sheets: list[RawSheet] = []
    ambiguous: list[tuple[str, int, int]] = []
    cells_left = limits.cells
    for name, relation_id, hidden in entries:
        relation = relations.get(relation_id)
        if relation is None or relation.external:
            raise IntakeRefusal("damaged", "part-missing", part=f"{workbook_part}#{name}")
        if relation.kind in _WITHOUT_CELLS:
            continue
        content = read_binary_sheet(parts.read(relation.target), relation.target, shared, date_styles, cells_left)
        cells_left -= len(content.cells)
        sheets.append(RawSheet(name, content.cells, hidden, content.protected))
        ambiguous.extend((name, row, column) for row, column in content.twice)
    facts = facts_of(parts)
    return RawWorkbook(
        kind="xlsb",
        sheets=tuple(sheets),
        application=facts.application,
        modified=facts.modified,
        properties=facts.properties,
        has_macros=has_macros(parts),
        external_links=has_external_links(parts),
        date1904=date1904,
        ambiguous=tuple(ambiguous),
        has_comments=has_comments(parts),
    )


def _sheet_entries(content: bytes, part: str) -> tuple[bool, list[tuple[str, str, bool]]]:
    """Whether dates count from 1904; each sheet's name, relation and «hidden»."""
    date1904 = False
    entries = []
    try:
        for number, record in records_of(content, part):
            if number == _WORKBOOK_PROPERTIES:
                date1904 = bool(struct.unpack_from("<I", record)[0] & 1)
            elif number == _SHEET:
                relation_id, offset = text_at(record, 8)
                name, _ = text_at(record, offset)
                entries.append((name or "", relation_id or "", struct.unpack_from("<I", record)[0] != 0))
    except struct.error as error:
        raise IntakeRefusal("damaged", "part-broken", part=part) from error
    return date1904, entries


def _shared_texts(content: bytes, part: str) -> list[str]:
    try:
        return [text_at(record, 1)[0] or "" for number, record in records_of(content, part) if number == _SHARED_TEXT]
    except struct.error as error:
        raise IntakeRefusal("damaged", "part-broken", part=part) from error


def _date_styles(content: bytes, part: str) -> frozenset[int]:
    """The numbers of the cell styles that show a date; formats stand before styles in the part."""
    codes: dict[int, str] = {}
    found = set()
    index, in_cell_styles = -1, False
    try:
        for number, record in records_of(content, part):
            if number == _FORMAT:
                codes[struct.unpack_from("<H", record)[0]] = text_at(record, 2)[0] or ""
            elif number in (_BEGIN_CELL_STYLES, _END_CELL_STYLES):
                in_cell_styles = number == _BEGIN_CELL_STYLES
            elif number == _STYLE and in_cell_styles:
                index += 1
                (format_number,) = struct.unpack_from("<H", record, 2)
                if is_date_format(format_number, codes.get(format_number)):
                    found.add(index)
    except struct.error as error:
        raise IntakeRefusal("damaged", "part-broken", part=part) from error
    return frozenset(found)
