"""Phrases become the parts of a deadline: clauses that are not understood lose their dates, repetitions get bounds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import groupby

from xlforms.deadlines.deadline import Doubt, Moment, Part, Recurrence, Span, Undated, Window
from xlforms.deadlines.phrases import Break, DayOfMonth, NoDate, Period, Phrase, Repeats, Unread
from xlforms.deadlines.pieces import day_after
from xlforms.deadlines.settle import Settled, settle_periods

_Read = tuple[Phrase, Settled | None]
_Found = tuple[Part, bool]  # a part and whether «затем» stands before it


def parts_of(phrases: tuple[Phrase, ...], window: Window) -> tuple[tuple[Part, ...], tuple[Doubt, ...]]:
    """The parts in the order of the text and everything that was not certain."""
    periods = tuple(phrase for phrase in phrases if isinstance(phrase, Period))
    each_year = any(isinstance(phrase, Repeats) and (phrase.unit, phrase.every) == ("year", 1) for phrase in phrases)
    settled = iter(settle_periods(periods, window, each_year))
    read: list[_Read] = [(phrase, next(settled) if isinstance(phrase, Period) else None) for phrase in phrases]
    repeated = any(isinstance(phrase, Repeats) for phrase in phrases)
    found: list[_Found] = []
    doubts: list[Doubt] = []
    for is_break, clause in groupby(read, key=lambda one: isinstance(one[0], Break)):
        if not is_break:
            parts, unsure = _clause(list(clause), repeated)
            found.extend(parts)
            doubts.extend(unsure)
    return _once(_with_bounds(found, window)), tuple(doubts)


def _clause(clause: list[_Read], repeated: bool) -> tuple[list[_Found], list[Doubt]]:
    """What stands between two breaks; words that are not understood leave no date to all of it."""
    unread = [phrase.words for phrase, _ in clause
              if isinstance(phrase, Unread) or (isinstance(phrase, DayOfMonth) and not repeated)]  # fmt: skip
    if unread:
        return [(Undated("unclear"), False)], [Doubt("deadline-unread", {"words": " … ".join(unread)})]
    parts: list[_Found] = []
    doubts: list[Doubt] = []
    for phrase, settled in clause:
        if isinstance(phrase, NoDate):
            parts.append((Undated(phrase.reason), False))
            if phrase.inside:
                doubts.append(Doubt("deadline-inside-words", {"words": phrase.words}))
        elif isinstance(phrase, Repeats):
            parts.append((Recurrence(phrase.unit, phrase.times, phrase.every), phrase.then))
        elif isinstance(phrase, Period) and settled is not None:
            parts.extend((part, phrase.then) for part in settled.parts)
            doubts.extend(settled.doubts)
    return parts, doubts


def _with_bounds(found: list[_Found], window: Window) -> list[Part]:
    """What follows «затем» begins after the rest; repetitions run over the dates named with them, else the window."""
    named = [part for part, then in found if isinstance(part, Span | Moment) and not then]
    parts: list[Part] = []
    for part, then in found:
        before = max((end for end in map(_end, parts) if end is not None), default=None) if then else None
        if isinstance(part, Span) and before is not None and part.start is not None:
            moved = part.start <= before and (part.end is None or before < part.end)
            parts.append(replace(part, start=day_after(before)) if moved else part)
        elif isinstance(part, Recurrence):
            parts.append(_bounded(part, [] if before else named, before, window))
        else:
            parts.append(part)
    return parts


def _bounded(part: Recurrence, named: list[Span | Moment], before: date | None, window: Window) -> Recurrence:
    starts, ends = [_start(one) for one in named], [_end(one) for one in named]
    known_starts, known_ends = [day for day in starts if day], [day for day in ends if day]
    start = min(known_starts) if known_starts and len(known_starts) == len(starts) else window.start
    end = max(known_ends) if known_ends and len(known_ends) == len(ends) else window.end
    if before is not None:
        start = day_after(before)
    if start is not None and end is not None and end < start:
        start, end = (start, None) if before is not None or not known_ends else (None, end)
    return replace(part, start=start, end=end)


def _start(part: Part) -> date | None:
    return part.day if isinstance(part, Moment) else part.start if isinstance(part, Span | Recurrence) else None


def _end(part: Part) -> date | None:
    return part.day if isinstance(part, Moment) else part.end if isinstance(part, Span | Recurrence) else None


def _once(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Without the same part twice («по плану, по графику»)."""
    return tuple(dict.fromkeys(parts))
