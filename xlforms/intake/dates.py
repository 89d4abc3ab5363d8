"""Dates that arrive as text: 05.06.2020, 05.06.20, 2020-06-05, 2020/06/05, 15/10/2025, «5 июня 2020 г.».

`03/04/2024` is March or April, so it is not guessed.
"""

from __future__ import annotations

import re
from datetime import date

from xlforms.intake.texts import tidy

_MONTHS = ("янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?: ?(?:г\.?|года))?")
_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]00:00(?::00)?)?")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_WORDED = re.compile(r"«?(\d{1,2})»? ([а-я]+)\.? (\d{4})(?: ?(?:г\.?|года))?")


def date_from_text(text: str) -> date | str:
    """The date that a text says, or the code `not-a-date` or `ambiguous-date`."""
    plain = tidy(text).casefold()
    if match := _DOTTED.fullmatch(plain):
        day, month, year = match[1], match[2], match[3]
        return _date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    if match := _ISO.fullmatch(plain):
        return _date(int(match[1]), int(match[3]), int(match[4]))
    if match := _SLASHED.fullmatch(plain):
        first, second, year_number = int(match[1]), int(match[2]), int(match[3])
        if first <= 12 and second <= 12 and first != second:
            return "ambiguous-date"
        return _date(year_number, min(first, second), max(first, second))
    if match := _WORDED.fullmatch(plain):
        month_number = next((n for n, name in enumerate(_MONTHS, 1) if match[2].startswith(name)), 0)
        month_number = 5 if match[2] == "май" else month_number
        return _date(int(match[3]), month_number, int(match[1]))
    return "not-a-date"


def _date(year: int, month: int, day: int) -> date | str:
    try:
        return date(year, month, day)
    except ValueError:
        return "not-a-date"
