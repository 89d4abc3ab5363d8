"""One cell of an .ods as a raw cell.

Values come from the attributes, not from the text that is shown. Source: OpenDocument 1.3 part 3, 9.1.4 and 19.385.
"""

from __future__ import annotations

import math
import re

from lxml import etree

from xlforms.errors import IntakeRefusal
from xlforms.intake.iso_dates import serial_of_duration, serial_of_iso
from xlforms.intake.ods_text import cell_text
from xlforms.intake.raw import CellKind, RawCell

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_VALUE_TYPE = f"{_OFFICE}value-type"
_ERROR_TYPE = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
_FORMULA = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}formula"
_ERROR_TEXT = re.compile(r"#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NUM!|NULL!)|Err:\d{3}")
_NUMBERS = frozenset(("float", "percentage", "currency"))
_ATTRIBUTES = {
    "float": f"{_OFFICE}value",
    "percentage": f"{_OFFICE}value",
    "currency": f"{_OFFICE}value",
    "date": f"{_OFFICE}date-value",
    "time": f"{_OFFICE}time-value",
    "boolean": f"{_OFFICE}boolean-value",
}


def read_cell(cell: etree._Element) -> RawCell | None:
    """The cell, None when it is blank; IntakeRefusal `damaged` when its value does not fit its type."""
    is_formula = cell.get(_FORMULA) is not None
    value_type = cell.get(_VALUE_TYPE)
    text = cell_text(cell)
    if cell.get(_ERROR_TYPE) == "error" or (is_formula and text is not None and _ERROR_TEXT.fullmatch(text)):
        return CellKind.ERROR, text or "", is_formula
    attribute = _ATTRIBUTES.get(value_type or "")
    stored = cell.get(attribute, "") if attribute is not None else ""
    if stored:
        try:
            return _cell_of_value(str(value_type), stored, is_formula)
        except ValueError as error:
            raise IntakeRefusal("damaged", "part-broken", part="content.xml") from error
    if value_type == "string" and text is None:
        text = cell.get(f"{_OFFICE}string-value", "")
    if text or (is_formula and value_type == "string"):
        return CellKind.TEXT, text or "", is_formula
    return (CellKind.UNCALCULATED, None, True) if is_formula else None


def _cell_of_value(value_type: str, stored: str, is_formula: bool) -> RawCell:
    if value_type in _NUMBERS:
        return _number(stored, is_formula)
    if value_type == "boolean":
        if stored not in ("true", "false"):
            raise ValueError(f"{stored!r} is neither true nor false")
        return CellKind.BOOLEAN, stored == "true", is_formula
    serial = serial_of_iso(stored) if value_type == "date" else serial_of_duration(stored)
    return CellKind.DATE, serial, is_formula


def _number(stored: str, is_formula: bool) -> RawCell:
    if stored.lstrip("-").isdecimal():
        return CellKind.NUMBER, int(stored), is_formula
    number = float(stored)
    if "_" in stored or not math.isfinite(number):
        raise ValueError(f"{stored!r} is not a number")
    return CellKind.NUMBER, number, is_formula
