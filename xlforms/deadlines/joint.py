"""Months and days without any year («декабрь, апрель») put into the years of the window.

All of them are placed together, each at or after the one before it. The reading by school year puts August to December
into its first calendar year and January to July into its second; it stands unless it falls outside the window and
exactly one other reading falls inside. Where several readings fall inside, the one by school year is taken with a
doubt; where nothing decides, there is no date.
"""

from __future__ import annotations

from datetime import date

from xlforms.deadlines.deadline import Doubt, Window
from xlforms.deadlines.pieces import YEARS, Days, Piece, first_month, in_year, school_first_month

Sequence = tuple[Days | None, ...]


def settle_together(
    pieces: tuple[Piece, ...], window: Window, each_year: bool, ranges: bool
) -> tuple[list[Sequence], list[Doubt]]:
    """The days of all pieces: one sequence, or one for each year of the window if it happens each year.

    With `ranges` some pieces are two ends of one range and are never placed apart.
    """
    impossible = [index for index, piece in enumerate(pieces) if next_days(piece, date(2000, 1, 1)) is None]
    if impossible:
        rest = tuple(piece for index, piece in enumerate(pieces) if index not in impossible)
        sequences, doubts = settle_together(rest, window, each_year, ranges) if rest else ([()], [])
        return [_with_gaps(sequence, impossible) for sequence in sequences], doubts
    fitting = _fitting(pieces, window)
    if each_year and fitting:
        return list(fitting), []
    return _one_of(pieces, window, fitting, ranges)


def next_days(piece: Piece, after: date | None) -> Days | None:
    """The first time, not before a day, that a piece comes; None if it never does within eight years."""
    if after is None:
        return None
    for year in range(after.year, min(after.year + 9, YEARS[1])):
        days = in_year(piece, year)
        if days is not None and days.start is not None and days.start >= after:
            return days
    return None


def _one_of(
    pieces: tuple[Piece, ...], window: Window, fitting: list[Sequence], ranges: bool
) -> tuple[list[Sequence], list[Doubt]]:
    school = _by_school_year(pieces, window.school_year)
    if school is not None and school in fitting:
        others = [sequence for sequence in fitting if sequence != school]
        return [school], [_two_years(school, others[0])] if others else []
    if len(fitting) == 1:
        return [fitting[0]], []
    if fitting or window.school_year is None:
        return [(None,) * len(pieces)], [Doubt("deadline-no-year")]
    if school is not None:
        return [school], [_outside(school)] if window.start and window.end and None not in school else []
    alone = None if ranges else _each_alone(pieces, window)
    taken = alone or _from_first(pieces, window.school_year)
    return [taken], [_order(taken)] if None not in taken else []


def _fitting(pieces: tuple[Piece, ...], window: Window) -> list[Sequence]:
    """Every sequence in the order of time that lies inside the window, by its first year."""
    if window.start is None or window.end is None:
        return []
    found = []
    for year in range(window.start.year, window.end.year + 1):
        sequence = _chain(pieces, in_year(pieces[0], year))
        starts = [days.start for days in sequence if days is not None and days.start is not None]
        ends = [days.end for days in sequence if days is not None and days.end is not None]
        if len(ends) == len(pieces) and window.start <= min(starts) and max(ends) <= window.end:
            found.append(sequence)
    return found


def _chain(pieces: tuple[Piece, ...], first: Days | None) -> Sequence:
    sequence: list[Days | None] = [first]
    for piece in pieces[1:]:
        before = sequence[-1]
        sequence.append(next_days(piece, before.start if before else None))
    return tuple(sequence)


def _by_school_year(pieces: tuple[Piece, ...], school_year: int | None) -> Sequence | None:
    """Each piece in the school year; None if they would not stand in the order of time."""
    if school_year is None:
        return None
    sequence = tuple(in_year(piece, school_first_month(first_month(piece), school_year)) for piece in pieces)
    starts = [days.start for days in sequence if days is not None and days.start is not None]
    return sequence if starts == sorted(starts) else None


def _from_first(pieces: tuple[Piece, ...], school_year: int) -> Sequence:
    return _chain(pieces, in_year(pieces[0], school_first_month(first_month(pieces[0]), school_year)))


def _each_alone(pieces: tuple[Piece, ...], window: Window) -> Sequence | None:
    """Each piece by itself when together they do not fit («май, сентябрь» of a school year); None if one does not."""
    if len(pieces) == 1:
        return None
    found = [_one_of((piece,), window, _fitting((piece,), window), False)[0][0][0] for piece in pieces]
    return tuple(found) if all(days is not None for days in found) else None


def _two_years(taken: Sequence, other: Sequence) -> Doubt:
    return Doubt("deadline-two-years", {"taken": _ends(taken)[1], "other": _ends(other)[1]})


def _outside(sequence: Sequence) -> Doubt:
    start, end = _ends(sequence)
    return Doubt("deadline-outside-window", {"start": start, "end": end})


def _order(sequence: Sequence) -> Doubt:
    start, end = _ends(sequence)
    return Doubt("deadline-order", {"start": start, "end": end})


def _ends(sequence: Sequence) -> tuple[date | None, date | None]:
    starts = [days.start for days in sequence if days is not None and days.start is not None]
    ends = [days.end for days in sequence if days is not None and days.end is not None]
    return min(starts, default=None), max(ends, default=None)


def _with_gaps(sequence: Sequence, gaps: list[int]) -> Sequence:
    filled = list(sequence)
    for index in gaps:
        filled.insert(index, None)
    return tuple(filled)
