"""What a cell accepts, and what it says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.workbook.forms import EVERY_TYPE, NAMESPACE, SCHOOL, bytes_of, opened, plan_of, sheet_part
from xlforms.definitions.load import load_form
from xlforms.definitions.templates import available_forms
from xlforms.errors import GenerationError
from xlforms.layout.build import build_plan
from xlforms.layout.place import cell_name
from xlforms.layout.plan import Plan
from xlforms.workbook.validations import rule_of

EMAIL = '=AND(IFERROR(FIND(".",{cell},FIND("@",{cell})),0)>0,LEN({cell})<=100)'


def _rules(content: bytes) -> dict[tuple[str, str], Any]:
    """Sheet and cell → its rule, as openpyxl reads it."""
    return {
        (sheet.title, f"{column}{row}"): rule
        for sheet in opened(content).worksheets
        for rule in sheet.data_validations.dataValidation
        for area in rule.sqref.ranges
        for row in range(area.min_row, area.max_row + 1)
        for column in [cell_name(0, number - 1)[:-1] for number in range(area.min_col, area.max_col + 1)]
    }


def _rule(plan: Plan, rules: dict[tuple[str, str], Any], item: str) -> Any:
    sheet, cell = plan.cells()[item]
    return rules[sheet.name, cell_name(cell.row, cell.column)]


@pytest.mark.parametrize("path", [source.path for source in available_forms()], ids=lambda path: path.parent.name)
def test_every_answer_of_every_form_has_a_rule(path: Path) -> None:
    """Each answer cell has a rule of its own sheet with two bounds or a list, and no other cell has one."""
    plan = build_plan(load_form(path))
    rules = _rules(bytes_of(plan))
    cells = {(sheet.name, cell_name(cell.row, cell.column)) for sheet in plan.sheets for cell in sheet.answers}
    assert cells == set(rules)
    bare = [place for place, rule in rules.items() if rule.type not in ("list", "custom") and not rule.formula2]
    assert [] == bare


def test_kinds_and_bounds(tmp_path: Path) -> None:
    """Every item type has its kind of rule; two bounds each, dates as fixed serials, lists from the hidden sheet."""
    plan = plan_of(tmp_path)
    rules = _rules(bytes_of(plan))
    names = [item.column for item in plan.items if item.block == "every"]
    found = {}
    for name in names:
        rule = _rule(plan, rules, f"every.{name}")
        found[name] = (rule.type, rule.formula1, rule.formula2, rule.errorStyle)
    mail_sheet, mail = plan.cells()["every.mail"]
    assert mail_sheet.name == "Лист"
    assert {
        "count": ("whole", "0", "500", None),
        "area": ("decimal", "0", "900", None),
        "part": ("decimal", "0", "1", None),
        "cost": ("decimal", "0", "1000000000000", None),
        "year": ("whole", "1800", "2025", None),
        "day": ("date", "43831", "47848", None),
        "name": ("textLength", "0", "50", None),
        "story": ("textLength", "0", "2000", None),
        "level": ("list", "'_lists'!$A$2:$A$3", None, None),
        "canteen": ("list", "'_lists'!$B$2:$B$3", None, None),
        "mail": ("custom", EMAIL.format(cell=cell_name(mail.row, mail.column))[1:], None, "warning"),
        "phone": ("textLength", "0", "60", None),
    } == found


def test_lists_stand_on_the_hidden_sheet(tmp_path: Path) -> None:
    """Each list once, in its column, with its commas; the rule points at exactly its entries."""
    sheet = opened(bytes_of(plan_of(tmp_path)))["_lists"]
    columns = [[cell.value for cell in column] for column in sheet.iter_cols()]
    assert [["list1", "начальный, малый", "базовый"], ["list2", "да", "нет"]] == columns


def test_blank_is_always_allowed(tmp_path: Path) -> None:
    """A school may clear what it typed, and comes back to a cell later."""
    validations = sheet_part(bytes_of(plan_of(tmp_path)), 2).findall(".//s:dataValidation", NAMESPACE)
    assert {"1"} == {rule.get("allowBlank") for rule in validations}


def test_words_beside_a_cell(tmp_path: Path) -> None:
    """Prompt and refusal say in Russian what is expected and what to do."""
    plan = plan_of(tmp_path)
    rules = _rules(bytes_of(plan))
    count, day = _rule(plan, rules, "every.count"), _rule(plan, rules, "every.day")
    assert (
        "Целое число",
        "Целое число от 0 до 500. Если нет – поставьте 0. Обязательный ответ.",
        "Ответ не подходит",
        "Введите целое число от 0 до 500: только цифры, без слов и единиц измерения.",
    ) == (count.promptTitle, count.prompt, count.errorTitle, count.error)
    assert "Дата в виде 15.10.2025, от 01.01.2020 до 31.12.2030." == day.prompt


def test_tables_prompt_in_their_first_column_only(tmp_path: Path) -> None:
    """A prompt covers neighbouring cells, so a dense table has it once a row."""
    plan = plan_of(tmp_path)
    rules = _rules(bytes_of(plan))
    prompts = {name: bool(_rule(plan, rules, f"rooms.main.{name}").prompt) for name in ("total", "ready", "note")}
    assert {"total": True, "ready": False, "note": False} == prompts


def test_cells_with_the_same_rule_share_it(tmp_path: Path) -> None:
    """Two rows of one column are one rule over two cells."""
    plan = plan_of(tmp_path)
    rules = _rules(bytes_of(plan))
    assert _rule(plan, rules, "rooms.main.total") is _rule(plan, rules, "rooms.annex.total")


def test_locked_identity_has_no_rule(tmp_path: Path) -> None:
    """Nobody types into the cells of an addressed form that are given."""
    plan = plan_of(tmp_path)
    cells = {place for place in _rules(bytes_of(plan)) if place not in _rules(bytes_of(plan, SCHOOL))}
    places = plan.cells()
    identity = [places[f"unit.{name}"] for name in ("code", "name", "municipality")]
    assert {(sheet.name, cell_name(cell.row, cell.column)) for sheet, cell in identity} == cells


def test_too_long_prompt_stops_generation(tmp_path: Path) -> None:
    """Excel would drop the whole rule; a definition is refused before, and the writer refuses on its own too."""
    plan = plan_of(tmp_path, EVERY_TYPE)
    sheet, cell = plan.cells()["every.area"]
    long = replace(cell, item=replace(cell.item, help="слово " * 45))
    with pytest.raises(GenerationError) as caught:
        rule_of(long, sheet.name, {})
    parameters = caught.value.parameters
    assert ("workbook-prompt-long", "every.area", "Лист", 255) == (
        caught.value.code,
        parameters["item"],
        parameters["sheet"],
        parameters["limit"],
    )
