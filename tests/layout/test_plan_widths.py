"""Widths of a plan beside its report."""

from __future__ import annotations

from dataclasses import replace

from tests.workbook.roadmap_form import roadmap_form
from xlforms.definitions.items import BlockGrid
from xlforms.layout.limits import SMALL_POINTS
from xlforms.layout.plan_widths import plan_widths
from xlforms.layout.text_size import INDENT, PIXELS_PER_CHARACTER, column_pixels, width_for

ROOM = 560.0


def _plan(**printed: str) -> BlockGrid:
    """The plan of the roadmap, its first row with other texts."""
    block = next(block for section in roadmap_form().sections for block in section.blocks if block.id == "plan")
    texts = {("m1", column): text for column, text in printed.items()}
    return replace(block, printed={**block.printed, **texts})


def test_short_texts_take_no_more_than_they_need() -> None:
    """Nothing is widened when the answers make the rows as high anyway."""
    deadline = width_for("15.10.2020", SMALL_POINTS) + INDENT / PIXELS_PER_CHARACTER
    heading = width_for("Ответственные", SMALL_POINTS, bold=True)
    assert (22.0, round(deadline, 2), round(heading, 2)) == plan_widths(_plan(), ROOM)


def test_room_goes_to_the_text_that_needs_it() -> None:
    """The column with the longest text becomes the widest, within the room."""
    long = "провести совещание и составить отчёт " * 10
    by_deadline = plan_widths(_plan(deadline=long), ROOM)
    by_responsible = plan_widths(_plan(responsible=long), ROOM)
    assert by_deadline[1] > by_deadline[2]
    assert by_responsible[2] > by_responsible[1]
    for widths in (by_deadline, by_responsible):
        assert ROOM / 2 < sum(map(column_pixels, widths)) <= ROOM


def test_words_stay_whole() -> None:
    """A word longer than the room still has its width, but it breaks at a hyphen."""
    word = "ж" * 60
    assert plan_widths(_plan(deadline=word), 100.0)[1] >= width_for(word, SMALL_POINTS)
    assert plan_widths(_plan(deadline=f"{word}-{word}"), 100.0)[1] < 2 * width_for(word, SMALL_POINTS)
