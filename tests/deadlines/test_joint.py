"""How the window gives months their year."""

from __future__ import annotations

from datetime import date

import pytest

from xlforms.deadlines.deadline import Window
from xlforms.deadlines.read import read_deadline

_LONG = (date(2020, 1, 1), date(2022, 8, 31))


@pytest.mark.parametrize(
    ("window", "text", "start", "end", "doubts"),
    [
        # the school year alone
        (Window(school_year=2020), "август", date(2020, 8, 1), date(2020, 8, 31), []),
        (Window(school_year=2020), "июль", date(2021, 7, 1), date(2021, 7, 31), []),
        (Window(school_year=2020), "декабрь, апрель", date(2020, 12, 1), date(2021, 4, 30), []),
        (Window(school_year=2020), "июль-сентябрь", date(2021, 7, 1), date(2021, 9, 30), ["deadline-order"]),
        (Window(school_year=2020), "в течение года", date(2020, 9, 1), date(2021, 8, 31), []),
        (Window(school_year=2020), "весь период", None, None, ["deadline-no-year"]),
        # nothing known
        (Window(), "сентябрь", None, None, ["deadline-no-year"]),
        (Window(), "в течение года", None, None, ["deadline-no-year"]),
        (Window(), "в течение учебного года", None, None, ["deadline-no-year"]),
        (Window(), "постоянно", None, None, []),
        (Window(), "сентябрь 2020", date(2020, 9, 1), date(2020, 9, 30), []),
        # a window without a school year: one reading inside, two, none
        (Window(date(2020, 9, 1), date(2021, 6, 30)), "май", date(2021, 5, 1), date(2021, 5, 31), []),
        (Window(*_LONG), "май", None, None, ["deadline-no-year"]),
        (Window(date(2020, 9, 1), date(2020, 12, 31)), "май", None, None, ["deadline-no-year"]),
        # a window turns the school year over, or leaves two readings
        (Window(date(2020, 10, 1), date(2021, 9, 30), 2020), "сентябрь", date(2021, 9, 1), date(2021, 9, 30), []),
        (Window(*_LONG, 2020), "сентябрь", date(2020, 9, 1), date(2020, 9, 30), ["deadline-two-years"]),
        (Window(date(2020, 9, 1), date(2021, 5, 31), 2020), "июнь", date(2021, 6, 1), date(2021, 6, 30),
         ["deadline-outside-window"]),
        # one side of the window
        (Window(date(2020, 9, 1), None, 2020), "весь период", date(2020, 9, 1), None, []),
        (Window(date(2020, 9, 1), None, 2020), "март 2020", date(2020, 3, 1), date(2020, 3, 31),
         ["deadline-outside-window"]),
        # every year of a long window
        (Window(*_LONG, 2020), "ежегодно в мае", date(2020, 5, 1), date(2022, 5, 31), []),
        (Window(*_LONG, 2020), "в течение года", date(2020, 9, 1), date(2021, 8, 31), ["deadline-which-year"]),
    ],
)  # fmt: skip
def test_year(window: Window, text: str, start: date | None, end: date | None, doubts: list[str]) -> None:
    """A year is found or honestly not found."""
    found = read_deadline(text, window)
    assert (start, end, doubts) == (found.start, found.end, [doubt.code for doubt in found.doubts])
