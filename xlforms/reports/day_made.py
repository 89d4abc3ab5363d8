"""The day that a report says it was made: never asked of the clock, so that the same input gives the same bytes."""

from __future__ import annotations

from datetime import datetime, time

from xlforms.consolidation.summary import Summary

_UNDATED = datetime(2000, 1, 1)


def day_made(summary: Summary) -> datetime:
    """The day that the summary speaks of, else the deadline, else a fixed day."""
    deadline = summary.collection.deadline if summary.collection is not None else None
    day = summary.as_of or deadline
    return datetime.combine(day, time()) if day is not None else _UNDATED
