"""From a returned workbook to its submission."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tests.intake.returned import (
    SCHOOL,
    Cells,
    answers,
    changed,
    noted,
    place_of,
    plan,
    raw_workbook,
    read,
    sheet_of,
    text,
    with_cell,
)
from xlforms.errors import IntakeRefusal
from xlforms.intake.raw import CellKind, RawWorkbook
from xlforms.intake.read_submission import prepare, read_submission
from xlforms.intake.submission import InvalidAnswer, Repair
from xlforms.layout.anchors import Corner, print_corner
from xlforms.layout.place import cell_name

_GIVEN = {"staff.all.total": 9, "rooms.gym.count": 1}
_DATE = date(2020, 6, 5)


def _refused(workbook: RawWorkbook) -> tuple[str, str, dict[str, object]]:
    known = {(plan().form, version): prepare(plan()) for version in ("1", "2")}
    with pytest.raises(IntakeRefusal) as caught:
        read_submission(workbook, known)
    return caught.value.reason, caught.value.code, caught.value.parameters


def _number(item: str) -> int:
    return [entry.name for entry in plan().items].index(item)


def _corner(workbook: RawWorkbook, sheet: str, change: Callable[[Corner], Corner]) -> RawWorkbook:
    planned = next(entry for entry in plan().sheets if entry.name == sheet)
    corner = change(Corner("trial", "1", SCHOOL.unit, planned.section, planned.checksum))
    return changed(workbook, sheet, with_cell(0, 0, text(print_corner(corner))))


def test_whole_submission() -> None:
    """The unit keeps its leading zeros; the date in the form is when it was signed."""
    submission = read(raw_workbook(_GIVEN | {"contact.date": _DATE}))
    assert ("trial", "1", "007", "Школа № 7", "Первый район", _DATE) == (
        submission.form,
        submission.version,
        submission.unit,
        submission.given_name,
        submission.given_municipality,
        submission.signed_on,
    )
    assert _GIVEN | {"contact.date": _DATE} == answers(submission)
    assert ({}, [], [], {}) == (submission.invalid, submission.repairs, submission.notes, submission.moved)


def test_invalid_answers_and_repairs() -> None:
    """What cannot be read stays as it was, what was repaired is recorded, both by the number of their item."""
    workbook = raw_workbook({"staff.all.total": 9})
    for item, cell in (
        ("staff.music.total", text("12 чел.")),
        ("staff.art.total", text("12 ")),
        ("staff.other_1.total", (CellKind.ERROR, "#REF!", False)),
        ("staff.other_2.total", (CellKind.UNCALCULATED, None, True)),
        ("staff.other_2.topic", text("  ")),
    ):
        workbook = changed(workbook, "Кадры", with_cell(*place_of(item), cell))
    submission = read(workbook)
    assert {"staff.all.total": 9, "staff.art.total": 12} == answers(submission)
    assert {
        _number("staff.music.total"): InvalidAnswer("not-a-number", "12 чел."),
        _number("staff.other_1.total"): InvalidAnswer("cell-error", "#REF!"),
        _number("staff.other_2.total"): InvalidAnswer("uncalculated", ""),
    } == submission.invalid
    assert [
        Repair(_number("staff.art.total"), "number-from-text", "12 "),
        Repair(_number("staff.other_2.topic"), "spaces-only", "  "),
    ] == submission.repairs


def test_numbers_that_are_no_answers() -> None:
    """What a formula sees as a number is kept beside what a person sees."""
    workbook = raw_workbook({})
    for item, cell in (
        ("staff.all.total", (CellKind.NUMBER, 12.5, False)),
        ("staff.music.total", (CellKind.DATE, 43963, False)),
        ("staff.art.total", (CellKind.NUMBER, 10**400, False)),
    ):
        workbook = changed(workbook, "Кадры", with_cell(*place_of(item), cell))
    assert {
        _number("staff.all.total"): InvalidAnswer("not-whole", "12,5", 12.5),
        _number("staff.music.total"): InvalidAnswer("date-in-number", "12.05.2020", 43963.0),
        _number("staff.art.total"): InvalidAnswer("too-many-digits", str(10**400)),
    } == read(workbook).invalid


@pytest.mark.parametrize(
    ("program", "number"), [("LibreOffice/7.4", 1.0), ("OpenOffice/4.1", 1.0), ("Microsoft Excel", None), ("", None)]
)
def test_logical_values(program: str, number: float | None) -> None:
    """No answer to a number; to LibreOffice it is the number 1, to formulas of the others it is none."""
    workbook = replace(raw_workbook(_GIVEN), application=program)
    cell = (CellKind.BOOLEAN, True, False)
    workbook = changed(workbook, "Кадры", with_cell(*place_of("staff.all.total"), cell))
    assert {_number("staff.all.total"): InvalidAnswer("not-a-number", "ИСТИНА", number)} == read(workbook).invalid


@pytest.mark.parametrize(("date1904", "serial"), [(False, 43987.25), (True, 42525.25)])
def test_a_date_with_a_time(date1904: bool, serial: float) -> None:
    """The day is the answer; a formula sees the time too, counted from 1899 in either calendar."""
    workbook = replace(raw_workbook(_GIVEN), date1904=date1904)
    cell = (CellKind.DATE, serial, False)
    submission = read(changed(workbook, "Титул", with_cell(*place_of("contact.date"), cell)))
    assert _GIVEN | {"contact.date": _DATE} == answers(submission)
    assert [Repair(_number("contact.date"), "time-dropped", "05.06.2020 06:00", 43987.25)] == submission.repairs


def test_cell_stored_twice() -> None:
    """Of two values of one cell none is taken."""
    workbook = replace(raw_workbook(_GIVEN), ambiguous=(("Кадры", *place_of("staff.all.total")),))
    submission = read(workbook)
    assert {_number("staff.all.total"): InvalidAnswer("cell-twice", "9")} == submission.invalid
    assert {"rooms.gym.count": 1} == answers(submission)


def test_renamed_sheet() -> None:
    """A sheet is known by its corner; its answers are named where they were found."""
    workbook = raw_workbook(_GIVEN)
    sheets = tuple(replace(sheet, name="Лист1") if sheet.name == "Кадры" else sheet for sheet in workbook.sheets)
    submission = read(replace(workbook, sheets=sheets))
    assert (_GIVEN, []) == (answers(submission), noted(submission))
    assert ("Лист1", cell_name(*place_of("staff.all.total"))) == submission.moved[_number("staff.all.total")]


def test_sheet_missing_and_sheet_twice() -> None:
    """A sheet that is not there is named; one that is there twice counts only when both are alike."""
    workbook = raw_workbook(_GIVEN)
    staff = sheet_of(workbook, "Кадры")
    missing = replace(workbook, sheets=tuple(sheet for sheet in workbook.sheets if sheet is not staff))
    alike = replace(workbook, sheets=(*workbook.sheets, replace(staff, name="Кадры (2)")))
    other = changed(alike, "Кадры (2)", with_cell(*place_of("staff.all.total"), (CellKind.NUMBER, 8, False)))
    assert [
        ({"rooms.gym.count": 1}, [("sheet-missing", "Кадры", "")]),
        (_GIVEN, [("sheet-copied", "Кадры", "")]),
        ({"rooms.gym.count": 1}, [("sheet-twice", "Кадры", "")]),
    ] == [(answers(read(book)), noted(read(book))) for book in (missing, alike, other)]


def test_sheet_of_another_form() -> None:
    """A sheet with a corner of another form is not read and is named."""
    workbook = raw_workbook(_GIVEN)
    foreign = _corner(workbook, "Здание", lambda corner: replace(corner, form="other"))
    unknown = _corner(workbook, "Здание", lambda corner: replace(corner, section="attic"))
    for book in (foreign, unknown):
        assert {"staff.all.total": 9} == answers(read(book))
        assert [("sheet-foreign", "Здание", "A1"), ("sheet-missing", "Здание", "")] == noted(read(book))


def test_other_keys_than_issued() -> None:
    """A corner with another checksum says that the sheet is not as it was issued."""
    workbook = _corner(raw_workbook(_GIVEN), "Кадры", lambda corner: replace(corner, checksum="00000000"))
    assert (_GIVEN, [("keys-differ", "Кадры", "A1")]) == (answers(read(workbook)), noted(read(workbook)))


def test_corner_that_has_moved() -> None:
    """With a row and a column before everything the corner and all answers are found."""

    def push(cells: Cells) -> Cells:
        return {(row + 1, column + 1): cell for (row, column), cell in cells.items()}

    submission = read(changed(raw_workbook(_GIVEN), "Кадры", push))
    row, column = place_of("staff.all.total")
    assert (_GIVEN, [("sheet-changed", "Кадры", "")]) == (answers(submission), noted(submission))
    assert ("Кадры", cell_name(row + 1, column + 1)) == submission.moved[_number("staff.all.total")]


@pytest.mark.parametrize(
    ("written", "unit", "notes"),
    [
        ("007", "007", []),
        ("7", "007", []),
        (" 007", "007", []),
        ("008", "007", [("unit-differs", "Титул", cell_name(*place_of("unit.code")))]),
    ],
)
def test_unit_as_issued_and_as_written(written: str, unit: str, notes: list[tuple[str, str, str]]) -> None:
    """The unit is the one the form was issued to; another code on the title sheet is told."""
    submission = read(changed(raw_workbook(_GIVEN), "Титул", with_cell(*place_of("unit.code"), text(written))))
    assert (unit, notes) == (submission.unit, noted(submission))


def test_blank_form_filled_in_by_a_school() -> None:
    """A form without an address is of the unit that the school typed, as it typed it."""
    workbook = raw_workbook(_GIVEN | {"unit.code": "007", "unit.name": "Школа № 7"}, unit=None)
    assert "007" == read(workbook).unit
    number = changed(workbook, "Титул", with_cell(*place_of("unit.code"), (CellKind.NUMBER, 7, False)))
    assert "7" == read(number).unit
    assert "" == read(changed(workbook, "Титул", with_cell(*place_of("unit.code"), None))).unit


def test_sheet_of_another_unit() -> None:
    """A sheet that was issued to another unit is not counted for this one, and it is said."""
    own = read(raw_workbook(_GIVEN))
    submission = read(_corner(raw_workbook(_GIVEN), "Здание", lambda corner: replace(corner, unit="008")))
    assert ("007", [("sheet-of-another", "Здание", "")]) == (submission.unit, noted(submission))
    assert {"issued": "007", "other": "008"} == submission.notes[0].parameters
    foreign = {name for name in answers(own) if name.startswith(("rooms.", "places."))}
    assert {name: value for name, value in answers(own).items() if name not in foreign} == answers(submission)


def test_refusals() -> None:
    """What is no form of ours, unknown, or blank is refused with its reason."""
    workbook = raw_workbook(_GIVEN)
    bare = replace(workbook, sheets=tuple(replace(sheet, cells={}) for sheet in workbook.sheets))
    names = ("Титул", "Кадры", "Здание")
    foreign, newer = workbook, workbook
    for name in names:
        foreign = _corner(foreign, name, lambda corner: replace(corner, form="=other"))
        newer = _corner(newer, name, lambda corner: replace(corner, version="3"))
    assert [
        ("not-a-form", "not-a-form", {}),
        ("unknown-form", "unknown-form", {"form": "=other", "version": "1"}),
        ("unknown-version", "unknown-version", {"form": "trial", "version": "3", "known": "1, 2"}),
        ("empty-form", "empty-form", {"form": "trial", "version": "1", "unit": "007"}),
    ] == [_refused(book) for book in (bare, foreign, newer, raw_workbook({"contact.position": "директор"}))]


def test_only_invalid_answers_are_no_blank_form() -> None:
    """A form in which somebody wrote something is never called blank."""
    workbook = changed(raw_workbook({}), "Кадры", with_cell(*place_of("staff.all.total"), text("нет")))
    assert {_number("staff.all.total"): InvalidAnswer("not-a-number", "нет")} == read(workbook).invalid


def test_torn_row() -> None:
    """Where a program lost the rest of a row and answers are asked there, the row is named; else nothing is said."""
    workbook = raw_workbook(_GIVEN | {"staff.music.total": 2, "staff.music.topic": "хор"})
    total, topic = place_of("staff.music.total"), place_of("staff.music.topic")
    heading = total[0] - 3, 0
    torn = replace(workbook, torn=(("Кадры", *total), ("Кадры", total[0], 1), ("Кадры", *heading), ("Лист2", 1, 1)))
    assert [] == noted(read(torn))
    lost = changed(torn, "Кадры", with_cell(*topic, None))
    assert [("row-torn", "Кадры", cell_name(*total), {"row": total[0] + 1})] == [
        (note.code, note.sheet, note.cell, note.parameters) for note in read(lost).notes if note.hard
    ]
