"""Verdicts as LibreOffice shows them while a form is filled in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.office.libreoffice import Entry, LibreOffice
from tests.workbook.checked_form import checked_plan
from tests.workbook.forms import opened
from xlforms.layout.place import cell_name
from xlforms.layout.plan import Plan
from xlforms.workbook.write import write_workbook

pytestmark = pytest.mark.office

WRONG: dict[str, object] = {
    "staff.all.total": 100, "staff.all.young": 5.25, "staff.art.total": "много", "staff.music.total": 4,
    "school.canteen": "нет", "school.seats": 8, "school.part": 0.955, "school.opened": date(2020, 6, 5),
    "school.repaired": date(1999, 12, 31), "explanations.load.text": "две смены",
}  # fmt: skip


def _entries(plan: Plan, values: dict[str, int | float | str]) -> list[Entry]:
    cells = plan.cells()
    return [
        Entry(sheet.name, cell_name(cell.row, cell.column), value)
        for name, value in values.items()
        for sheet, cell in [cells[name]]
    ]


@pytest.mark.parametrize("values", [{}, WRONG], ids=["blank", "wrong"])
def test_stored_values_are_what_libreoffice_computes(
    office: LibreOffice, tmp_path: Path, values: dict[str, object]
) -> None:
    """Every formula of every sheet: verdicts with their numbers, the list, states, marks, counters."""
    path = tmp_path / "form.xlsx"
    write_workbook(checked_plan(tmp_path), path, values=values)
    formulas, stored, computed = opened(path.read_bytes()), opened(path.read_bytes(), values=True), office.read(path)
    differences = [
        (sheet.title, cell.coordinate, mine, computed[sheet.title].get(cell.coordinate))
        for sheet in formulas.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and cell.value.startswith("=")
        for mine in [stored[sheet.title][cell.coordinate].value or None]
        if mine != (computed[sheet.title].get(cell.coordinate) or None)
    ]
    assert [] == differences


def test_a_school_sees_its_mistakes_and_mends_them(office: LibreOffice, tmp_path: Path) -> None:
    """Typed into the blank form: the verdict beside the row, the list and the title follow; an explanation is enough
    for a question and stays where it was typed when the list moves."""
    plan = checked_plan(tmp_path)
    blank, wrong, mended = (tmp_path / f"{name}.xlsx" for name in ("blank", "wrong", "mended"))
    write_workbook(plan, blank)
    mistakes = _entries(plan, {"staff.all.total": 6, "staff.all.young": 5, "school.part": 0.95})
    office.fill(blank, wrong, mistakes, "xlsx")
    shown = opened(wrong.read_bytes(), values=True)
    assert "✗ По стажу указано 5, а всего 6. Проверьте стаж." == shown["Лист"]["H9"].value
    assert ["Лист, D9: все", "Лист, D16: Столовая полна"] == [shown["Проверка"][cell].value for cell in ("C13", "C14")]
    assert "Ошибок: 1. Вопросов без пояснения: 1." in shown["Проверка"]["B9"].value
    entries = _entries(plan, {"staff.all.old": 1, "explanations.full.text": "две смены"})
    office.fill(wrong, mended, entries, "xlsx")
    shown = opened(mended.read_bytes(), values=True)
    assert ("✓", "Ошибок и вопросов нет.") == (shown["Лист"]["H9"].value, shown["Проверка"]["C23"].value)
    assert "две смены" == shown["Проверка"]["F28"].value
    assert "Форма не готова к отправке. Не заполнено обязательных ячеек: 6." == shown["Проверка"]["B9"].value
