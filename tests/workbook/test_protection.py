"""What is locked and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workbook.forms import NAMESPACE, SCHOOL, bytes_of, opened, part, plan_of, sheet_part
from xlforms.definitions.load import load_form
from xlforms.definitions.templates import available_forms
from xlforms.layout.build import build_plan
from xlforms.layout.plan import Plan


def _unlocked(content: bytes) -> set[tuple[str, int, int]]:
    book = opened(content)
    return {
        (sheet.title, cell.row - 1, cell.column - 1)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if not cell.protection.locked
    }


def _answer_cells(plan: Plan) -> set[tuple[str, int, int]]:
    return {
        (sheet.name, cell.row, column)
        for sheet in plan.sheets
        for cell in sheet.answers
        for column in range(cell.column, cell.last_column + 1)
    }


def test_every_sheet_is_protected(tmp_path: Path) -> None:
    """No password; rows and columns may be sized, any cell selected, nothing else."""
    content = bytes_of(plan_of(tmp_path))
    for number in range(1, 5):
        protection = sheet_part(content, number).find("s:sheetProtection", NAMESPACE)
        expected = {"sheet": "1", "objects": "1", "scenarios": "1", "formatColumns": "0", "formatRows": "0"}
        assert expected == dict(protection.attrib)


def test_structure_is_locked(tmp_path: Path) -> None:
    """The lock stands where the schema wants it, before the views."""
    workbook = part(bytes_of(plan_of(tmp_path)), "xl/workbook.xml")
    names = [element.tag.rpartition("}")[2] for element in workbook]
    assert ["workbookPr", "workbookProtection", "bookViews"] == names[1:4]
    assert {"lockStructure": "1"} == dict(workbook[2].attrib)


@pytest.mark.parametrize("path", [source.path for source in available_forms()], ids=lambda path: path.parent.name)
def test_only_answers_are_unlocked_in_every_form(path: Path) -> None:
    """The unlocked cells of a blank form are the answer cells of its plan, no more and no fewer."""
    plan = build_plan(load_form(path))
    assert _answer_cells(plan) == _unlocked(bytes_of(plan))


def test_addressed_form_locks_the_identity(tmp_path: Path) -> None:
    """Code, name and municipality are given and locked; everything else stays open."""
    plan = plan_of(tmp_path)
    content = bytes_of(plan, SCHOOL)
    locked = _answer_cells(plan) - _unlocked(content)
    places = plan.cells()
    names = {
        name: opened(content)["Титул"].cell(cell.row + 1, cell.column + 1).value
        for name, (sheet, cell) in places.items()
        if (sheet.name, cell.row, cell.column) in locked
    }
    assert {"unit.code": "056-01", "unit.name": "Школа № 1", "unit.municipality": "Первый район"} == names
