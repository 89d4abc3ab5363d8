"""Periods become spans and days: years settled, «до» and «с» applied, what was not certain noted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from xlforms.deadlines.deadline import Doubt, Moment, Span, Undated, UndatedReason, Window
from xlforms.deadlines.phrases import Period
from xlforms.deadlines.pieces import Days, Piece, day_after, of_school_year, of_year, third_of
from xlforms.deadlines.years import Place, settle_years

_LONGER_THAN_A_YEAR = 400
"""Days of a window from which «год» is no longer clearly its school year."""


@dataclass(frozen=True)
class Settled:
    """The dates of one period (of several years if it comes each year) and its doubts."""

    parts: tuple[Span | Moment | Undated, ...]
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class _Side:
    """One end of a stretch: its days, or why there are none."""

    days: Days | None
    reason: UndatedReason
    doubts: tuple[Doubt, ...] = ()


def settle_periods(periods: tuple[Period, ...], window: Window, each_year: bool) -> tuple[Settled, ...]:
    """The dates of all periods of one text, in their order; doubts about years stand with the first."""
    reversed_ones = [period for period in periods if _reversed_days(period)]
    places = tuple(place for period in periods if period not in reversed_ones for place in _places(period))
    sequences, year_doubts = settle_years(places, window, each_year)
    no_year = any(doubt.code == "deadline-no-year" for doubt in year_doubts)
    answers: list[Settled] = []
    taken = 0
    for period in periods:
        if period in reversed_ones:
            answers.append(Settled((Undated("impossible"),), (Doubt("deadline-reversed"),)))
            continue
        count = len(_places(period))
        several = [_period(period, sequence[taken : taken + count], window, no_year) for sequence in sequences]
        answers.append(Settled(tuple(part for one in several for part in one.parts), several[0].doubts))
        taken += count
    if answers and year_doubts:
        answers[0] = Settled(answers[0].parts, (*year_doubts, *answers[0].doubts))
    return tuple(answers)


def _pieces(period: Period) -> tuple[Piece, ...]:
    stretch = period.stretch
    return (stretch.first,) if stretch.last is None else (stretch.first, stretch.last)


def _places(period: Period) -> tuple[Place, ...]:
    pieces = _pieces(period)
    both = len(pieces) == 2 and all(piece.annual for piece in pieces)
    return tuple(Place(piece, both and index == 0) for index, piece in enumerate(pieces) if piece.annual)


def _reversed_days(period: Period) -> bool:
    """«20-15 сентября»: the last day of a range stands before the first of the same month."""
    pieces = _pieces(period)
    if len(pieces) != 2 or not all(piece.one_day for piece in pieces):
        return False
    same_year = pieces[0].year is None or pieces[0].year == pieces[1].year
    return same_year and pieces[0].first[0] == pieces[1].first[0] and pieces[0].first > pieces[1].first


def _period(period: Period, found: tuple[Days | None, ...], window: Window, no_year: bool) -> Settled:
    places = iter(found)
    sides = []
    for piece in _pieces(period):
        side = _annual(next(places), no_year) if piece.annual else _whole(piece, period, window)
        sides.append(_narrowed(side, piece, period))
    doubts = tuple(doubt for side in sides for doubt in side.doubts)
    days = [side.days for side in sides if side.days is not None]
    if len(days) < len(sides):
        return Settled((Undated(next(side.reason for side in sides if side.days is None)),), doubts)
    return _bounded(period, days[0], days[-1], doubts)


def _bounded(period: Period, first: Days, last: Days, doubts: tuple[Doubt, ...]) -> Settled:
    piece = period.stretch.last or period.stretch.first
    start, end = first.start, last.end
    match period.bound:
        case "until" | "by" if not piece.one_day and piece.third == "":
            before = None if last.start is None else last.start - timedelta(days=1)
            taken, other = (end, before) if period.bound == "until" else (last.start, end)
            start, end = None, taken
            if taken is not None and other is not None:
                doubts = (*doubts, Doubt("deadline-until-period", {"taken": taken, "other": other}))
        case "until" | "by" | "through":
            start, end = None, last.start if piece.third == "start" else end
        case "from":
            start, end = first.start, None
        case "after":
            start, end = None if end is None else day_after(end), None
    if start is None and end is None:
        return Settled((Undated("no_year"),), (*doubts, Doubt("deadline-no-year")))
    if start is not None and end is not None and end < start:
        return Settled((Undated("impossible"),), (*doubts, Doubt("deadline-reversed")))
    one_day = piece.one_day and period.stretch.last is None and period.bound == "within" and start is not None
    return Settled((Moment(start) if one_day and start is not None else Span(start, end),), doubts)


def _narrowed(side: _Side, piece: Piece, period: Period) -> _Side:
    """The side with the doubt of its piece, and «начало», «середина», «конец» applied to one month."""
    if side.days is None:
        return side
    dates: dict[str, object] = {"start": side.days.start, "end": side.days.end}
    doubts = (*side.doubts, Doubt(piece.doubt, dates)) if piece.doubt else side.doubts
    if piece.third == "":
        return _Side(side.days, side.reason, doubts)
    narrowed = third_of(piece, side.days)
    if narrowed is not None:
        up_to_the_beginning = period.bound in ("until", "by") and piece.third == "start"
        return _Side(side.days if up_to_the_beginning else narrowed, side.reason, doubts)
    if (piece.third == "middle" or period.bound == "within") and None not in dates.values():
        doubts = (*doubts, Doubt("deadline-part-of-period", dates))
    return _Side(side.days, side.reason, doubts)


def _annual(days: Days | None, no_year: bool) -> _Side:
    if days is not None:
        return _Side(days, "unclear")
    return _Side(None, "no_year") if no_year else _Side(None, "impossible", (Doubt("deadline-impossible"),))


def _whole(piece: Piece, period: Period, window: Window) -> _Side:
    """A year or the window."""
    unknown = _Side(None, "no_year", (Doubt("deadline-no-year"),))
    match piece.shape:
        case "year" if piece.year is not None:
            return _Side(of_year(piece.year), "unclear")
        case "school_year" if piece.year is not None:
            return _Side(of_school_year(piece.year), "unclear")
        case "unclear":
            return _Side(None, "unclear", (Doubt("deadline-years-unclear"),))
        case "window":
            days = Days(window.start, window.end)
            return unknown if window.start is None and window.end is None else _Side(days, "unclear")
    if window.school_year is None:
        return unknown
    days = of_school_year(window.school_year)
    doubtful = piece.shape == "some_year" and (period.bound != "within" or piece.third != "" or _long(window))
    doubts = (Doubt("deadline-which-year", {"start": days.start, "end": days.end}),) if doubtful else ()
    return _Side(days, "unclear", doubts)


def _long(window: Window) -> bool:
    return (
        window.start is not None and window.end is not None and (window.end - window.start).days > _LONGER_THAN_A_YEAR
    )
