"""Where an answer stands."""

from __future__ import annotations

from dataclasses import replace

from tests.reports.made_up import small_form, submission
from xlforms.checks.answer_place import AnswerPlace, AnswerPlaces
from xlforms.dataset.dataset import build_dataset
from xlforms.layout.place import cell_name


def test_planned_and_found() -> None:
    """An answer stands where the plan says, or where it was found."""
    plan, sections = small_form()
    item = next(item for item in plan.items if item.name == "building.built")
    position = [entry.name for entry in plan.items].index(item.name)
    planned = submission(small_form(), "1", {})
    found = replace(planned, moved={position: ("Лист1", "Z99")})
    places = AnswerPlaces(build_dataset(plan, sections, [planned, found]))
    sheet, cell = plan.cells()[item.name]
    assert [
        AnswerPlace(sheet.name, cell_name(cell.row, cell.column), ("О здании", "год постройки")),
        AnswerPlace("Лист1", "Z99", ("О здании", "год постройки")),
    ] == [places.of(number, item) for number in (0, 1)]
