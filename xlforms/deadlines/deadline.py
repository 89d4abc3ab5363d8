"""What a printed deadline means: spans, days, repetitions, or honestly no date, and what was not certain."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

DeadlineKind = Literal["dated", "recurring", "undated"]
RecurrenceUnit = Literal["day", "week", "month", "quarter", "term", "half_year", "year", "always"]
"""`term` is a четверть of a school, `always` is «постоянно»."""
UndatedReason = Literal["blank", "plan", "need", "no_year", "impossible", "unclear"]
"""`plan`: another paper or event decides (план, график, итоги); `need`: when needed; `no_year`: nothing tells the year;
`impossible`: 31.02.2020 or an end before its start; `unclear`: the words are not understood."""

SCHOOL_YEARS = (1901, 2098)
"""The school years that are taken, by their first year."""


@dataclass(frozen=True)
class Window:
    """When a roadmap runs: first and last day, and the year in which its school year begins (2020 is 2020/21)."""

    start: date | None = None
    end: date | None = None
    school_year: int | None = None

    def __post_init__(self) -> None:
        """Raise ValueError for an end before the start or a school year outside `SCHOOL_YEARS`."""
        if self.start is not None and self.end is not None and self.end < self.start:
            raise ValueError(f"the window ends on {self.end}, before it starts on {self.start}")
        if self.school_year is not None and not SCHOOL_YEARS[0] <= self.school_year <= SCHOOL_YEARS[1]:
            raise ValueError(f"the school year {self.school_year} is outside {SCHOOL_YEARS[0]}-{SCHOOL_YEARS[1]}")


@dataclass(frozen=True)
class Span:
    """From one day to another, both included; None is a side that the text leaves open («до 1 мая» has no start)."""

    start: date | None
    end: date | None


@dataclass(frozen=True)
class Moment:
    """One day."""

    day: date


@dataclass(frozen=True)
class Recurrence:
    """Something `times` times in `every` units: «2 раза в год» is times 2, every 1, unit year.

    `start` and `end` bound the repetitions: the months that the text names, else the window; None when unknown.
    """

    unit: RecurrenceUnit
    times: int = 1
    every: int = 1
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True)
class Undated:
    """A part of the text that gives no date, and why."""

    reason: UndatedReason


Part = Span | Moment | Recurrence | Undated


@dataclass(frozen=True)
class Doubt:
    """What a person should look at: a code of the catalogue and the parameters of its words."""

    code: str
    parameters: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Deadline:
    """A deadline as printed and as read.

    `parts` stand in the order of the text. `start` is the first day of all of them, `end` the last; None where a part
    leaves that side open. `kind` is `dated` when a span or a day is named, `recurring` when there are repetitions only,
    `undated` when there is nothing.
    """

    text: str
    parts: tuple[Part, ...]
    start: date | None
    end: date | None
    kind: DeadlineKind
    doubts: tuple[Doubt, ...] = ()
