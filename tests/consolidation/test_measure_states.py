"""Where a measure stands on a day."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlforms.consolidation.measure_states import STATES, measure_states
from xlforms.definitions.roadmap import STATUSES

START, END = date(2020, 9, 1), date(2020, 10, 31)
BEFORE, FIRST, WITHIN, LAST, AFTER = (
    START - timedelta(days=1), START, date(2020, 10, 1), END, END + timedelta(days=1),
)  # fmt: skip
ON_TIME, LATE = END, END + timedelta(days=1)


def state(
    status: str | None,
    as_of: date,
    *,
    done: date | None = None,
    start: date | None = START,
    end: date | None = END,
    answered: bool = True,
) -> str:
    """The state of one measure in one unit."""
    days = np.array([float("nan") if done is None else float(done.toordinal())])
    (number,) = measure_states(
        np.array([status], dtype=object), days, np.array([answered]), due_start=start, due_end=end, as_of=as_of
    )
    return STATES[int(number)]


# what was answered, on which day it was done: the state before the first day, on it, within, on the last, after it
TABLE = [
    ("выполнено", None, "done done done done done"),
    ("выполнено", ON_TIME - timedelta(days=1), "done done done done done"),
    ("выполнено", ON_TIME, "done done done done done"),
    ("выполнено", LATE, "done_late done_late done_late done_late done_late"),
    ("не применимо", None, "not_applicable not_applicable not_applicable not_applicable not_applicable"),
    ("не применимо", LATE, "not_applicable not_applicable not_applicable not_applicable not_applicable"),
    ("в работе", None, "in_progress in_progress in_progress in_progress overdue"),
    ("в работе", ON_TIME, "in_progress in_progress in_progress in_progress overdue"),
    ("не начато", None, "not_due not_started not_started not_started overdue"),
    ("не выполнено", None, "not_started not_started not_started not_started overdue"),
    (None, None, "not_due no_answer no_answer no_answer overdue"),
    (None, LATE, "not_due no_answer no_answer no_answer overdue"),
]


@pytest.mark.parametrize(("status", "done", "expected"), TABLE)
def test_table(status: str | None, done: date | None, expected: str) -> None:
    """Every status, with and without a day done, around both ends of the deadline."""
    assert expected.split() == [state(status, day, done=done) for day in (BEFORE, FIRST, WITHIN, LAST, AFTER)]


def test_the_table_is_whole() -> None:
    """Every status that can be chosen, and a blank one, stands in the table."""
    assert {*STATUSES, None} == {status for status, _, _ in TABLE}


@pytest.mark.parametrize(
    ("status", "expected"),
    [("выполнено", "done"), ("не применимо", "not_applicable"), ("в работе", "in_progress"),
     ("не начато", "not_started"), ("не выполнено", "not_started"), (None, "no_answer")],
)  # fmt: skip
def test_undated(status: str | None, expected: str) -> None:
    """Without days nothing is late or early, however long ago."""
    assert expected == state(status, date(2099, 1, 1), done=date(2090, 1, 1), start=None, end=None)


@pytest.mark.parametrize("status", [*STATUSES, None])
def test_nothing_came(status: str | None) -> None:
    """A unit that returned nothing has given no answer, before and after the deadline."""
    assert ["no_answer", "no_answer"] == [state(status, day, answered=False) for day in (BEFORE, AFTER)]


def test_one_open_side() -> None:
    """A deadline without a first day is late after its last and never ahead; one without a last day is never late."""
    assert ["not_started", "overdue"] == [state("не начато", day, start=None) for day in (BEFORE, AFTER)]
    assert ["not_due", "not_started"] == [state("не начато", day, end=None) for day in (BEFORE, AFTER)]


def test_units_do_not_meddle() -> None:
    """Each unit has the state that it would have alone."""
    statuses = np.array(["выполнено", None, "в работе", "в работе"], dtype=object)
    days = np.array([LATE.toordinal(), np.nan, np.nan, np.nan])
    answered = np.array([True, True, True, False])
    found = measure_states(statuses, days, answered, due_start=START, due_end=END, as_of=AFTER)
    assert ["done_late", "overdue", "overdue", "no_answer"] == [STATES[number] for number in found.tolist()]


@given(
    st.sampled_from([*STATUSES, None]),
    st.none() | st.dates(date(2020, 8, 1), date(2020, 12, 31)),
    st.dates(date(2020, 8, 1), date(2020, 12, 31)),
    st.integers(0, 100),
)
def test_what_is_overdue_stays_overdue(status: str | None, done: date | None, as_of: date, later: int) -> None:
    """With the same answer a later day takes nothing off the list of what is overdue."""
    now, then = (state(status, day, done=done) for day in (as_of, as_of + timedelta(days=later)))
    assert now != "overdue" or then == "overdue"
