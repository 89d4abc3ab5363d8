"""Serial numbers of days."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlforms.intake.raw import CellKind, date_of_serial, number_cell, serial_of_date


@pytest.mark.parametrize(
    ("expected", "serial", "date1904"),
    [
        (datetime(1900, 3, 1), 61, False),
        (datetime(2025, 10, 15), 45945, False),
        (datetime(2025, 10, 15, 12), 45945.5, False),
        (datetime(2025, 10, 15), 44483, True),
        (datetime(1904, 1, 1), 0, True),
        (datetime(9999, 12, 31), 2958465, False),
    ],
)
def test_serial_is_the_date_that_excel_shows(expected: datetime, serial: float, date1904: bool) -> None:
    """Both calendars of Excel are counted from their own start."""
    assert expected == date_of_serial(serial, date1904)


@pytest.mark.parametrize(
    ("serial", "date1904"),
    [(-1, False), (0.5, False), (60, False), (2958466, False), (2958465.9999999999, False), (-1, True), (1e300, True)],
)
def test_serial_without_a_certain_date_is_refused(serial: float, date1904: bool) -> None:
    """A time alone, the 29.02.1900 of Excel and numbers outside of the calendar are not dates."""
    with pytest.raises(ValueError, match="no certain date"):
        date_of_serial(serial, date1904)


@given(st.datetimes(datetime(1900, 3, 1), datetime(9999, 12, 30)))
def test_date_and_serial_are_inverse(moment: datetime) -> None:
    """A moment survives the way through its number, to the millisecond."""
    assert abs(date_of_serial(serial_of_date(moment)) - moment) < timedelta(milliseconds=1)


@pytest.mark.parametrize(
    ("expected", "value"),
    [
        ((CellKind.NUMBER, 5, False), 5.0),
        ((CellKind.NUMBER, 0.1, False), 0.1),
        ((CellKind.ERROR, "#NUM!", False), float("inf")),
        ((CellKind.ERROR, "#NUM!", False), float("nan")),
    ],
)
def test_double_of_a_binary_format(expected: object, value: float) -> None:
    """A whole double is a whole number; what is no number is an error."""
    assert expected == number_cell(value, CellKind.NUMBER, is_formula=False)
    assert isinstance(number_cell(5.0, CellKind.NUMBER, is_formula=False)[1], int)
