"""The day that reports say they were made."""

from __future__ import annotations

from datetime import date, datetime

from tests.reports.made_up import made_up_units, summary_of
from xlforms.definitions.collection import Collection
from xlforms.reports.day_made import day_made


def test_day_made() -> None:
    """The day of the summary, else the deadline, else one fixed day: never the clock."""
    titled = Collection(collection="c", title="Сбор", deadline=date(2020, 6, 5))
    units = made_up_units(1, 1)
    assert [datetime(2020, 6, 9), datetime(2020, 6, 5), datetime(2000, 1, 1)] == [
        day_made(summary_of([], units, collection=titled, as_of=date(2020, 6, 9))),
        day_made(summary_of([], units, collection=titled)),
        day_made(summary_of([], units)),
    ]
