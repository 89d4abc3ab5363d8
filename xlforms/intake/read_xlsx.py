"""Reads .xlsx and .xlsm, strict and transitional: all that is stored, with its type, and nothing that is not.

A sparse reader of our own, since python-calamine ends the process on one far stray cell and turns errors into blanks,
and openpyxl reads strict files as empty ones. Source: ECMA-376 part 1, chapters 12.3 and 18.
"""

from __future__ import annotations

from lxml import etree

from xlforms.errors import IntakeRefusal
from xlforms.intake.date_formats import is_date_format
from xlforms.intake.guard_zip import ZipParts
from xlforms.intake.limits import Limits
from xlforms.intake.office_package import (
    Relation,
    facts_of,
    has_comments,
    has_external_links,
    has_macros,
    main_part,
    part_of_kind,
    relations_of,
)
from xlforms.intake.raw import RawSheet, RawWorkbook
from xlforms.intake.xlsx_cells import SheetContext, read_sheet
from xlforms.intake.xlsx_texts import shared_strings
from xlforms.intake.xml_part import parse_part

_RELATION_IDS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)
_WITHOUT_CELLS = frozenset(("chartsheet", "dialogsheet"))


def read_xlsx(parts: ZipParts, kind: str, limits: Limits) -> RawWorkbook:
    """The workbook inside a checked zip; `kind` is «xlsx» or «xlsm».

    Raises IntakeRefusal: `damaged` (a part is missing or broken; never a sheet without its cells) or `too-large`.
    """
    workbook_part = main_part(parts)
    root = parse_part(parts.read(workbook_part), workbook_part)
    relations = relations_of(parts, workbook_part)
    properties = root.find("{*}workbookPr")
    date1904 = properties is not None and properties.get("date1904") in ("1", "true")
    texts_part = part_of_kind(relations, "sharedStrings")
    shared = [] if texts_part is None else shared_strings(parts.read(texts_part), texts_part)
    date_styles = _date_styles(parts, part_of_kind(relations, "styles"))

    elements = root.findall("{*}sheets/{*}sheet")
    if not elements:
        raise IntakeRefusal("damaged", "no-sheets")
    if len(elements) > limits.sheets:
        raise IntakeRefusal("too-large", "too-many-sheets", count=len(elements), limit=limits.sheets)
    sheets: list[RawSheet] = []
    ambiguous: list[tuple[str, int, int]] = []
    cells_left = limits.cells
    for element in elements:
        name = element.get("name", "")
        part = _sheet_part(element, relations, workbook_part)
        if part is None:
            continue
        content = read_sheet(parts.read(part), SheetContext(part, shared, date_styles, date1904, cells_left))
        cells_left -= len(content.cells)
        hidden = element.get("state", "visible") != "visible"
        sheets.append(RawSheet(name, content.cells, hidden, content.protected))
        ambiguous.extend((name, row, column) for row, column in content.twice)

    facts = facts_of(parts)
    return RawWorkbook(
        kind=kind,
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


def _sheet_part(element: etree._Element, relations: dict[str, Relation], workbook_part: str) -> str | None:
    """The part of a sheet, None for a sheet that is only a chart or a dialogue."""
    relation_id = next((value for key in _RELATION_IDS if (value := element.get(key)) is not None), "")
    relation = relations.get(relation_id)
    if relation is None or relation.external:
        raise IntakeRefusal("damaged", "part-missing", part=f"{workbook_part}#{element.get('name', '')}")
    return None if relation.kind in _WITHOUT_CELLS else relation.target


def _date_styles(parts: ZipParts, part: str | None) -> frozenset[str]:
    """The numbers of the cell styles that show a date, as cells write them; a cell without style has the first one."""
    if part is None:
        return frozenset()
    root = parse_part(parts.read(part), part)
    codes = {
        element.get("numFmtId", ""): element.get("formatCode", "") for element in root.iterfind("{*}numFmts/{*}numFmt")
    }
    found = set()
    shows_date: dict[str, bool] = {}
    for index, element in enumerate(root.iterfind("{*}cellXfs/{*}xf")):
        number = element.get("numFmtId", "0")
        if number not in shows_date:
            if not number.isdecimal() or len(number) > 9:
                raise IntakeRefusal("damaged", "part-broken", part=part)
            shows_date[number] = is_date_format(int(number), codes.get(number))
        if shows_date[number]:
            found.add(str(index))
    if "0" in found:
        found.add("")
    return frozenset(found)
