"""What the grammar finds in a text, in its order, before any year is settled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeVar

from xlforms.deadlines.deadline import RecurrenceUnit
from xlforms.deadlines.pieces import Piece

Bound = Literal["within", "until", "by", "through", "from", "after"]
"""`until`: «до»; `by`: «к»; `through`: «не позднее», «по», «до … включительно»; `from`: «с»; `after`: «после»."""


@dataclass(frozen=True)
class Stretch:
    """One piece of the calendar, or a range from one piece to another."""

    first: Piece
    last: Piece | None = None


@dataclass(frozen=True)
class Period:
    """A stretch and how it bounds the deadline; `then` when «затем» stands before it."""

    stretch: Stretch
    bound: Bound = "within"
    then: bool = False


@dataclass(frozen=True)
class Repeats:
    """«2 раза в год»: `times` times in `every` units."""

    unit: RecurrenceUnit
    times: int = 1
    every: int = 1
    then: bool = False


@dataclass(frozen=True)
class DayOfMonth:
    """«до 5 числа»: a day of a month that is not named; it only makes a repetition more exact."""

    words: str


@dataclass(frozen=True)
class NoDate:
    """Words that say that the date is set elsewhere or as needed; `inside` when they hold a month or a day."""

    reason: Literal["plan", "need"]
    words: str
    inside: bool = False


@dataclass(frozen=True)
class Unread:
    """Words that are not understood."""

    words: str


@dataclass(frozen=True)
class Break:
    """A comma, semicolon or bracket: what is not understood before it does not spoil what follows."""


Phrase = Period | Repeats | DayOfMonth | NoDate | Unread | Break

_Found = TypeVar("_Found")
Found = tuple[_Found, int] | None
"""What a reader answers: what it found and the place after it; None when its words do not stand there."""
