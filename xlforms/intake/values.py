"""One cell's content read as its item's type: a value, a blank, or something that cannot be read and stays as it was.

A change on the way in (a trimmed space, a decimal comma) is a repair and has a code; nothing is changed silently.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import IntEnum

from xlforms.definitions.items import Item
from xlforms.expressions.semantics import TOLERANCE
from xlforms.intake.dates import date_from_text
from xlforms.intake.numbers import number_from_text, year_from_text
from xlforms.intake.raw import CellKind, date_of_serial
from xlforms.intake.texts import fold, tidy

Value = int | float | str | date

WHOLE_TOLERANCE = 1e-9
"""How much of itself (below 1: of 1, and never more than what edit rules take for equal) a number may miss a whole one
by: a spreadsheet computes 1.1*110 to 121.00000000000001 and shows 121."""

_NEAR_HOUR = timedelta(minutes=1)
_EASTERNMOST_EVENING = 12
"""What a clock in Greenwich shows at midnight where the day begins first in Russia, UTC+12; west of there it is later.
"""
_EXACT = 2**53  # whole numbers up to here are their own double
_WHOLE = ("integer", "year")
_NOT_OF_NATURE = {"number": "not-a-number", "date": "not-a-date", "choice": "not-a-choice"}


class ReadState(IntEnum):
    """What a cell gave: a value, nothing, or something that is not an answer of its type."""

    VALUE = 0
    BLANK = 1
    INVALID = 2


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read.

    `code` names the repair of a value, or why an invalid one cannot be read; `raw` is what stood there.
    """

    state: ReadState
    value: Value | None = None
    code: str = ""
    raw: str = ""


BLANK = Reading(ReadState.BLANK)


def read_value(item: Item, kind: int, content: object, *, is_formula: bool, date1904: bool = False) -> Reading:
    """Reads the content of a cell (see `intake/raw.py` for kinds) as an answer to an item."""
    if kind == CellKind.ERROR:
        return _invalid("cell-error", str(content))
    if kind == CellKind.UNCALCULATED:
        return _invalid("uncalculated", "")
    if is_formula and item.nature == "text" and kind != CellKind.TEXT:
        return _invalid("formula-in-text", raw_text(content))
    if kind == CellKind.TEXT:
        text = str(content)
        plain = tidy(text)
        if not plain:
            return BLANK if not text else Reading(ReadState.BLANK, None, "spaces-only", text)
        reading = _from_text(item, text, plain)
    elif kind == CellKind.BOOLEAN:
        reading = _from_boolean(item, bool(content))
    elif isinstance(content, int | float):
        reading = (_from_date if kind == CellKind.DATE else _from_number)(item, content, date1904)
    else:
        raise TypeError(f"a cell of kind {kind} holds {type(content).__name__}")
    if is_formula and reading.state is ReadState.VALUE and not reading.code:
        return Reading(ReadState.VALUE, reading.value, "formula-result", raw_text(reading.value))
    return reading


def raw_text(value: object) -> str:
    """A value as plain text: numbers with all their digits and a point, dates as 05.06.2020."""
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def _invalid(code: str, raw: str) -> Reading:
    return Reading(ReadState.INVALID, None, code, raw)


def _value(value: Value, code: str = "", raw: str = "") -> Reading:
    return Reading(ReadState.VALUE, value, code, raw)


def _moment(serial: float, date1904: bool) -> datetime | None:
    """The moment of a serial number, or None when the calendar has no such day."""
    try:
        return date_of_serial(serial, date1904)
    except ValueError:
        return None


def _day_of(moment: datetime) -> date | None:
    """The day of a date that has a time, None when it may be the day before the one that was meant.

    Programs that keep a date as a moment in time save the midnight of their own zone as the evening before in
    Greenwich, always at a full hour (ExcelJS, SheetJS: measured). They also miss midnight by less than a minute, since
    zones were not of whole minutes in 1900; nobody types such a time.
    """
    midnight = moment + _NEAR_HOUR
    if midnight.date() != moment.date():
        return midnight.date()
    beside = timedelta(minutes=moment.minute, seconds=moment.second, microseconds=moment.microsecond)
    is_full_hour = min(beside, timedelta(hours=1) - beside) <= _NEAR_HOUR
    return None if is_full_hour and midnight.hour >= _EASTERNMOST_EVENING else moment.date()


