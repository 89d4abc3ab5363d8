"""A window that cannot be is refused by name."""

from __future__ import annotations

from datetime import date

import pytest

from xlforms.deadlines.deadline import Window


def test_end_before_start() -> None:
    """A roadmap does not end before it starts."""
    with pytest.raises(ValueError, match="2020-08-31, before it starts on 2020-09-01"):
        Window(date(2020, 9, 1), date(2020, 8, 31))


@pytest.mark.parametrize("school_year", [0, 20, 1900, 2099])
def test_school_year_out_of_range(school_year: int) -> None:
    """A school year has four digits and a following year."""
    with pytest.raises(ValueError, match="outside 1901-2098"):
        Window(school_year=school_year)
