"""A stretch of the calendar whose year may still be unknown, and the days that it covers once the year is told."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Shape = Literal["days", "half", "year", "school_year", "some_year", "window", "unclear"]
Third = Literal["", "start", "middle", "end"]

YEARS = (1900, 2100)
"""The calendar years that a deadline may name."""

LAST_DAY = 0
"""The last day of a month, whatever its number."""


@dataclass(frozen=True)
class Piece:
    """Part of a calendar.

    `days`: from `first` to `last` (month, day), every year the same. `half`: «полугодие» number `half`, of a calendar
    or a school year. `year`, `school_year`: all of it; `some_year`: «год» without a number; `window`: «весь период»;
    `unclear`: «2020-2021», which may be two years or one school year.
    `year` is the calendar year, or the first year of a school year if `school`; None when the text does not tell.
    `third` is «начало», «середина» or «конец». `doubt` is a code to pass on.
    """

    shape: Shape
    first: tuple[int, int] = (1, 1)
    last: tuple[int, int] = (12, 31)
    half: int = 0
    year: int | None = None
    school: bool = False
    third: Third = ""
    doubt: str = ""

    @property
    def annual(self) -> bool:
        """It comes every year, so that its year must be found."""
        return self.shape in ("days", "half")

    @property
    def one_day(self) -> bool:
        """It is a single day."""
        return self.shape == "days" and self.first == self.last and self.first[1] != LAST_DAY


@dataclass(frozen=True)
class Days:
    """The first and the last day of a piece; None only at a side of the window that nobody told."""

    start: date | None
    end: date | None


def school_first_month(month: int, school_year: int) -> int:
    """The calendar year of a month of a school year: August to December open it, January to July follow."""
    return school_year if month >= 8 else school_year + 1


def first_month(piece: Piece) -> int:
    """The month in which an annual piece begins; half-years count from September."""
    return {1: 9, 2: 1}[piece.half] if piece.shape == "half" else piece.first[0]


def in_year(piece: Piece, year: int) -> Days | None:
    """The days of an annual piece that begins in a calendar year, None if there is no such day (31.02).

    A half-year is that of a school year: September to December, January to May.
    """
    first, last = piece.first, piece.last
    if piece.shape == "half":
        first, last = {1: ((9, 1), (12, 31)), 2: ((1, 1), (5, 31))}[piece.half]
    return _days(year, first, last)


def in_printed_year(piece: Piece) -> Days | None:
    """The days of an annual piece whose year is printed; the half-years of a calendar year are six months each."""
    if piece.year is None:
        return None
    if piece.school:
        return in_year(piece, school_first_month(first_month(piece), piece.year))
    if piece.shape == "half":
        return _days(piece.year, *{1: ((1, 1), (6, 30)), 2: ((7, 1), (12, 31))}[piece.half])
    return in_year(piece, piece.year)


def of_year(year: int) -> Days:
    """A calendar year."""
    return Days(date(year, 1, 1), date(year, 12, 31))


def of_school_year(year: int) -> Days:
    """A school year by its first year: 1 September to 31 August."""
    return Days(date(year, 9, 1), date(year + 1, 8, 31))


def third_of(piece: Piece, days: Days) -> Days | None:
    """«Начало», «середина», «конец» of one month: days 1-10, 11-20, 21 to the last. None for anything longer.

    What the beginning of a quarter or a year is nobody has settled.
    """
    start, end = days.start, days.end
    whole = piece.shape == "days" and piece.first == (piece.last[0], 1) and piece.last[1] == LAST_DAY
    if not whole or start is None or end is None:
        return None
    first, last = {"start": (1, 10), "middle": (11, 20), "end": (21, end.day)}[piece.third]
    return Days(start.replace(day=first), end.replace(day=last))


def day_after(day: date) -> date:
    """The next day."""
    return day + timedelta(days=1)


def _days(year: int, first: tuple[int, int], last: tuple[int, int]) -> Days | None:
    end_year = year + (last[0] < first[0])
    start, end = _day(year, *first), _day(end_year, *last)
    return None if start is None or end is None or end < start else Days(start, end)


def _day(year: int, month: int, day: int) -> date | None:
    if not (1 <= month <= 12 and YEARS[0] <= year <= YEARS[1]):
        return None
    length = monthrange(year, month)[1]
    return date(year, month, day or length) if 0 <= day <= length else None
