"""Deadlines as officials print them in Russian, read into dates.

What the words mean here:

| words | meaning |
| --- | --- |
| август … декабрь, no year | the first calendar year of the school year: August opens the school's planning year |
| январь … июль, no year | the second calendar year of the school year |
| учебный год | 1 September to 31 August |
| год, without a number | the school year of the window; with a doubt if the window is longer than 13 months |
| 2020 год | 1 January to 31 December |
| весь период | the window, from its first day to its last |
| I, II полугодие | September to December, January to May; with a calendar year its six months |
| I … IV четверть | September-October, November-December, January-March, April-May, with a doubt |
| до 1 мая | up to 1 May, that day included; «до мая» is up to 31 May, with a doubt |
| начало, середина, конец мая | 1-10, 11-20, 21-31 May |
| ежемесячно, постоянно … | a recurrence over the months named beside it, else over the window |
| по плану, по результатам … | no date; a year or a month among such words is no deadline |
| window | turns the reading by school year over when exactly one other lies inside the window |

A text that is not wholly understood gives no date for the clause (up to a comma or bracket) that holds the strange
words, and a doubt; whoever writes the form then sets the dates by hand.

The library looked at first was dateparser 1.5.0. The five public roadmaps print 158 deadlines with dates, of which it
reads 37 right, all single months or days. It knows no ranges, lists, school years, quarters, half-years or repetitions,
and takes «в течение года» for «in a year».
"""

from __future__ import annotations

from datetime import date

from xlforms.deadlines.assemble import parts_of
from xlforms.deadlines.deadline import Deadline, DeadlineKind, Doubt, Moment, Part, Recurrence, Span, Undated, Window
from xlforms.deadlines.grammar import phrases_of
from xlforms.deadlines.phrases import Break
from xlforms.deadlines.tokens import tokens_of

LONGEST = 150
"""The most words and marks that a deadline has; a longer text is something else."""


def read_deadline(text: str, window: Window) -> Deadline:
    """The dates of a printed deadline relative to a window; any text has an answer, none raises."""
    tokens = tokens_of(text, LONGEST + 1)
    if len(tokens) > LONGEST:
        return _deadline(text, (Undated("unclear"),), (Doubt("deadline-long", {"limit": LONGEST}),), window)
    phrases = phrases_of(tokens)
    if all(isinstance(phrase, Break) for phrase in phrases):
        return _deadline(text, (Undated("blank"),), (), window)
    parts, doubts = parts_of(phrases, window)
    return _deadline(text, parts, doubts, window)


def _deadline(text: str, parts: tuple[Part, ...], doubts: tuple[Doubt, ...], window: Window) -> Deadline:
    sides = [_sides(part) for part in parts if not isinstance(part, Undated)]
    starts, ends = [start for start, _ in sides], [end for _, end in sides]
    start = min((day for day in starts if day is not None), default=None) if None not in starts else None
    end = max((day for day in ends if day is not None), default=None) if None not in ends else None
    outside = [Doubt("deadline-outside-window", {"start": first or last, "end": last or first})
               for first, last in sides if _outside(first, last, window)]  # fmt: skip
    once = {doubt.code: doubt for doubt in reversed((*doubts, *outside))}
    return Deadline(text, parts, start, end, _kind(parts), tuple(reversed(once.values())))


def _kind(parts: tuple[Part, ...]) -> DeadlineKind:
    if any(isinstance(part, Span | Moment) for part in parts):
        return "dated"
    return "recurring" if any(isinstance(part, Recurrence) for part in parts) else "undated"


def _sides(part: Span | Moment | Recurrence) -> tuple[date | None, date | None]:
    return (part.day, part.day) if isinstance(part, Moment) else (part.start, part.end)


def _outside(first: date | None, last: date | None, window: Window) -> bool:
    """Wholly before or after the window."""
    latest, earliest = last or first, first or last
    before = window.start is not None and latest is not None and latest < window.start
    after = window.end is not None and earliest is not None and earliest > window.end
    return before or after
