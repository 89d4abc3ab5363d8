"""ISO dates and durations."""

from __future__ import annotations

import pytest

from xlforms.intake.iso_dates import serial_of_duration, serial_of_iso


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (45945, "2025-10-15"),
        (45945.5, "2025-10-15T12:00:00"),
        (45945.5, "2025-10-15T12:00:00Z"),
        (45945.25, "2025-10-15T06:00:00.000000000"),
        (0, "1899-12-30"),
    ],
)
def test_iso_date(expected: float, text: str) -> None:
    """A date is a whole number of days, a time its part; a time zone does not move it."""
    assert expected == serial_of_iso(text)


@pytest.mark.parametrize("text", ["15.10.2025", "2025-13-01", "", "вчера"])
def test_other_texts_are_not_iso_dates(text: str) -> None:
    """Everything else is a ValueError."""
    with pytest.raises(ValueError, match=r".*"):
        serial_of_iso(text)


@pytest.mark.parametrize(
    ("expected", "text"),
    [(0.5, "PT12H"), (0.5, "PT12H00M00S"), (1, "PT24H00M00.000S"), (-0.25, "-PT6H"), (2.5, "P2DT12H")],
)
def test_duration(expected: float, text: str) -> None:
    """A duration is days."""
    assert expected == serial_of_duration(text)


@pytest.mark.parametrize("text", ["P", "PT", "12:30", "P1M", "PT1H "])
def test_other_texts_are_not_durations(text: str) -> None:
    """Months have no fixed length, and nothing else is a duration."""
    with pytest.raises(ValueError, match="duration"):
        serial_of_duration(text)
