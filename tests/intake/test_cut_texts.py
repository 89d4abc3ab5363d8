"""Printed texts and answers that a program cut off at 255 characters."""

from __future__ import annotations

from dataclasses import replace

from tests.intake.returned import FORM, SCHOOL, noted, place_of, raw_workbook, read, text, with_cell
from tests.intake.returned import changed as with_change
from tests.reports.made_up import form_of
from xlforms.intake.raw import RawWorkbook
from xlforms.intake.read_submission import prepare, read_submission
from xlforms.intake.submission import InvalidAnswer, Submission

_LONG = "музыки и пения " * 20 + "а также хорового искусства"
_PLAN = form_of(FORM.replace("title: музыки", f"title: {_LONG}"))[0]


def _read_long(workbook: RawWorkbook) -> Submission:
    return read_submission(workbook, {(_PLAN.form, _PLAN.version): prepare(_PLAN)})


def test_cut_answer_is_not_counted() -> None:
    """An answer of which the end is missing is named, its neighbours count."""
    item = "staff.all.topic"
    place = place_of(item)
    begun = "слово " * 42 + "сло"
    workbook = with_change(raw_workbook({"staff.all.total": 9, item: "x"}), "Кадры", with_cell(*place, text(begun)))
    submission = read(replace(workbook, cut=(("Кадры", *place),)))
    numbers = [number for number, value in enumerate(submission.values) if value == 9]
    assert {numbers[0] + 1: InvalidAnswer("text-cut", begun)} == submission.invalid


def test_cut_caption_is_still_the_form_s() -> None:
    """A caption of which the end is missing is the one that begins so, and the row is no other."""
    workbook = raw_workbook({"staff.music.total": 2}, SCHOOL, _PLAN)
    sheet = next(sheet for sheet in workbook.sheets if sheet.name == "Кадры")
    (place,) = [place for place, cell in sheet.cells.items() if str(cell[1]).endswith(_LONG)]
    begun = text(str(sheet.cells[place][1])[:255])
    cut = replace(with_change(workbook, "Кадры", with_cell(*place, begun)), cut=(("Кадры", *place),))
    assert _read_long(workbook) == _read_long(cut)
    assert ["row-by-code"] == [code for code, _, _ in noted(_read_long(replace(cut, cut=())))]
