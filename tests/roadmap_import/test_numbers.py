"""Numbers that a spreadsheet took for numbers and dates."""

from __future__ import annotations

import pytest

from xlforms.roadmap_import.numbers import restored_number


@pytest.mark.parametrize(
    ("number", "typed", "before", "expected"),
    [
        ("1.1", "number", "1.9", "1.10"),
        ("2.2", "number", "2.19", "2.20"),
        ("1.1", "number", "1.8", "1.1"),
        ("1.1", "number", "", "1.1"),
        ("1.1", "", "1.9", "1.1"),
        ("2.1", "number", "1.9", "2.1"),
        ("01.02.2020", "date", "1.1", "1.2"),
        ("01.02.2020", "", "1.1", "01.02.2020"),
        ("5", "number", "4", "5"),
    ],
)
def test_restored(number: str, typed: str, before: str, expected: str) -> None:
    """Only what the sheet stores otherwise, and only where the number above shows what was lost."""
    assert expected == restored_number(number, typed, before)
