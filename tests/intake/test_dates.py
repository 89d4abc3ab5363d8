"""Dates typed as text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlforms.intake.dates import date_from_text

_DAY = date(2020, 6, 5)


@pytest.mark.parametrize(
    "text",
    [
        "05.06.2020", "5.6.2020", "05.06.20", " 05.06.2020 г.", "05.06.2020г", "05.06.2020 0:00", "2020-06-05",
        "2020/06/05", "2020.06.05", "2020-06-05T00:00:00", "2020-06-05 00:00:00", "5 июня 2020", "5 Июня 2020 г.",
        "«05» июня 2020 года", '"5" июн. 2020', "05\u00a0июня\u00a02020\u00a0г.",
    ],
)  # fmt: skip
def test_spellings(text: str) -> None:
    """All usual spellings of one day."""
    assert _DAY == date_from_text(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15/10/2025", date(2025, 10, 15)),
        ("10/15/2025", date(2025, 10, 15)),
        ("15-10-2025", date(2025, 10, 15)),
        ("05/05/2025", date(2025, 5, 5)),
        ("03/04/2024", "ambiguous-date"),
        ("3-4-2024", "ambiguous-date"),
        ("01.01.29", date(2029, 1, 1)),
        ("01.01.30", date(1930, 1, 1)),
        ("01.01.99", date(1999, 1, 1)),
        ("29.02.2020", date(2020, 2, 29)),
        ("29.02.2021", "not-a-date"),
        ("31.04.2020", "not-a-date"),
        ("00.01.2020", "not-a-date"),
        ("15.10", "not-a-date"),
        ("октябрь 2025", "not-a-date"),
        ("5 мая 2020", date(2020, 5, 5)),
        ("5 май 2020", date(2020, 5, 5)),
        ("5 сент. 2020", date(2020, 9, 5)),
        ("5 март 2020", date(2020, 3, 5)),
        ("5 маргарина 2020", "not-a-date"),
        ("5 ма 2020", "not-a-date"),
        ("5 слово 2020", "not-a-date"),
        ("05.06.2020 14:30", "not-a-date"),
        ("2020-06-05T08:30", "not-a-date"),
        ("43987", "not-a-date"),
        ("скоро", "not-a-date"),
        ("", "not-a-date"),
        ("٠٥.٠٦.٢٠٢٠", "not-a-date"),
    ],
)
def test_other_days(text: str, expected: date | str) -> None:
    """What may be two days is not guessed; what is none is said; two digits of a year are read as spreadsheets do."""
    assert expected == date_from_text(text)


@given(st.dates(date(1000, 1, 1)))
def test_every_day_in_both_official_spellings(day: date) -> None:
    """Russian and ISO dates come back as they are."""
    assert (day, day) == (date_from_text(f"{day.day:02}.{day.month:02}.{day.year}"), date_from_text(day.isoformat()))
