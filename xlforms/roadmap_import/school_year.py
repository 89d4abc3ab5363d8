"""Which school year a roadmap is for and which days it covers, from its title or from the years of its deadlines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from xlforms.deadlines.deadline import SCHOOL_YEARS, Window
from xlforms.deadlines.read import read_deadline
from xlforms.errors import UsageError

_PAIR = re.compile(r"(?<!\d)(20\d\d)\s*[-–—/]\s*((?:20)?\d\d)(?![\d.])")
_SINGLE = re.compile(r"(?<!\d)(20\d\d)\s*г(?:\.|од)", re.IGNORECASE)
_STUDY = re.compile(r"учебн|уч\. ?год", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Years:
    """The first and the last school year of a roadmap, each by the year in which it begins.

    `calendar`: it is a plan for the calendar year `first`. `told_by`: who says so.
    """

    first: int
    last: int
    told_by: str
    calendar: bool = False


def find_years(asked: int | None, title: str, before: Sequence[str], deadlines: Iterable[str]) -> Years:
    """The years of a roadmap: asked for, else of its title, else of a line above that speaks of a school year, else the
    school year in which most deadlines with a printed year lie.

    Raises UsageError when nothing tells the year: it is never taken from the calendar of who runs the command.
    """
    named = _named(title)
    if asked is not None:
        if not SCHOOL_YEARS[0] <= asked <= SCHOOL_YEARS[1]:
            raise UsageError("import-school-year-range", year=asked, first=SCHOOL_YEARS[0], last=SCHOOL_YEARS[1])
        last = named[1] if named is not None and named[0] == asked else asked
        return Years(asked, last, "asked")
    if named is not None:
        return Years(*named, "title")
    single = _SINGLE.search(title)
    if single is not None and not _STUDY.search(title):
        return Years(int(single[1]), int(single[1]), "title", calendar=True)
    for line in before:
        named = _named(line) if _STUDY.search(line) else None
        if named is not None:
            return Years(*named, "text")
    counts = Counter(year for text in deadlines for year in _printed_years(text))
    if not counts:
        raise UsageError("import-school-year-missing")
    most = max(counts, key=lambda year: (counts[year], -year))
    return Years(most, most, "deadlines")


def find_window(years: Years, deadlines: Sequence[str]) -> Window:
    """The days from the earliest deadline to 31 August of the last school year, or the calendar year.

    Deadlines before the year in which the school year begins do not count: they are slips of the pen, and told.
    Without any the roadmap begins on 1 September. A year that only the deadlines tell lasts to the last of them.
    """
    if years.calendar:
        return Window(date(years.first, 1, 1), date(years.first, 12, 31))
    alone = Window(school_year=years.first)
    meant = [read_deadline(text, alone) for text in deadlines]
    end = date(years.last + 1, 8, 31)
    if years.told_by == "deadlines":
        end = max([end, *(one.end for one in meant if one.end is not None)])
    days = [day for one in meant for day in (one.start, one.end) if day is not None]
    start = min((day for day in days if date(years.first, 1, 1) <= day <= end), default=date(years.first, 9, 1))
    return Window(start, end, years.first)


def _named(text: str) -> tuple[int, int] | None:
    """The first and the last school year of «2020-2021», «2020/2021 (2021/2022)», «2020-2022 годы»."""
    pairs = [(int(pair[1]), int(pair[1][:2] + pair[2][-2:])) for pair in _PAIR.finditer(text)]
    pairs = [(first, last) for first, last in pairs if first < last <= min(first + 10, SCHOOL_YEARS[1])]
    return (min(first for first, _ in pairs), max(last for _, last in pairs) - 1) if pairs else None


def _printed_years(text: str) -> set[int]:
    """The school years of the days that a deadline names with their year."""
    meant = read_deadline(text, Window())
    years = {day.year if day.month >= 8 else day.year - 1 for day in (meant.start, meant.end) if day is not None}
    return {year for year in years if SCHOOL_YEARS[0] <= year < SCHOOL_YEARS[1]}
