"""Measures and indicators of a form spelled out: plain values that layout, checks and reports carry lightly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from xlforms.deadlines.deadline import DeadlineKind

DONE, IN_PROGRESS, NOT_STARTED, NOT_DONE, NOT_APPLICABLE = (
    "выполнено",
    "в работе",
    "не начато",
    "не выполнено",
    "не применимо",
)
STATUSES = (NOT_STARTED, IN_PROGRESS, DONE, NOT_DONE, NOT_APPLICABLE)
"""What can be said of a measure, in the order of the list that schools choose from."""

ANSWER_COLUMNS = ("status", "date_done", "result", "evidence", "reason", "note")
Measured = Literal["share", "money", "count", "score"]
"""What kind of number an indicator is: a share is 0 to 100 %."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of a roadmap («мероприятие») for which an answer is asked.

    `id` never changes between versions; `number` is as printed, perhaps empty or repeated; `part` is the heading of its
    section, with those above it. `deadline`, `responsible` and `result` (expected) are as printed. `due_start` and
    `due_end` are what the deadline means, None where it names no day. `items` gives the item of each answer column.
    """

    id: str
    block: str
    number: str
    title: str
    part: str
    deadline: str
    responsible: str
    result: str
    due_start: date | None
    due_end: date | None
    kind: DeadlineKind
    items: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class IndicatorPeriod:
    """The items of one indicator in one period."""

    label: str
    target: str
    fact: str
    deviation: str
    attained: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """A target indicator; `group` is the title of its block, `unit` the unit of measure, «%» for a share."""

    id: str
    block: str
    title: str
    group: str
    measured: Measured
    unit: str
    better: Literal["more", "less"]
    periods: tuple[IndicatorPeriod, ...]
