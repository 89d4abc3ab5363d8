"""Sheets exported to CSV: the files of one folder, unit and form are one submission."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from tests.intake.returned import SCHOOL, answers, raw_workbook, read, sheet_of
from tests.intake.test_read_csv import exported
from xlforms.consolidation.join_sheets import join_sheets, with_fate
from xlforms.consolidation.received import Received
from xlforms.intake.read_workbook import read_workbook

_GIVEN = {"staff.all.total": 9, "staff.music.topic": "ноты", "rooms.gym.count": 1}


def _file(path: str, sheet: str, values: dict[str, object] | None = None, unit: str = SCHOOL.unit) -> Received:
    """One exported sheet as it was received; `unit` empty as in a blank form."""
    workbook = raw_workbook(_GIVEN if values is None else values, SCHOOL if unit else None)
    submission = read(read_workbook(exported(sheet_of(workbook, sheet)).encode(), path))
    moment = datetime(2020, 6, len(path) % 28 + 1, tzinfo=UTC)
    return Received(
        path, "", path, "accepted", unit=submission.unit, form=submission.form, version=submission.version,
        given_name=submission.given_name, modified=moment, submission=submission,
    )  # fmt: skip


def _codes(file: Received) -> list[tuple[str, str]]:
    assert file.submission is not None
    return [(note.code, note.sheet) for note in file.submission.notes]


def test_sheets_of_one_folder_are_one_submission() -> None:
    """All answers are together, no sheet is missing any more, and the other files belong to the first."""
    files = [_file(f"а/{sheet}.csv", sheet) for sheet in ("Здание", "Кадры", "Титул")]
    first, *others = join_sheets(files)
    assert first.submission is not None
    assert (_GIVEN, "007", "Школа № 7") == (answers(first.submission), first.unit, first.given_name)
    assert [("sheet-from-csv", sheet) for sheet in ("Здание", "Кадры", "Титул")] == _codes(first)
    assert [("а/Здание.csv", None)] * 2 == [(file.part_of, file.submission) for file in others]
    assert max(file.modified for file in files if file.modified is not None) == first.modified


def test_sheet_that_nobody_sent_is_missing_once() -> None:
    """Two of three sheets: one note about the third."""
    first, _ = join_sheets([_file(f"а/{sheet}.csv", sheet) for sheet in ("Кадры", "Титул")])
    assert [("sheet-missing", "Здание")] == [note for note in _codes(first) if note[0] == "sheet-missing"]


def test_other_folders_and_units_are_other_submissions() -> None:
    """A sheet in another folder, and one of another school, join nothing."""
    other = _file("а/чужой.csv", "Титул")
    assert other.submission is not None
    foreign = replace(other, unit="008", submission=replace(other.submission, unit="008"))
    joined = join_sheets([_file("а/Кадры.csv", "Кадры"), _file("б/Титул.csv", "Титул"), foreign])
    assert ["", "", ""] == [file.part_of for file in joined]


def test_blank_form_has_its_unit_on_the_title_sheet() -> None:
    """Sheets that name no unit are of the one that a neighbour names."""
    values = _GIVEN | {"unit.code": "12", "unit.name": "Школа № 12"}
    first, second = join_sheets([_file(f"{sheet}.csv", sheet, values, unit="") for sheet in ("Кадры", "Титул")])
    assert ("12", "12", "Кадры.csv") == (first.unit, second.unit, second.part_of)


def test_sheet_that_came_twice() -> None:
    """Of two exports of one sheet with different answers neither counts, with equal ones any."""
    title = _file("Титул.csv", "Титул")
    same = join_sheets([_file("1.csv", "Кадры"), _file("2.csv", "Кадры"), title])[0]
    other = join_sheets([_file("1.csv", "Кадры"), _file("2.csv", "Кадры", {"staff.all.total": 8}), title])[0]
    assert same.submission is not None
    assert other.submission is not None
    assert {"staff.all.total": 9, "staff.music.topic": "ноты"} == answers(same.submission)
    assert {} == answers(other.submission)
    assert ("sheet-twice", "1") in _codes(other)
    assert ("sheet-twice", "1") not in _codes(same)


def test_blank_sheets_are_an_empty_form() -> None:
    """Files without a single answer are refused together."""
    values: dict[str, object] = {}
    joined = join_sheets([_file(f"{sheet}.csv", sheet, values) for sheet in ("Кадры", "Здание")])
    settled = [file for file in joined if not file.part_of]
    assert [("rejected", "empty-form", "007")] * 2 == [
        (file.status, file.reason, file.unit) for file in with_fate(joined, settled)
    ]


def test_parts_share_the_fate() -> None:
    """When the submission is superseded, so is every file of it."""
    joined = join_sheets([_file(f"{sheet}.csv", sheet) for sheet in ("Кадры", "Здание")])
    settled = [replace(joined[0], status="superseded")]
    assert ["superseded"] * 2 == [file.status for file in with_fate(joined, settled)]
