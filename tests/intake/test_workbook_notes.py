"""What is told about a workbook as a whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.intake.returned import answers, noted, raw_workbook, read, text
from xlforms.intake.raw import RawSheet, RawWorkbook
from xlforms.messages import say

_GIVEN = {"staff.all.total": 9}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"has_macros": True}, "has-macros"),
        ({"external_links": True}, "external-links"),
        ({"has_comments": True}, "has-comments"),
    ],
)
def test_harmless_things(change: dict[str, bool], code: str) -> None:
    """Macros, links and comments change no answer and are told once."""
    workbook: RawWorkbook = replace(raw_workbook(_GIVEN), **change)  # type: ignore[arg-type]
    submission = read(workbook)
    assert (_GIVEN, [(code, "", "")]) == (answers(submission), noted(submission))
    assert not submission.notes[0].hard
    assert say(f"structure-{code}", "ru")


def test_protection_removed() -> None:
    """The sheets without protection are named together; a kind of file that does not tell says nothing."""
    workbook = raw_workbook(_GIVEN)
    sheets = tuple(replace(sheet, protected=sheet.name == "Титул") for sheet in workbook.sheets)
    submission = read(replace(workbook, sheets=sheets))
    assert [("protection-removed", {"sheets": "«Кадры», «Здание»"})] == [
        (note.code, note.parameters) for note in submission.notes
    ]
    assert [] == read(replace(workbook, sheets=sheets, kind="xls")).notes


@pytest.mark.parametrize(
    ("expected", "kind", "application"),
    [
        ([], "xlsx", "SheetJS"),
        ([], "ods", "SheetJS 0.18.5"),
        ([], "ods", "gnumeric/1.12.55"),
        (["protection-removed"], "xlsx", "gnumeric"),
        (["protection-removed"], "ods", "LibreOffice/7.4"),
    ],
)
def test_programs_that_never_protect(expected: list[str], kind: str, application: str) -> None:
    """When a program writes a format without any protection, nobody has taken it off."""
    workbook = raw_workbook(_GIVEN)
    sheets = tuple(replace(sheet, protected=False) for sheet in workbook.sheets)
    submission = read(replace(workbook, sheets=sheets, kind=kind, application=application))
    assert expected == [note.code for note in submission.notes]


def test_added_sheets() -> None:
    """A sheet of the school's own is named when it holds something; the form's hidden sheets are not."""
    workbook = raw_workbook(_GIVEN)
    own = RawSheet("Лист2", {(0, 0): text("подвоз"), (4, 2): text("2 рейса")})
    submission = read(replace(workbook, sheets=(*workbook.sheets, own, RawSheet("Лист3", {}))))
    assert [("sheet-added", "Лист2", {"count": 2})] == [
        (note.code, note.sheet, note.parameters) for note in submission.notes
    ]
