"""Which year an annual piece belongs to: from the year printed beside it, from its neighbours, or from the window.

A year printed once counts for what stands before it («май, сентябрь 2020») and for what follows («декабрь 2020,
январь»), always in the order of time. With no year at all, see `joint.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from xlforms.deadlines.deadline import Doubt, Window
from xlforms.deadlines.joint import Sequence, next_days, settle_together
from xlforms.deadlines.pieces import Days, Piece, in_printed_year


@dataclass(frozen=True)
class Place:
    """An annual piece in the text; `range_start` when it opens a range that the next piece closes."""

    piece: Piece
    range_start: bool = False


def settle_years(places: tuple[Place, ...], window: Window, each_year: bool) -> tuple[list[Sequence], list[Doubt]]:
    """The days of every place: one sequence of them, or several when it happens each year.

    A place without a possible day (31.02) or without a year has None. Doubts tell which other reading there is and,
    once, that no year could be found.
    """
    if not places:
        return [()], []
    if all(place.piece.year is None for place in places):
        return settle_together(
            tuple(place.piece for place in places), window, each_year, any(place.range_start for place in places)
        )
    found: list[Days | None] = [in_printed_year(place.piece) for place in places]
    pieces = [place.piece for place in places]
    doubts: list[Doubt] = []
    for index in range(len(places) - 2, -1, -1):
        if pieces[index].year is None and pieces[index + 1].year is not None:
            next_one = (pieces[index + 1], found[index + 1])
            same_range = places[index].range_start
            pieces[index], found[index] = _before(pieces[index], next_one, window, same_range, doubts)
    for index in range(1, len(places)):
        if pieces[index].year is None and pieces[index - 1].year is not None:
            pieces[index], found[index] = _behind(pieces[index], pieces[index - 1], found[index - 1])
    return [tuple(found)], doubts


def _before(
    piece: Piece, next_one: tuple[Piece, Days | None], window: Window, same_range: bool, doubts: list[Doubt]
) -> tuple[Piece, Days | None]:
    """A piece that takes the year of the next one, or the year before if it would come after it."""
    follower, followed_by = next_one
    dated = replace(piece, year=follower.year, school=follower.school)
    days = in_printed_year(dated)
    if follower.year is None or follower.school or days is None or followed_by is None or not _later(days, followed_by):
        return dated, days
    earlier = replace(piece, year=follower.year - 1)
    earlier_days = in_printed_year(earlier)
    if earlier_days is None or same_range:
        return earlier, earlier_days
    fits, earlier_fits = inside(days, window), inside(earlier_days, window)
    if fits and not earlier_fits:
        return dated, days
    if fits == earlier_fits:
        doubts.append(Doubt("deadline-two-years", {"taken": earlier_days.end, "other": days.end}))
    return earlier, earlier_days


def _behind(piece: Piece, leader: Piece, led_by: Days | None) -> tuple[Piece, Days | None]:
    """A piece without a year after one that has it: in the same school year, or the next time that it comes."""
    if leader.school and leader.year is not None:
        dated = replace(piece, year=leader.year, school=True)
        return dated, in_printed_year(dated)
    days = next_days(piece, led_by.start if led_by else None)
    year = leader.year if days is None or days.start is None else days.start.year
    return replace(piece, year=year), days


def inside(days: Days, window: Window) -> bool:
    """Wholly inside a window whose both dates are known."""
    if window.start is None or window.end is None or days.start is None or days.end is None:
        return False
    return window.start <= days.start and days.end <= window.end


def _later(days: Days, other: Days) -> bool:
    return _known(days.start) > _known(other.start)


def _known(day: date | None) -> date:
    return day or date.min
