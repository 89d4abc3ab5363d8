"""One cell's content read as its item's type: a value, a blank, or something that cannot be read and stays as it was.

A change on the way in (a trimmed space, a decimal comma) is a repair and has a code; nothing is changed silently.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import IntEnum

from xlforms.definitions.items import Item
from xlforms.intake.dates import date_from_text
from xlforms.intake.numbers import number_from_text, year_from_text
from xlforms.intake.raw import CellKind, date_of_serial
from xlforms.intake.texts import fold, tidy

Value = int | float | str | date


class ReadState(IntEnum):
    """What a cell gave: a value, nothing, or something that is not an answer of its type."""

    VALUE = 0
    BLANK = 1
    INVALID = 2


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read. `code` names the repair of a value, or why an invalid one cannot be read; `raw` is what stood there."""

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
    if kind == CellKind.TEXT:
        text = str(content)
        plain = tidy(text)
        if not plain:
            return BLANK if not text else Reading(ReadState.BLANK, None, "spaces-only", text)
        reading = _from_text(item, text, plain)
    elif kind == CellKind.BOOLEAN:
        reading = _from_boolean(item, bool(content))
    elif kind == CellKind.DATE:
        reading = _from_date(item, float(content), date1904)  # type: ignore[arg-type]  # raw.py: a serial number
    else:
        reading = _from_number(item, content, date1904)  # type: ignore[arg-type]  # raw.py: int or float
    if is_formula and reading.state is ReadState.VALUE and not reading.code:
        return Reading(ReadState.VALUE, reading.value, "formula-result", raw_text(reading.value))
    return reading


def raw_text(value: object) -> str:
    """A value as people would see it in a message: numbers with all their digits, dates as 05.06.2020."""
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


def _from_number(item: Item, number: int | float, date1904: bool) -> Reading:
    raw = raw_text(number)
    if item.nature == "number":
        if item.type in ("integer", "year") and not float(number).is_integer():
            return _invalid("not-whole", raw)
        if item.type in ("integer", "year") and isinstance(number, float):
            return _value(int(number))
        return _value(number)
    if item.nature == "date":
        moment = _moment(float(number), date1904)
        if moment is None or not str(item.minimum) <= moment.date().isoformat() <= str(item.maximum):
            return _invalid("not-a-date", raw)
        return _value(moment.date(), "date-from-number", raw)
    if item.nature == "choice":
        return _chosen(item, raw, raw)
    return _value(raw, "number-as-text", raw)


def _from_date(item: Item, serial: float, date1904: bool) -> Reading:
    """A number that its cell shows as a date or time. In a numeric item it is the trap of «12.5» becoming 12 May."""
    moment = _moment(serial, date1904)
    shown = raw_text(serial) if moment is None else f"{moment:%d.%m.%Y}"
    if moment is not None and moment.time() != time():
        shown += f" {moment:%H:%M}"
    if item.nature == "date":
        if moment is None:
            return _invalid("not-a-date", shown)
        return _value(moment.date()) if moment.time() == time() else _value(moment.date(), "time-dropped", shown)
    if item.nature == "text":
        return _value(shown, "date-as-text", shown)
    return _invalid("date-in-number" if item.nature == "number" else "not-a-choice", shown)


def _from_boolean(item: Item, content: bool) -> Reading:
    raw = "ИСТИНА" if content else "ЛОЖЬ"
    if item.type == "yes_no":
        return _value(item.choices[0 if content else 1], "choice-from-logical", raw)
    if item.nature == "text":
        return _value(raw, "logical-as-text", raw)
    return _invalid({"number": "not-a-number", "date": "not-a-date"}.get(item.nature, "not-a-choice"), raw)


def _from_text(item: Item, text: str, plain: str) -> Reading:
    if item.nature == "text":
        return _value(plain) if plain == text else _value(plain, "text-tidied", text)
    if item.nature == "choice":
        return _chosen(item, text, plain)
    if item.nature == "date":
        day = date_from_text(text)
        return _invalid(day, text) if isinstance(day, str) else _value(day, "date-from-text", text)
    number = year_from_text(text) if item.type == "year" else number_from_text(text, percent=item.type == "percent")
    if isinstance(number, str):
        return _invalid(number, text)
    if item.type in ("integer", "year"):
        if isinstance(number, float):
            if not number.is_integer():
                return _invalid("not-whole", text)
            number = int(number)
    return _value(number, "number-from-text", text)


def _chosen(item: Item, text: str, plain: str) -> Reading:
    if text in item.choices:
        return _value(text)
    folded = fold(plain)
    for choice in item.choices:
        if fold(choice) == folded:
            return _value(choice, "choice-respelt", text)
    if item.type == "yes_no" and folded == "+":
        return _value(item.choices[0], "choice-from-plus", text)
    return _invalid("not-a-choice", text)
