"""Every instance of a rule has one verdict cell; sheets know of verdicts that stand elsewhere."""

from __future__ import annotations

from dataclasses import astuple
from pathlib import Path

import pytest

from tests.workbook.checked_form import RULES, checked_plan
from tests.workbook.forms import plan_of
from tests.workbook.roadmap_form import roadmap_plan
from xlforms.definitions.load import load_form
from xlforms.definitions.templates import available_forms
from xlforms.layout.build import build_plan
from xlforms.layout.place import cell_name
from xlforms.layout.plan import SheetPlan

EVERY_FORM = pytest.mark.parametrize(
    "path", [source.path for source in available_forms()], ids=lambda path: path.parent.name
)


def test_cells_in_the_order_of_the_form(tmp_path: Path) -> None:
    """Row by row; beside the row, or on the sheet «Проверка»."""
    plan = checked_plan(tmp_path)
    assert [
        ("adds_all", "Лист", "H9"),
        ("column_total", "Проверка", "E34"),
        ("column_young", "Проверка", "E35"),
        ("column_old", "Проверка", "E36"),
        ("load", "Лист", "I9"),
        ("adds_art", "Лист", "H10"),
        ("adds_music", "Лист", "H11"),
        ("no_canteen", "Лист", "H15"),
        ("full", "Лист", "H16"),
        ("years", "Лист", "H18"),
    ] == [(check.instance.id, check.sheet, cell_name(check.row, check.column)) for check in plan.checks]


def test_marks_tell_of_verdicts_elsewhere(tmp_path: Path) -> None:
    """Of rules about columns, and of soft ones, whose explanation stands elsewhere; in a hidden column."""
    sheet = checked_plan(tmp_path).sheets[1]
    assert (2.0, 48.0, 48.0, 0.0, 0.0, 0.0) == sheet.aside_widths
    assert [
        (1, 9, 33, "hard", ("staff.all.total", "staff.art.total", "staff.music.total")),
        (2, 9, 34, "hard", ("staff.all.young", "staff.art.young", "staff.music.young")),
        (3, 9, 35, "hard", ("staff.all.old", "staff.art.old", "staff.music.old")),
        (4, 9, 36, "soft", ("staff.all.total", "school.seats")),
        (5, 9, 40, "soft", ("school.part",)),
    ] == [astuple(mark) for mark in sheet.marks]


def test_gathered_verdicts() -> None:
    """Beside each row of a roadmap one cell is seen; behind it stand the hidden verdicts of the row."""
    plan = roadmap_plan()
    sheet = next(sheet for sheet in plan.sheets if sheet.name == "План")
    last = sheet.last_column
    assert (2.0, 72.0, 0.0) == sheet.aside_widths[:3]
    assert [row for row, _ in sheet.row_keys] == [cell.row for cell in sheet.gathered]
    assert {last + 2} == {cell.column for cell in sheet.gathered}
    beside = {check.instance.id: (check.row, check.column) for check in plan.checks if check.sheet == "План"}
    assert all(column > last + 2 for _, column in beside.values())
    assert beside == {
        name: (cell.row, beside[name][1])
        for cell in sheet.gathered
        for name in cell.instances
        if cell.first <= beside[name][1] <= cell.last
    }


def test_needs_have_hidden_cells_in_their_rows(tmp_path: Path) -> None:
    """An answer that another makes necessary is watched in its own row, right of everything."""
    sheet = checked_plan(tmp_path).sheets[1]
    assert [(14, 10, "school.seats")] == [(need.row, need.column, need.condition.item) for need in sheet.needs]


def test_form_without_rules_has_no_check_sheet(tmp_path: Path) -> None:
    """Nothing is added to a form that has no rules."""
    plan = plan_of(tmp_path)
    assert ((), None, ["Титул", "Лист"]) == (plan.checks, plan.check_sheet, [sheet.name for sheet in plan.sheets])


def test_hard_rules_alone_have_a_check_sheet_without_explanations(tmp_path: Path) -> None:
    """Nothing is to be explained, but what fails is still listed."""
    plan = checked_plan(tmp_path, rules=RULES.split("  - {rule: full")[0])
    assert ("check", (), ()) == (plan.sheets[-1].section, plan.sheets[-1].answers, plan.sheets[-1].row_keys)
    assert plan.check_sheet is not None
    assert () == plan.check_sheet.questions


@EVERY_FORM
def test_no_two_verdicts_share_a_cell(path: Path) -> None:
    """Each stands alone, right of what is printed and without a key, or in the register."""
    plan = build_plan(load_form(path))
    places = [(check.sheet, check.row, check.column) for check in plan.checks]
    assert len(places) == len(set(places)) == len({check.line for check in plan.checks})
    sheets = {sheet.name: sheet for sheet in plan.sheets}
    last = {name: max(column for column, _ in sheet.column_keys) for name, sheet in sheets.items()}
    misplaced = [
        check.instance.id
        for check in plan.checks
        if check.row != check.line and not last[check.sheet] < sheets[check.sheet].last_column + 1 < check.column
    ]
    assert [] == misplaced
    taken = [(sheet.name, row, column) for sheet in plan.sheets for row, column in _hidden(sheet)]
    assert set() == set(places) & set(taken)
    assert len(taken) == len(set(taken))


def _hidden(sheet: SheetPlan) -> list[tuple[int, int]]:
    marks = [(mark.row, mark.column) for mark in sheet.marks]
    needs = [(need.row, need.column) for need in sheet.needs]
    return marks + needs + [(run.row, run.column) for run in sheet.number_runs]
