"""Where answers stand on «По школам»."""

from __future__ import annotations

from tests.reports.made_up import returned, small_form, submission, summary_of
from xlforms.consolidation.totals import REGION
from xlforms.definitions.units import Unit, Units
from xlforms.reports.unit_places import unit_places

UNITS = Units("units.csv", tuple(
    Unit(code, f"Школа № {code}", place, "", {})
    for code, place in (("1", "Б"), ("2", ""), ("3", "А"), ("4", "Б"), ("5", "А"))
))  # fmt: skip
SUMMARY = summary_of([returned(submission(small_form(), "4", {}))], UNITS)
PLACES = unit_places(SUMMARY, SUMMARY.forms[0], "O'Школы")


def test_ranges() -> None:
    """A municipality is one range of rows, as the register names them first; the nameless come last."""
    assert {"1": 7, "4": 8, "3": 9, "5": 10, "2": 11} == PLACES.rows
    assert [f"'O''Школы'!J{first}:J{last}" for first, last in ((8, 12), (8, 9), (10, 11))] == [
        PLACES.answers("staff.russian.total", place) for place in (REGION, "Б", "А")
    ]


def test_no_place() -> None:
    """A personal item has no column, and an unknown municipality no rows; one answer is then the unit's row."""
    assert ["", ""] == [PLACES.answers("building.head", "А"), PLACES.answers("staff.russian.total", "В")]
    assert ["'O''Школы'!J8", "'O''Школы'!A8"] == [
        PLACES.answer(item, "1") for item in ("staff.russian.total", "building.head")
    ]
