"""What a returned workbook holds, as plain values: no spreadsheet library, no form, no interpretation.

Every reader of this folder ends here, so that all that follows is the same for .xlsx, .xlsb, .xls and .ods.
"""

from __future__ import annotations

import datetime
import enum
import math
from dataclasses import dataclass
from typing import TypeAlias

DAYS_BY_1904 = 1462  # between the two calendars of Excel
_FIRST_CERTAIN = 61  # 01.03.1900
_AFTER_LAST = 2_958_466  # the day after 31.12.9999
_START = datetime.datetime(1899, 12, 30)
_MILLISECONDS_A_DAY = 86_400_000


class CellKind(enum.IntEnum):
    """What the stored value of a cell is, by the file itself, not by its look."""

    NUMBER = 1
    TEXT = 2
    BOOLEAN = 3
    DATE = 4
    ERROR = 5
    UNCALCULATED = 6


RawCell: TypeAlias = tuple[CellKind, int | float | str | bool | None, bool]
"""Kind, value, «there is a formula». A plain tuple: a collection has millions of them.

NUMBER: int when the stored text is a whole number, else the float of the full text, never rounded.
TEXT: str, empty only for a formula whose stored result is the empty text.
BOOLEAN: bool.
DATE: the serial number (int or float) of a number that is formatted as a date or time; `date_of_serial` gives the date.
ERROR: the error as it is written in the cell, «#REF!».
UNCALCULATED: None; a formula without a stored result.
"""


@dataclass(frozen=True, slots=True)
class RawSheet:
    """One sheet; `cells` by row and column from 0, without blank cells.

    `hidden` is also true for sheets that only a program can show.
    """

    name: str
    cells: dict[tuple[int, int], RawCell]
    hidden: bool = False
    protected: bool = False


@dataclass(frozen=True, slots=True)
class RawWorkbook:
    """A returned workbook.

    `kind` is xlsx, xlsm, xlsb, xls, ods or csv. `application` is the program that says it saved the file and
    `modified` the moment it names (ISO 8601), both empty when unknown. `properties` are the custom document properties
    as text.
    `ambiguous` lists the cells that are stored twice, as sheet name, row, column; the last one is in `cells`.
    `has_comments` says that somebody put notes on cells; what they say is not read.
    `cut` lists the cells whose text the saving program cut off, `torn` those behind which it lost the rest of the row,
    both as `ambiguous` does.
    """

    kind: str
    sheets: tuple[RawSheet, ...]
    application: str
    modified: str
    properties: dict[str, str]
    has_macros: bool
    external_links: bool
    date1904: bool
    ambiguous: tuple[tuple[str, int, int], ...] = ()
    has_comments: bool = False
    cut: tuple[tuple[str, int, int], ...] = ()
    torn: tuple[tuple[str, int, int], ...] = ()


def number_cell(value: float, kind: CellKind, is_formula: bool) -> RawCell:
    """A cell of a binary format, which stores doubles only: a whole one is the whole number that was typed.

    What is no number at all is what Excel makes of it, the error «#NUM!».
    """
    if not math.isfinite(value):
        return CellKind.ERROR, "#NUM!", is_formula
    return kind, int(value) if value.is_integer() else value, is_formula


def date_of_serial(serial: float, date1904: bool = False) -> datetime.datetime:
    """The moment that a spreadsheet shows for a serial number of days, to the millisecond.

    Raises ValueError when there is none or not a certain one: a time of day alone, a negative number, after the year
    9999, and before 01.03.1900, where Excel counts a 29.02.1900 and LibreOffice shows other dates than Excel.
    Source: ECMA-376 part 1, 18.17.4.1.
    """
    days = serial + DAYS_BY_1904 if date1904 else serial
    if serial < 0 or not _FIRST_CERTAIN <= days < _AFTER_LAST:
        raise ValueError(f"no certain date has the number {serial}")
    whole = int(days)
    milliseconds = round((days - whole) * _MILLISECONDS_A_DAY)
    try:
        return _START + datetime.timedelta(days=whole, milliseconds=milliseconds)
    except OverflowError as error:
        raise ValueError(f"no certain date has the number {serial}") from error


def serial_of_date(moment: datetime.datetime) -> float:
    """The serial number of a moment without time zone in the 1900 calendar, as LibreOffice counts; whole days are int.

    The inverse of `date_of_serial` from 01.03.1900 on.
    """
    days = (moment - _START) / datetime.timedelta(days=1)
    return int(days) if days.is_integer() else days
