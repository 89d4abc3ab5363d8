"""Reads the tables and the text of a .docx.

The parts go through the gate of intake and are then taken as elements of python-docx. Its package reader is left
aside: it fails on a link to a picture that is not there («There is no item named 'word/NULL'»), which editors write,
and unpacks pictures, which nobody asks for here.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import cast

from docx.exceptions import PythonDocxError
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.table import CT_Row, CT_Tbl, CT_Tc
from docx.oxml.xmlchemy import BaseOxmlElement

from xlforms.errors import IntakeRefusal
from xlforms.intake.account import printable
from xlforms.intake.guard_zip import ZipParts
from xlforms.intake.xml_part import parse_part
from xlforms.roadmap_import.document import Cell, Row, Table
from xlforms.roadmap_import.word_elements import child, children
from xlforms.roadmap_import.word_numbering import read_list_numbers
from xlforms.roadmap_import.word_text import WordTexts, read_styles

_WRAPPERS = {qn(tag) for tag in ("w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml", "w:smartTag")}
_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_DEEPEST = 20
"""Tables inside tables; Word itself allows more, nobody reads them."""


def read_word(parts: ZipParts, name: str) -> tuple[Table, ...]:
    """The tables of a document in its order, a table inside a cell after the one it stands in.

    Raises IntakeRefusal `damaged` when a part is missing or broken, `not-a-workbook` when there is no document inside.
    """
    main = _main_part(parts)
    targets = _targets(parts, main)
    body = child(_part(parts, main), "w:body")
    if body is None:
        raise IntakeRefusal("not-a-workbook", "import-not-a-document", path=printable(name))
    styles = read_styles(_optional(parts, targets.get("styles")))
    numbers = read_list_numbers(_optional(parts, targets.get("numbering")))
    reading = _Reading(WordTexts(styles, numbers))
    try:
        reading.read_blocks(body, 0)
    except (PythonDocxError, ValueError) as error:
        raise IntakeRefusal("damaged", "part-broken", part=main) from error
    return tuple(reading.tables)


class _Reading:
    """What has been read so far: finished tables and the lines since the last one."""

    def __init__(self, texts: WordTexts) -> None:
        self.tables: list[Table] = []
        self._lines: list[str] = []
        self._texts = texts
        self._count = 0

    def read_blocks(self, element: BaseOxmlElement, depth: int) -> None:
        """Paragraphs become lines before the next table."""
        for block in _inside(element, _PARAGRAPH, _TABLE):
            if block.tag == _TABLE:
                self._read_table(cast("CT_Tbl", block), depth)
            else:
                text, _ = self._texts.read(block)
                self._lines.append(text)

    def _read_table(self, table: CT_Tbl, depth: int) -> None:
        self._count += 1
        name, before = str(self._count), tuple(self._lines)
        self._lines = []
        position = len(self.tables)
        rows, nested = [], []
        for number, row in enumerate(_inside(table, _ROW), start=1):
            if child(row, "w:trPr", "w:del") is not None:
                continue
            cells, tables = self._read_row(cast("CT_Row", row))
            rows.append(Row(number, cells))
            nested += tables
        self.tables.insert(position, Table("word", name, before, tuple(rows)))
        for inner in nested if depth < _DEEPEST else ():
            self._read_table(inner, depth + 1)

    def _read_row(self, row: CT_Row) -> tuple[tuple[Cell, ...], list[CT_Tbl]]:
        cells, nested, column = [], [], row.grid_before
        for element in _inside(row, _CELL):
            cell = cast("CT_Tc", element)
            lines = []
            for block in _inside(cell, _PARAGRAPH, _TABLE):
                if block.tag == _TABLE:
                    nested.append(cast("CT_Tbl", block))
                else:
                    lines.append(self._texts.read(block))
            text = "\n".join(text for text, _ in lines if text)
            bold = bool(text) and all(bold for text, bold in lines if text)
            end = column + max(1, cell.grid_span)
            cells.append(Cell(text, column, end, bold=bold, merged_up=cell.vMerge == "continue"))
            column = end
        return tuple(cells), nested


def _inside(element: BaseOxmlElement, *tags: str) -> Iterator[BaseOxmlElement]:
    """The children with one of the tags, those inside content controls and accepted changes too."""
    for inner in children(element):
        if inner.tag in tags:
            yield inner
        elif inner.tag in _WRAPPERS:
            yield from _inside(inner, *tags)


def _main_part(parts: ZipParts) -> str:
    """The part that holds the document; its name is free, the relationships of the package tell it."""
    return _targets(parts, "").get("officeDocument", "word/document.xml")


def _targets(parts: ZipParts, part: str) -> dict[str, str]:
    """The parts that a part leads to, by the last word of the relationship's type."""
    folder, name = posixpath.split(part)
    relationships = posixpath.join(folder, "_rels", f"{name}.rels")
    if relationships not in parts:
        return {}
    targets: dict[str, str] = {}
    for entry in parse_part(parts.read(relationships), relationships):
        target = posixpath.normpath(posixpath.join("/", folder, entry.get("Target") or ""))
        targets.setdefault((entry.get("Type") or "").rpartition("/")[2], target.lstrip("/"))
    return targets


def _part(parts: ZipParts, name: str) -> BaseOxmlElement:
    """The root of a part, parsed twice: intake refuses broken XML and entities, python-docx knows the elements."""
    content = parts.read(name)
    parse_part(content, name)
    return parse_xml(content)


def _optional(parts: ZipParts, name: str | None) -> BaseOxmlElement | None:
    return _part(parts, name) if name is not None and name in parts else None
