"""Sheets without their corner cell: told by their keys, or by what is printed on them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.all_forms import FORMS, plan_named
from tests.intake.returned import Cells, answers, changed, noted, plan, raw_workbook, read, sheet_of, text, with_cell
from tests.test_round_trip import blank_form
from xlforms.errors import IntakeRefusal
from xlforms.intake.raw import RawSheet, RawWorkbook
from xlforms.intake.read_submission import prepare, read_submission
from xlforms.intake.unmarked_sheets import recognise_form

_GIVEN = {"staff.all.total": 9, "staff.music.total": 2, "staff.music.topic": "ноты", "rooms.gym.count": 1}
_OF_STAFF = {name: value for name, value in _GIVEN.items() if name.startswith("staff.")}


def _visible(cells: Cells) -> Cells:
    """The sheet without its hidden row and column."""
    return {(row - 1, column - 1): cell for (row, column), cell in cells.items() if row and column}


def _alone(sheet: RawSheet, workbook: RawWorkbook, change: Callable[[Cells], Cells] = _visible) -> RawWorkbook:
    """One sheet copied to a new workbook."""
    return replace(workbook, sheets=(replace(sheet, name="Лист1", cells=change(dict(sheet.cells)), protected=False),))


def test_visible_part_in_a_new_book() -> None:
    """Captions, codes and numbers name the sheet, its rows and its columns; the line under the title names the unit."""
    workbook = raw_workbook(_GIVEN)
    submission = read(_alone(sheet_of(workbook, "Кадры"), workbook))
    assert ("007", _OF_STAFF) == (submission.unit, answers(submission))
    assert [
        ("sheet-missing", "Титул", ""),
        ("sheet-by-captions", "Лист1", ""),
        ("sheet-missing", "Здание", ""),
        ("unit-by-line", "Лист1", "A2"),
    ] == noted(submission)


def test_cleared_corner() -> None:
    """The keys that are left name the sheet as surely."""
    submission = read(changed(raw_workbook(_GIVEN), "Кадры", with_cell(0, 0, None)))
    assert (_GIVEN, [("sheet-by-keys", "Кадры", "")]) == (answers(submission), noted(submission))


def test_line_of_another_unit() -> None:
    """A sheet whose line names another school is that school's, corner cell or not."""
    workbook = raw_workbook(_GIVEN)

    def change(cells: Cells) -> Cells:
        line = next(place for place, cell in cells.items() if str(cell[1]).startswith("Форма П-1, версия 1 · 007"))
        return _visible(cells | {line: text("Форма П-1, версия 1 · 008 · Школа № 8")})

    submission = read(changed(workbook, "Здание", change))
    assert ("007", _OF_STAFF) == (submission.unit, answers(submission))
    assert ("sheet-of-another", "Здание", "") in noted(submission)


def test_draft_beside_the_sheet() -> None:
    """A copy without marks does not displace the sheet itself; when it says something else, that is told."""
    workbook = raw_workbook(_GIVEN)
    sheet = sheet_of(workbook, "Кадры")
    equal = replace(sheet, name="Черновик", cells=_visible(dict(sheet.cells)))
    other = replace(sheet_of(raw_workbook({"staff.all.total": 8}), "Кадры"), name="Черновик")
    other = replace(other, cells=_visible(dict(other.cells)))
    blank = replace(other, cells=_visible(dict(sheet_of(raw_workbook({}), "Кадры").cells)))
    found = [read(replace(workbook, sheets=(*workbook.sheets, copy))) for copy in (equal, other, blank)]
    assert [_GIVEN] * 3 == [answers(submission) for submission in found]
    assert [
        [("sheet-copied", "Кадры", "")],
        [("sheet-draft", "Черновик", "")],
        [("sheet-copied", "Кадры", "")],
    ] == [noted(submission) for submission in found]


def test_answers_in_the_draft_only() -> None:
    """When the sheet itself is blank the copy that was filled in counts."""
    workbook = raw_workbook({"rooms.gym.count": 1})
    filled = sheet_of(raw_workbook(_GIVEN), "Кадры")
    draft = replace(filled, name="Черновик", cells=_visible(dict(filled.cells)))
    submission = read(replace(workbook, sheets=(*workbook.sheets, draft)))
    assert _GIVEN == answers(submission)
    assert ["sheet-copied", "sheet-by-captions"] == [note.code for note in submission.notes]


def test_foreign_table() -> None:
    """Some words of ours make no form of a table."""
    cells = {(0, 0): text("Учителя"), (1, 0): text("музыки"), (2, 0): text("труда"), (1, 1): text("5")}
    workbook = replace(raw_workbook(_GIVEN), sheets=(RawSheet("Лист1", cells),))
    with pytest.raises(IntakeRefusal) as caught:
        read_submission(workbook, {(plan().form, plan().version): prepare(plan())})
    assert "not-a-form" == caught.value.reason


@pytest.mark.parametrize("name", [name for name in FORMS if "@" in name])
def test_every_sheet_is_known_among_all_forms(name: str) -> None:
    """The visible part of any sheet but the title tells its form, whatever other forms there are."""
    plans = {(form.form, form.version): prepare(form) for form in map(plan_named, FORMS)}
    own = plan_named(name)
    for sheet in own.sheets:
        if sheet.row_keys and sheet.section != "title":
            raw = sheet_of(blank_form(name), sheet.name)
            keys = recognise_form([replace(raw, cells=_visible(dict(raw.cells)))], plans)
            assert keys is not None
            assert (own.form, own.version) == (keys.plan.form, keys.plan.version)
    title = sheet_of(blank_form(name), own.sheets[0].name)
    assert recognise_form([title], plans) is None
