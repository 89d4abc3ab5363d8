"""Numbers as Russian readers expect them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from xlforms.consolidation.column_statistics import Number
from xlforms.reports.html.shown_numbers import show_number, show_share


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        (0, "integer", "0"),
        (999, "integer", "999"),
        (1234567, "integer", "1 234 567"),
        (-1234.5, "decimal", "−1 234,5"),
        (14.333333333333334, "integer", "14,33"),
        (0.125, "decimal", "0,13"),
        (-0.001, "decimal", "0"),
        (100, "decimal", "100"),
        (Decimal("123456789012345678.125"), "money", "123 456 789 012 345 678,13"),
        (0.25, "percent", "25 %"),
        (0.3333, "percent", "33,3 %"),
        (1, "percent", "100 %"),
        (2010, "year", "2010"),
    ],
)
def test_show_number(value: Number, kind: str, expected: str) -> None:
    """Spaces between thousands, a decimal comma, two decimals at most, a half away from zero; a year stays whole."""
    assert expected == show_number(value, kind).replace("\u00a0", " ")


@pytest.mark.parametrize(("part", "whole", "expected"), [(0, 0, "–"), (0, 3, "0 %"), (1, 3, "33 %"), (1, 8, "13 %")])
def test_show_share(part: int, whole: int, expected: str) -> None:
    """Whole per cent; nothing has no share of nothing."""
    assert expected == show_share(part, whole).replace("\u00a0", " ")
