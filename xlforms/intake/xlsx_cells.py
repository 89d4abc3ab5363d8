"""The cells of one sheet of an .xlsx.

A form is mostly blank cells with a style, so only the elements that hold something are visited (`v`, `is`, `f`), and
none at all where `xlsx_plain_cells` can do without. The `dimension` that a sheet declares is never believed.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from xlforms.errors import IntakeRefusal
from xlforms.intake.iso_dates import serial_of_iso
from xlforms.intake.raw import CellKind, RawCell
from xlforms.intake.xlsx_plain_cells import StoredCell, take_plain_cells
from xlforms.intake.xlsx_texts import rich_text, unescape
from xlforms.intake.xml_part import LARGE_PART, parse_part, stream_part
from xlforms.layout.place import cell_name

_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_LAST_ROW = 1_048_576
_LAST_COLUMN = 16_384
_NAMESPACES = frozenset(
    ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
)


@dataclass(frozen=True, slots=True)
class SheetContext:
    """What the cells of a sheet refer to, and how many of them may still come.

    `date_styles` holds the style numbers that show dates as cells write them, an empty text for a cell without one.
    """

    part: str
    shared: list[str]
    date_styles: frozenset[str]
    date1904: bool
    cells_left: int


@dataclass(frozen=True, slots=True)
class SheetContent:
    """The cells of a sheet, the places stored twice, and whether the sheet is protected."""

    cells: dict[tuple[int, int], RawCell]
    twice: list[tuple[int, int]]
    protected: bool


def read_sheet(content: bytes, context: SheetContext) -> SheetContent:
    """The content of a worksheet part; IntakeRefusal `damaged` or `too-large`."""
    plain = take_plain_cells(content) if len(content) <= LARGE_PART else None
    rest, stored, formulas = (content, [], set[str]()) if plain is None else plain
    protected = False
    for box in _boxes(rest, context.part):
        if str(box.tag).endswith("}sheetProtection"):
            protected = box.get("sheet") in ("1", "true")
        else:
            _collect(box, stored, formulas)
        if max(len(stored), len(formulas)) > context.cells_left:
            raise IntakeRefusal("too-large", "too-many-cells")
    if "" in formulas or "" in [cell[0] for cell in stored]:
        stored, formulas = _collect_by_order(content, context.part)
    cells, twice = _cells_of(stored, formulas, context)
    if len(cells) > context.cells_left:
        raise IntakeRefusal("too-large", "too-many-cells")
    return SheetContent(cells, twice, protected)


def _boxes(content: bytes, part: str) -> Iterator[etree._Element]:
    """The elements with cells inside: the sheet's data whole, or row by row in a large part; and the protection."""
    if len(content) > LARGE_PART:
        for element in stream_part(content, part, "worksheet", "{*}row", "{*}sheetProtection"):
            if etree.QName(element).namespace in _NAMESPACES:
                yield element
        return
    root = parse_part(content, part)
    name = etree.QName(root)
    data = root.find(f"{{{name.namespace}}}sheetData")
    if name.localname != "worksheet" or name.namespace not in _NAMESPACES or data is None:
        raise IntakeRefusal("damaged", "part-broken", part=part)
    yield data
    yield from root.iterchildren(f"{{{name.namespace}}}sheetProtection")


def _collect(box: etree._Element, stored: list[StoredCell], formulas: set[str]) -> None:
    """Add what is stored inside an element. A formula stands before its value, so it is looked up by its address."""
    namespace = f"{{{etree.QName(box).namespace}}}"
    values: Iterable[Any] = box.iter(f"{namespace}v")  # every element inside the box has a parent
    items: Iterable[Any] = box.iter(f"{namespace}is")
    formula_elements: Iterable[Any] = box.iter(f"{namespace}f")
    stored += [((cell := v.getparent()).get("r", ""), cell.get("t", ""), cell.get("s", ""), v.text) for v in values]
    stored += [
        ((cell := i.getparent()).get("r", ""), cell.get("t", ""), cell.get("s", ""), rich_text(i)) for i in items
    ]
    formulas.update([f.getparent().get("r", "") for f in formula_elements])


