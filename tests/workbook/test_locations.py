"""Addresses of items for formulas."""

from __future__ import annotations

from pathlib import Path

from tests.workbook.forms import plan_of
from xlforms.expressions.location import Location
from xlforms.layout.place import range_name
from xlforms.workbook.locations import locations_of


def test_numbers_join_into_ranges(tmp_path: Path) -> None:
    """Numbers that touch are one range; `blank: zero` is a range of its own; texts come one by one."""
    plan = plan_of(tmp_path)
    places = plan.cells()
    here = places["rooms.main.total"][0]
    row = places["rooms.main.total"][1].row
    names = ["rooms.main.total", "rooms.annex.total", "rooms.main.ready", "rooms.main.note"]
    assert [
        Location(range_name(row, 3, row + 1, 3), "number", 2),
        Location(range_name(row, 4, row, 4), "number", 1, blank_is_zero=True),
        Location(range_name(row, 6, row, 6), "text"),
    ] == locations_of(names, places, here)


def test_other_sheets_are_named(tmp_path: Path) -> None:
    """A place on another sheet carries its quoted name; a choice is a text, a date a date."""
    plan = plan_of(tmp_path)
    places = plan.cells()
    found = locations_of(["every.canteen", "every.day"], places, plan.sheets[0])
    assert [("text", True), ("date", True)] == [(place.kind, place.text.startswith("'Лист'!$D$")) for place in found]
