"""Dates that arrive as text: 05.06.2020, 05.06.20, 2020-06-05, 2020/06/05, 15/10/2025, «5 июня 2020 г.».

`03/04/2024` is March or April, so it is not guessed.
"""

from __future__ import annotations

import re
from datetime import date

from xlforms.intake.texts import tidy

_MONTHS = (
    ("января", "январь"), ("февраля", "февраль"), ("марта", "март"), ("апреля", "апрель"), ("мая", "май"),
    ("июня", "июнь"), ("июля", "июль"), ("августа", "август"), ("сентября", "сентябрь"), ("октября", "октябрь"),
    ("ноября", "ноябрь"), ("декабря", "декабрь"),
)  # fmt: skip
_SHORTEST_MONTH = 3  # letters that tell every month from the others
_YEAR_WORD = r"(?: ?(?:г\.?|года))?"
_MIDNIGHT = r"(?:[t ]0?0:00(?::00(?:\.0+)?)?)?"
_DOTTED = re.compile(rf"(\d{{1,2}})\.(\d{{1,2}})\.(\d{{4}}|\d{{2}})(?:{_YEAR_WORD}|{_MIDNIGHT})", re.ASCII)
_ISO = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){_MIDNIGHT}", re.ASCII)
_SLASHED = re.compile(r"(\d{1,2})([-/])(\d{1,2})\2(\d{4})", re.ASCII)
_WORDED = re.compile(rf"[«\"“„]?(\d{{1,2}})[»\"”“]? ([а-я]+)\.? (\d{{4}}){_YEAR_WORD}")
_FIRST_OF_LAST_CENTURY = 30


def date_from_text(text: str) -> date | str:
    """The date that a text says, or the code `not-a-date` or `ambiguous-date`.

    A year of two digits is read as spreadsheets read it: 00 to 29 are 2000 to 2029, 30 to 99 are 1930 to 1999.
    Source: Microsoft, «How Excel works with two-digit year numbers»; LibreOffice has the same years by default.
    """
    plain = tidy(text).casefold()
    if match := _DOTTED.fullmatch(plain):
        return _date(_full_year(match[3]), int(match[2]), int(match[1]))
    if match := _ISO.fullmatch(plain):
        return _date(int(match[1]), int(match[3]), int(match[4]))
    if match := _SLASHED.fullmatch(plain):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        if first <= 12 and second <= 12 and first != second:
            return "ambiguous-date"
        return _date(year, min(first, second), max(first, second))
    if match := _WORDED.fullmatch(plain):
        return _date(int(match[3]), _month(match[2]), int(match[1]))
    return "not-a-date"


def _full_year(digits: str) -> int:
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (2000 if year < _FIRST_OF_LAST_CENTURY else 1900)


def _month(word: str) -> int:
    """The number of a month by its name, of which at least three letters are written; 0 for another word."""
    if len(word) < _SHORTEST_MONTH:
        return 0
    return next((number for number, names in enumerate(_MONTHS, start=1) if any(n.startswith(word) for n in names)), 0)


def _date(year: int, month: int, day: int) -> date | str:
    try:
        return date(year, month, day)
    except ValueError:
        return "not-a-date"
