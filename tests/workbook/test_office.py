"""The form in LibreOffice: locked cells refuse, answer cells take what is valid and refuse what is not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.office.libreoffice import Entry, LibreOffice, Outcome, Typed
from tests.workbook.forms import FILLED, SCHOOL, opened, plan_of
from xlforms.layout.place import cell_name
from xlforms.layout.plan import Plan
from xlforms.workbook.write import write_workbook

pytestmark = pytest.mark.office

# 15 and 16 October 2025 as serial numbers.
VALID: dict[str, list[tuple[str, float | str]]] = {
    "every.count": [("500", 500.0), ("007", 7.0)],
    "every.area": [("54,5", 54.5)],
    "every.part": [("30%", 0.3), ("0,25", 0.25)],
    "every.cost": [("1234,56", 1234.56)],
    "every.year": [("1999", 1999.0)],
    "every.day": [("15.10.2025", 45945.0), ("2025-10-16", 45946.0)],
    "every.name": [("нет", "нет"), ("+7914", "+7914")],
    "every.story": [("- нет проблем", "- нет проблем")],
    "every.level": [("начальный, малый", "начальный, малый")],
    "every.canteen": [("да", "да")],
    "every.mail": [("school@example.org", "school@example.org")],
    "every.phone": [("007 (35300) 1-11-11", "007 (35300) 1-11-11")],
    "rooms.annex.ready": [("0", 0.0)],
}
INVALID = {
    "every.count": ["501", "-1", "12,5", "три", "3 чел.", "1 200"],
    "every.area": ["900,1", "12 кв. м"],
    "every.part": ["130%", "половина"],
    "every.cost": ["-1"],
    "every.year": ["99", "2026"],
    "every.day": ["31.12.2019", "вчера", "15.10"],
    "every.name": ["я" * 51, "=нет"],
    "every.level": ["средний", "начальный"],
    "every.canteen": ["может быть"],
    "rooms.main.total": ["51"],
}


def _entry(plan: Plan, item: str, text: str) -> Entry:
    sheet, cell = plan.cells()[item]
    return Entry(sheet.name, cell_name(cell.row, cell.column), Typed(text))


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    """The form with every item type."""
    return plan_of(tmp_path)


@pytest.fixture
def addressed(plan: Plan, tmp_path: Path) -> Path:
    """Its workbook for a school."""
    path = tmp_path / "form.xlsx"
    write_workbook(plan, path, unit=SCHOOL)
    return path


def test_valid_answers_are_taken(office: LibreOffice, plan: Plan, addressed: Path) -> None:
    """What a school types in a Russian LibreOffice becomes the value that was meant."""
    typed = [(item, text, value) for item, pairs in VALID.items() for text, value in pairs]
    outcomes = office.type_in(addressed, [_entry(plan, item, text) for item, text, _ in typed])
    assert [(item, Outcome("accepted", value)) for item, _, value in typed] == [
        (item, outcome) for (item, _, _), outcome in zip(typed, outcomes, strict=True)
    ]


def test_invalid_answers_are_refused_in_words(office: LibreOffice, plan: Plan, addressed: Path) -> None:
    """The cell stays blank, and the person reads what to do."""
    typed = [(item, text) for item, texts in INVALID.items() for text in texts]
    outcomes = office.type_in(addressed, [_entry(plan, item, text) for item, text in typed])
    expected = [("refused-validation", None, "Ответ не подходит")] * len(typed)
    assert expected == [(outcome.verdict, outcome.value, outcome.title) for outcome in outcomes]
    assert "Введите целое число от 0 до 500: только цифры, без слов и единиц измерения." == outcomes[0].message


def test_doubtful_address_is_questioned(office: LibreOffice, plan: Plan, addressed: Path) -> None:
    """An e-mail address without a point may stay, after a warning."""
    (outcome,) = office.type_in(addressed, [_entry(plan, "every.mail", "школа@почта")])
    message = "Это не похоже на адрес электронной почты. Нужен один адрес вида school@example.org."
    assert Outcome("accepted", "школа@почта", "Ответ не подходит", message) == outcome


def test_locked_cells_refuse(office: LibreOffice, plan: Plan, addressed: Path) -> None:
    """Texts, anchors, counters, computed cells and the given identity keep what they hold."""
    title, section = plan.sheets
    texts = [(sheet.name, cell_name(cell.row, cell.column)) for sheet in plan.sheets for cell in sheet.fixed]
    counts = [(title.name, cell_name(count.row, count.column)) for count in title.counts]
    computed = [(section.name, cell_name(cell.row, cell.column)) for cell in section.computed]
    identity = [_entry(plan, f"unit.{name}", "x") for name in ("code", "name", "municipality")]
    others = [(sheet.name, "A1") for sheet in plan.sheets] + [(section.name, "Z3"), (title.name, "B90")]
    attempts = [Entry(sheet, cell, Typed("1")) for sheet, cell in [*texts, *counts, *computed, *others]] + identity
    outcomes = office.type_in(addressed, attempts)
    assert [] == [
        entry for entry, outcome in zip(attempts, outcomes, strict=True) if outcome.verdict != "refused-locked"
    ]


def test_stored_values_are_what_libreoffice_computes(office: LibreOffice, plan: Plan, tmp_path: Path) -> None:
    """Counters and computed cells, in a blank, an addressed and a filled workbook."""
    values = FILLED | {"every.day": date(2025, 10, 15), "rooms.main.ready": 6, "contact.person": "А"}
    for number, (unit, given) in enumerate([(None, {}), (SCHOOL, {}), (SCHOOL, values)]):
        path = tmp_path / f"{number}.xlsx"
        write_workbook(plan, path, unit=unit, values=given)
        cells = {
            sheet.name: [cell_name(count.row, count.column) for count in sheet.counts]
            + [cell_name(cell.row, cell.column) for cell in sheet.computed]
            for sheet in plan.sheets
        }
        book = opened(path.read_bytes(), values=True)
        stored = {name: {cell: book[name][cell].value for cell in places} for name, places in cells.items()}
        assert stored == office.read(path, cells)
