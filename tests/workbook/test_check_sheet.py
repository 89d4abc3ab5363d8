"""The sheet «Проверка» of a written workbook: counters, the packed list, questions, the register."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.workbook.checked_form import BLOCKS, checked_plan
from tests.workbook.forms import bytes_of, opened
from tests.workbook.roadmap_form import roadmap_plan
from xlforms.layout.limits import SMALL_POINTS
from xlforms.layout.place import cell_name
from xlforms.layout.text_size import line_count
from xlforms.workbook.check_sheet import link_text

WRONG: dict[str, object] = {"staff.all.total": 6, "staff.all.young": 5, "school.part": 0.95, "school.seats": 0}
EXPLAINED = {"explanations.full.text": "две смены"}


def _rows(sheet: Any, first: int, last: int) -> list[tuple[object, ...]]:
    return [tuple(sheet.cell(row + 1, column).value for column in range(2, 6)) for row in range(first, last + 1)]


def test_what_fails_is_packed_at_the_top(tmp_path: Path) -> None:
    """Each failed rule with its place, kind and words; the lines below are empty."""
    plan = checked_plan(tmp_path)
    assert plan.check_sheet is not None
    sheet = opened(bytes_of(plan, values=WRONG), values=True)["Проверка"]
    nothing = ("", "", "", "")
    assert [
        (1, "Лист, D9: все", "ошибка", "✗ По стажу указано 5, а всего 6. Проверьте стаж."),
        (2, "Лист, D16: Столовая полна", "вопрос", "? Занято 95\u00a0%. Объясните."),
        *[nothing] * 8,
    ] == [tuple(value or "" for value in row) for row in _rows(sheet, *plan.check_sheet.lines)]
    assert [1, 1, 0] == [sheet.cell(row + 1, 4).value for _, row in plan.check_sheet.counts]


def test_explained_question_leaves_the_list_and_keeps_its_verdict(tmp_path: Path) -> None:
    """The verdict cell still begins with «?»; the explanation stays in the row of its rule."""
    plan = checked_plan(tmp_path)
    assert plan.check_sheet is not None
    book = opened(bytes_of(plan, values=WRONG | EXPLAINED), values=True)
    sheet = book["Проверка"]
    assert [1, None] == [row[0] for row in _rows(sheet, *plan.check_sheet.lines)[:2]]
    assert [1, 0, 1] == [sheet.cell(row + 1, 4).value for _, row in plan.check_sheet.counts]
    assert "? Занято 95\u00a0%. Объясните." == book["Лист"]["H16"].value
    assert ("? Занято 95\u00a0%. Объясните.", "две смены") == (sheet["E28"].value, sheet["F28"].value)


def test_list_finds_the_nth_failure_by_functions_that_every_suite_has(tmp_path: Path) -> None:
    """INDEX, MATCH, HYPERLINK over the register; nothing newer than Excel 2010."""
    sheet = opened(bytes_of(checked_plan(tmp_path)))["Проверка"]
    assert "=IFERROR(MATCH(1,$I$33:$I$42,0),0)" == sheet["H13"].value
    assert '=IF(H13=0,"",HYPERLINK(INDEX($J$33:$J$42,H13),INDEX($C$33:$C$42,H13)))' == sheet["C13"].value
    assert '=IF(H13=0,"",INDEX($E$33:$E$42,H13))' == sheet["E13"].value
    assert ("#'Лист'!D9", '=HYPERLINK(J33,"Лист, D9: все")') == (sheet["J33"].value, sheet["C33"].value)


def test_register_repeats_the_verdicts_beside_rows(tmp_path: Path) -> None:
    """Its state is 1 for an error, 2 for a question, 3 for an explained one."""
    sheet = opened(bytes_of(checked_plan(tmp_path)))["Проверка"]
    assert "='Лист'!$H$9" == sheet["E33"].value
    assert '=IF(LEFT(E33,1)="✗",1,0)' == sheet["H33"].value
    assert '=IF(LEFT(E41,1)="?",IF(TRIM(F28)="",2,3),0)' == sheet["H41"].value
    assert ("=IF(OR(H33=1,H33=2),1,0)", "=I33+IF(OR(H34=1,H34=2),1,0)") == (sheet["I33"].value, sheet["I34"].value)


def test_nothing_fails(tmp_path: Path) -> None:
    """A blank form says that there are no errors, and not that it is ready: nothing is filled in yet."""
    plan = checked_plan(tmp_path)
    assert plan.check_sheet is not None
    sheet = opened(bytes_of(plan), values=True)["Проверка"]
    assert "Ошибок и вопросов нет." == sheet.cell(plan.check_sheet.more + 1, 3).value
    assert "Форма не готова к отправке. Не заполнено обязательных ячеек: 6." == sheet["B9"].value


def test_more_than_the_list_holds(tmp_path: Path) -> None:
    """The rest is counted, and moves up as the first ones are corrected."""
    rows = ", ".join(f"{{row: r{n}, title: строка {n}}}" for n in range(12))
    blocks = BLOCKS.replace("rows: [", f"rows: [{rows}, ", 1)
    plan = checked_plan(tmp_path, blocks)
    assert plan.check_sheet is not None
    values = {f"staff.r{n}.{column}": number for n in range(12) for column, number in (("total", 6), ("young", 5))}
    sheet = opened(bytes_of(plan, values=values), values=True)["Проверка"]
    text = "Показаны первые 10, всего 12. Остальные поднимутся сюда, когда вы исправите эти."
    assert text == sheet.cell(plan.check_sheet.more + 1, 3).value


def test_title_sheet_counts_what_fails(tmp_path: Path) -> None:
    """Errors, questions and answers that others make necessary stand beside what is filled in."""
    plan = checked_plan(tmp_path)
    values = WRONG | {"school.canteen": "да", "school.seats": None}
    book = opened(bytes_of(plan, values=values), values=True)
    counts = {count.count: book["Титул"].cell(count.row + 1, count.column + 1).value for count in plan.sheets[0].counts}
    assert (1, 1, 1) == (counts["needed"], counts["errors"], counts["questions"])
    state = "Форма не готова к отправке. Не заполнено обязательных ячеек: 7. Ошибок: 1. Вопросов без пояснения: 1."
    assert state == counts["state"]


def test_links_take_two_lines() -> None:
    """A measure of many words is cut between them, so that the cell shows the link whole."""
    plan = roadmap_plan()
    assert plan.check_sheet is not None
    check = next(check for check in plan.checks if check.instance.anchor == "plan.m1.date_done")
    place, pixels = f"План, {_cell('plan.m1.date_done')}: ", 250.0
    assert f"{place}1.1. Провести семинар" == link_text(check, plan.cells(), pixels)
    long = replace(check, instance=replace(check.instance, title="Провести " + "совещание " * 20))
    found = link_text(long, plan.cells(), pixels)
    assert found.startswith(f"{place}Провести совещание")
    assert found.endswith("совещание …")
    assert 2 == line_count(found, pixels, SMALL_POINTS, indent=1)


def _cell(item: str) -> str:
    _, cell = roadmap_plan().cells()[item]
    return cell_name(cell.row, cell.column)
