"""Answers as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reports.made_up import small_form
from xlforms.intake.values import Value
from xlforms.reports.shown_answers import shown_answer

ITEMS = {item.name: item for item in small_form()[0].items}


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("staff.russian.total", 999, "999"),
        ("building.area", 20.25, "20,25"),
        ("building.area", 20.0, "20"),
        ("building.wear", 1.5, "150 %"),
        ("building.wear", 0.125, "12,5 %"),
        ("building.checked", date(2020, 3, 1), "01.03.2020"),
        ("building.kind", "1.5", "1.5"),
    ],
)
def test_shown(name: str, value: Value, expected: str) -> None:
    """A comma in decimal numbers, per cent as such, days with points; a text stays as it is."""
    assert expected == shown_answer(ITEMS[name], value)
