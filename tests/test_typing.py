"""What LibreOffice lets a person type into a generated form: locked cells refuse, answer cells judge by their type."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.all_forms import FORMS, issue, plan_named
from tests.effort import LARGEST_FORM, sampled
from tests.office.libreoffice import Entry, LibreOffice, Outcome, Typed
from xlforms.definitions.item_types import ITEM_TYPES
from xlforms.definitions.items import Item
from xlforms.layout.place import cell_name
from xlforms.layout.plan import AnswerCell, Plan, SheetPlan

pytestmark = pytest.mark.office

TYPED = list(dict.fromkeys([LARGEST_FORM, FORMS[-1], *sampled(FORMS, 3)]))
"""Roadmaps are laid out alike: some of them stand for all, unless everything is asked for."""


@pytest.mark.parametrize("name", TYPED)
def test_only_answer_cells_are_unlocked(name: str, office: LibreOffice, tmp_path: Path) -> None:
    """Every sheet is protected; every answer cell of the plan is unlocked, every other cell that it knows is locked."""
    plan, form = issue(name, tmp_path)
    assert {sheet.name for sheet in plan.sheets} <= set(office.protection(form))
    assert {True} == set(office.protection(form).values())
    expected = {sheet.name: locked_and_not(sheet) for sheet in plan.sheets}
    assert expected == office.locked(form, {sheet: list(cells) for sheet, cells in expected.items()})


@pytest.mark.parametrize("name", TYPED)
def test_locked_cells_refuse(name: str, office: LibreOffice, tmp_path: Path) -> None:
    """Typing into a text of each role, a computed cell, a counter, an anchor or beyond the form changes nothing."""
    plan, form = issue(name, tmp_path)
    sample = [(sheet.name, cell) for sheet in plan.sheets for cell in (*sample_of_locked(sheet), *beyond(sheet))]
    before = office.read(form, {name: [cell for sheet, cell in sample if sheet == name] for name, _ in sample})
    outcomes = office.type_in(form, [Entry(sheet, cell, Typed("7")) for sheet, cell in sample])
    assert [Outcome("refused-locked", before[sheet][cell]) for sheet, cell in sample] == outcomes


@pytest.mark.parametrize("name", TYPED)
def test_valid_answers_are_accepted(name: str, office: LibreOffice, tmp_path: Path) -> None:
    """The first item of each type takes its least, greatest and longest answers and every choice, as a person types."""
    plan, form = issue(name, tmp_path)
    attempts = [(place, cell, text) for place, cell in sample_of_types(plan) for text in valid_texts(cell.item)]
    outcomes = office.type_in(form, [entry(*attempt) for attempt in attempts])
    expected = [(cell.item.name, text, "accepted", "") for _, cell, text in attempts]
    assert expected == [
        (cell.item.name, text, outcome.verdict, outcome.message)
        for (_, cell, text), outcome in zip(attempts, outcomes, strict=True)
    ]


@pytest.mark.parametrize("name", TYPED)
def test_invalid_answers_are_refused(name: str, office: LibreOffice, tmp_path: Path) -> None:
    """The first item of each type refuses what is not of its type, out of its range or too long, and says why."""
    plan, form = issue(name, tmp_path)
    attempts = [(place, cell, text) for place, cell in sample_of_types(plan) for text in invalid_texts(cell.item)]
    outcomes = office.type_in(form, [entry(*attempt) for attempt in attempts])
    expected = [(cell.item.name, text, "refused-validation", None, True) for _, cell, text in attempts]
    assert expected == [
        (cell.item.name, text, outcome.verdict, outcome.value, bool(outcome.message))
        for (_, cell, text), outcome in zip(attempts, outcomes, strict=True)
    ]


def test_every_type_is_sampled() -> None:
    """The tests above visit every type of item, and each type that can refuse has something to refuse."""
    found = {cell.item.type: cell.item for name in TYPED for _, cell in sample_of_types(plan_named(name))}
    assert set(ITEM_TYPES) == set(found)
    assert {"email"} == {name for name, item in found.items() if not invalid_texts(item)}


@pytest.mark.parametrize("name", TYPED)
def test_doubtful_email_is_questioned(name: str, office: LibreOffice, tmp_path: Path) -> None:
    """An address without «@» is let in after a warning in plain words: some schools have none."""
    plan, form = issue(name, tmp_path)
    emails = [(sheet, cell) for sheet, cell in sample_of_types(plan) if cell.item.type == "email"]
    (outcome,) = office.type_in(form, [entry(sheet, cell, "нет почты") for sheet, cell in emails])
    assert ("accepted", "нет почты") == (outcome.verdict, outcome.value)
    assert "@" in outcome.message


def entry(sheet: str, cell: AnswerCell, text: str) -> Entry:
    """A text to be typed into an answer cell."""
    return Entry(sheet, cell_name(cell.row, cell.column), Typed(text))


def locked_and_not(sheet: SheetPlan) -> dict[str, bool]:
    """Each cell that the plan of a sheet knows: is it to be locked?"""
    closed = {(cell.row, cell.column) for cell in sheet.fixed}
    closed |= {(cell.row, cell.column) for cell in sheet.computed}
    closed |= {(cell.row, cell.column) for cell in sheet.counts}
    closed |= {(0, 0), *((row, 0) for row, _ in sheet.row_keys), *((0, column) for column, _ in sheet.column_keys)}
    answers = {(cell.row, cell.column) for cell in sheet.answers}
    assert set() == closed & answers
    return {cell_name(*cell): cell in closed for cell in sorted(closed | answers)}


def sample_of_locked(sheet: SheetPlan) -> list[str]:
    """One text of each role, the first computed cell and counter, the corner, a row key and a column key."""
    roles = {cell.role: (cell.row, cell.column) for cell in sheet.fixed}
    others = [(cell.row, cell.column) for cell in sheet.computed[:1]]
    others += [(cell.row, cell.column) for cell in sheet.counts[:1]]
    anchors = [(0, 0), *((row, 0) for row, _ in sheet.row_keys[:1]), *((0, at) for at, _ in sheet.column_keys[:1])]
    return [cell_name(*cell) for cell in dict.fromkeys([*roles.values(), *others, *anchors])]


def beyond(sheet: SheetPlan) -> list[str]:
    """Cells that the form does not use: below it and to the right."""
    return [cell_name(sheet.last_row + 3, 3), cell_name(3, sheet.last_column + 3)]


def sample_of_types(plan: Plan) -> list[tuple[str, AnswerCell]]:
    """Sheet and cell of the first item of each type."""
    found: dict[str, tuple[str, AnswerCell]] = {}
    for sheet in plan.sheets:
        for cell in sheet.answers:
            found.setdefault(cell.item.type, (sheet.name, cell))
    return list(found.values())


def valid_texts(item: Item) -> list[str]:
    """What a person may type."""
    if item.choices:
        return list(item.choices)
    if item.nature == "date":
        return [f"{day:%d.%m.%Y}" for day in bounds_of_date(item)]
    if item.type == "percent":
        return ["0%", "100%", "12,5%"]
    if item.nature == "number":
        fraction = [] if item.type in ("integer", "year") else ["0,5"]
        return [str(item.minimum), str(item.maximum), *fraction]
    if item.type == "email":
        return ["school@example.org"]
    return ["Школа", "007", "ы" * (item.max_length or 0)]


def invalid_texts(item: Item) -> list[str]:
    """What a person may not type; an address of mail is only questioned."""
    if item.choices:
        return ["может быть", f"{item.choices[0]} "]
    if item.nature == "date":
        first, last = bounds_of_date(item)
        day = timedelta(days=1)
        return [f"{first - day:%d.%m.%Y}", f"{last + day:%d.%m.%Y}", "летом", "=1"]
    if item.type == "percent":
        return ["101%", "-1%", "треть", "=1"]
    if item.nature == "number":
        fraction = ["2,5"] if item.type in ("integer", "year") else []
        return [str(int(bound) + step) for bound, step in ((item.minimum or 0, -1), (item.maximum or 0, 1))] + [
            *fraction, "семь", "3 чел.", "—", "=1",
        ]  # fmt: skip
    return [] if item.type == "email" else ["ы" * ((item.max_length or 0) + 1)]


def bounds_of_date(item: Item) -> tuple[date, date]:
    """The first and the last day that an item allows."""
    return date.fromisoformat(str(item.minimum)), date.fromisoformat(str(item.maximum))