def _shown(moment: datetime) -> str:
    """A moment as cells show it, the time only when there is one."""
    return f"{moment:%d.%m.%Y}" if moment.time() == time() else f"{moment:%d.%m.%Y %H:%M}"


def _from_number(item: Item, number: float, date1904: bool) -> Reading:
    raw = raw_text(number)
    if item.nature == "number":
        return _number(item, number, raw.replace(".", ","))
    if item.nature == "date":
        moment = _moment(number, date1904)
        day = None if moment is None else _day_of(moment)
        if moment is None or not str(item.minimum) <= (day or moment.date()).isoformat() <= str(item.maximum):
            return _invalid("not-a-date", raw)
        return _value(day, "date-from-number", raw) if day is not None else _invalid("date-shifted", _shown(moment))
    if item.nature == "choice":
        return _chosen(item, raw, raw, "choice-from-number")
    return _value(raw, "number-as-text", raw)


def _number(item: Item, number: float, raw: str) -> Reading:
    """A number in a numeric item: whole where it must be, and never more than a spreadsheet can hold."""
    if isinstance(number, float):
        return _whole(number, raw) if item.type in _WHOLE else _value(number)
    if abs(number) <= _EXACT:
        return _value(number)
    try:
        return _value(int(float(number)))  # the double that every spreadsheet makes of these digits
    except OverflowError:
        return _invalid("too-many-digits", raw)


def _whole(number: float, raw: str) -> Reading:
    """A number in an item of whole numbers; one that arithmetic left beside a whole one is that one."""
    nearest = round(number)
    if nearest == number:
        return _value(nearest)
    if abs(number - nearest) <= min(WHOLE_TOLERANCE * max(1, abs(nearest)), TOLERANCE):
        return _value(nearest, "number-rounded", raw)
    return _invalid("not-whole", raw)


def _from_date(item: Item, serial: float, date1904: bool) -> Reading:
    """A number that its cell shows as a date or time. In a numeric item it is the trap of «12.5» becoming 12 May."""
    moment = _moment(serial, date1904)
    shown = raw_text(serial) if moment is None else _shown(moment)
    if item.nature == "date":
        if moment is None:
            return _invalid("not-a-date", shown)
        day = _day_of(moment)
        if day is None:
            return _invalid("date-shifted", shown)
        return _value(day) if moment.time() == time() else _value(day, "time-dropped", shown)
    if item.nature == "text":
        return _value(shown, "date-as-text", shown)
    return _invalid("date-in-number" if item.nature == "number" else "not-a-choice", shown)


def _from_boolean(item: Item, content: bool) -> Reading:
    raw = "ИСТИНА" if content else "ЛОЖЬ"
    if item.type == "yes_no":
        return _value(item.choices[0 if content else 1], "choice-from-logical", raw)
    if item.nature == "text":
        return _value(raw, "logical-as-text", raw)
    return _invalid(_NOT_OF_NATURE[item.nature], raw)


def _from_text(item: Item, text: str, plain: str) -> Reading:
    if item.nature == "text":
        return _value(plain) if plain == text else _value(plain, "text-tidied", text)
    if item.nature == "choice":
        return _chosen(item, text, plain)
    if item.nature == "date":
        day = date_from_text(plain)
        return _invalid(day, text) if isinstance(day, str) else _value(day, "date-from-text", text)
    number = year_from_text(plain) if item.type == "year" else number_from_text(plain, percent=item.type == "percent")
    if isinstance(number, str):
        return _invalid(number, text)
    reading = _number(item, number, text)
    return reading if reading.value is None else _value(reading.value, "number-from-text", text)


def _chosen(item: Item, text: str, plain: str, repair: str = "") -> Reading:
    """The choice that a text means; `repair` is what was done to it already."""
    if text in item.choices:
        return _value(text, repair, text if repair else "")
    folded = fold(plain)
    for choice in item.choices:
        if fold(choice) == folded:
            return _value(choice, repair or "choice-respelt", text)
    if item.type == "yes_no" and folded == "+":
        return _value(item.choices[0], "choice-from-plus", text)
    return _invalid("not-a-choice", text)