def _collect_by_order(content: bytes, part: str) -> tuple[list[StoredCell], set[str]]:
    """As `_collect`, for a sheet whose cells do not all say where they are: those follow the one before."""
    stored: list[StoredCell] = []
    formulas: set[str] = set()
    row, column = -1, -1
    try:
        for element in stream_part(content, part, "worksheet", "{*}row"):
            number = element.get("r")
            row, column = (row + 1 if number is None else int(number) - 1), -1
            for cell in element.iterchildren("{*}c"):
                address = cell.get("r")
                column = column + 1 if address is None else _position(address)[1]
                address = address or cell_name(row, column)
                if cell.find("{*}f") is not None:
                    formulas.add(address)
                texts = [value.text for value in cell.iterchildren("{*}v")]
                texts += [rich_text(item) for item in cell.iterchildren("{*}is")]
                stored += [(address, cell.get("t", ""), cell.get("s", ""), text) for text in texts]
    except ValueError as error:
        raise IntakeRefusal("damaged", "part-broken", part=part) from error
    return stored, formulas


def _cells_of(
    stored: list[StoredCell], formulas: set[str], context: SheetContext
) -> tuple[dict[tuple[int, int], RawCell], list[tuple[int, int]]]:
    """The cells with their kinds, and the places that were stored twice."""
    cells: dict[tuple[int, int], RawCell] = {}
    twice = []
    shared, date_styles = context.shared, context.date_styles
    number_kind, text_kind, date_kind = CellKind.NUMBER, CellKind.TEXT, CellKind.DATE  # a local name is found faster
    address = ""
    try:
        for address, cell_type, style, text in stored:
            is_formula = address in formulas
            cell: RawCell | None
            if cell_type == "s":
                value = shared[int(text) if text and text.isdecimal() else len(shared)]  # -1 would be the last one
                cell = (text_kind, value, is_formula) if value or is_formula else None
            elif not cell_type or cell_type == "n":
                kind = date_kind if style in date_styles else number_kind
                cell = (kind, int(text), is_formula) if text and text.isdecimal() else _number(text, kind, is_formula)
            else:
                cell = _cell_of_type(cell_type, text, is_formula, context.date1904)
            if cell is not None:
                place = _position(address)
                if place in cells:
                    twice.append(place)
                cells[place] = cell
        for address in formulas.difference([cell[0] for cell in stored]):
            cells[_position(address)] = (CellKind.UNCALCULATED, None, True)
    except (ValueError, IndexError) as error:
        raise IntakeRefusal("damaged", "cell-broken", part=context.part, cell=address) from error
    return cells, twice


def _number(text: str | None, kind: CellKind, is_formula: bool) -> RawCell | None:
    """A number that is not plain digits, or the blank that stands for it; ValueError when it is neither.

    `NaN` and infinities, which no spreadsheet can hold, are what Excel makes of them: the error «#NUM!».
    """
    digits = (text or "").strip()
    if not digits:
        return (CellKind.UNCALCULATED, None, True) if is_formula else None
    if "_" in digits:
        raise ValueError("an underscore groups digits in Python only")
    if digits.lstrip("+-").isdecimal():
        return kind, int(digits), is_formula
    number = float(digits)
    return (kind, number, is_formula) if math.isfinite(number) else (CellKind.ERROR, "#NUM!", is_formula)


def _cell_of_type(cell_type: str, text: str | None, is_formula: bool, date1904: bool) -> RawCell | None:
    """A cell of one of the rarer types (ECMA-376 part 1, 18.18.11); ValueError when its text does not fit its type."""
    cell: RawCell | None = None
    if cell_type in ("str", "inlineStr"):
        value = unescape(text or "") if cell_type == "str" else text
        cell = (CellKind.TEXT, value or "", is_formula) if value or is_formula else None
    elif not text:
        cell = (CellKind.UNCALCULATED, None, True) if is_formula else None
    elif cell_type == "b" and text in ("0", "1", "true", "false"):
        cell = CellKind.BOOLEAN, text in ("1", "true"), is_formula
    elif cell_type == "e":
        cell = CellKind.ERROR, text, is_formula
    elif cell_type == "d":
        cell = CellKind.DATE, serial_of_iso(text) - (1462 if date1904 else 0), is_formula
    else:
        raise ValueError(f"cell of type {cell_type!r}")
    return cell


@functools.lru_cache(maxsize=65_536)
def _position(address: str) -> tuple[int, int]:
    """Row and column from 0; the forms of one collection have the same addresses. ValueError outside of a sheet."""
    found = _ADDRESS.fullmatch(address)
    if found is None:
        raise ValueError(f"not an address: {address!r}")
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    row = int(found[2])
    if column > _LAST_COLUMN or row > _LAST_ROW:
        raise ValueError(f"outside of a sheet: {address}")
    return row - 1, column - 1
