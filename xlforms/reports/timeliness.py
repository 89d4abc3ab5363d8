"""Who answered in time: the first usable form of a unit came on the last day at the latest."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from xlforms.consolidation.received import Received
from xlforms.consolidation.summary import Summary


@dataclass(frozen=True, slots=True)
class Timeliness:
    """Units whose first usable form came in time, too late, or on a day that nobody knows."""

    on_time: int
    late: int
    unknown: int


def timeliness(summary: Summary, *, by_municipality: bool = False) -> dict[str, Timeliness] | None:
    """For each form, or each municipality over all forms; None when the round has no last day.

    A unit that sent a corrected form after the deadline and a first one before it was in time: it is no reason to call.
    Days are those of `received.csv`.
    """
    deadline = summary.collection.deadline if summary.collection is not None else None
    if deadline is None:
        return None
    counts: dict[str, Counter[bool | None]] = {}
    for (unit, form), day in _first_days(summary).items():
        key = summary.municipality(unit) if by_municipality else form
        counts.setdefault(key, Counter())[None if day is None else day <= deadline] += 1
    return {key: Timeliness(count[True], count[False], count[None]) for key, count in counts.items()}


def days_late(summary: Summary) -> dict[tuple[str, str], int]:
    """By unit and form how many days after the last day the first usable form came; only of those that were late."""
    deadline = summary.collection.deadline if summary.collection is not None else None
    if deadline is None:
        return {}
    return {
        key: (day - deadline).days for key, day in _first_days(summary).items() if day is not None and day > deadline
    }


def _first_days(summary: Summary) -> dict[tuple[str, str], date | None]:
    """The day of the first usable form of each unit and form that was accepted."""
    days: dict[tuple[str, str], date | None] = {
        (file.unit, file.form): received_day(file) for file in summary.received if file.status == "accepted"
    }
    for file in summary.received:
        key, day = (file.unit, file.form), received_day(file)
        if file.status == "superseded" and key in days and day is not None:
            known = days[key]
            days[key] = day if known is None else min(known, day)
    return days


def received_day(file: Received) -> date | None:
    """The day on which a file came, as `received.csv` tells it."""
    return date.fromisoformat(file.received_at[:10]) if file.received_at else None
