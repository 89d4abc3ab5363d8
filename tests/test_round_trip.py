"""Every form goes out, is filled in and comes back: every value equal, every blank blank, in every kind of workbook."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.all_forms import FORMS, issue, plan_named
from tests.effort import EVERYTHING, times
from tests.office.libreoffice import Entry, FileFormat, LibreOffice
from tests.possible_answers import Answer, edge_answers, random_answer, random_answers
from xlforms.definitions.items import Item
from xlforms.errors import IntakeRefusal
from xlforms.intake.raw import CellKind, RawCell, RawWorkbook, serial_of_date
from xlforms.intake.read_submission import prepare, read_submission
from xlforms.intake.read_workbook import read_workbook
from xlforms.layout.place import cell_name
from xlforms.layout.plan import Plan
from xlforms.workbook.write import write_workbook

FORMATS: tuple[FileFormat, ...] = ("xlsx", "ods", "xls")
FILLS_IN_OFFICE = 6 if EVERYTHING else 3
MOMENT = datetime(2020, 6, 5, 12, tzinfo=UTC)


def written(plan: Plan, values: Mapping[str, object]) -> bytes:
    """The workbook of a plan with answers already in it."""
    target = BytesIO()
    write_workbook(plan, target, values=values)
    return target.getvalue()


def answers_in(plan: Plan, raw: RawWorkbook) -> dict[str, Answer]:
    """Every answer in a workbook; nothing had to be repaired, nothing is out of place, nothing cannot be read."""
    submission = read_submission(raw, {(plan.form, plan.version): prepare(plan)})
    assert (submission.repairs, submission.invalid, submission.notes, submission.moved) == ([], {}, [], {})
    pairs = zip(plan.items, submission.values, strict=True)
    return {item.name: value for item, value in pairs if value is not None}


def entries_of(plan: Plan, answers: Mapping[str, Answer]) -> list[Entry]:
    """Answers by item as entries by cell."""
    places = plan.cells()
    return [
        Entry(sheet.name, cell_name(cell.row, cell.column), value)
        for name, value in answers.items()
        for sheet, cell in [places[name]]
    ]


def question(plan: Plan) -> Item:
    """The first item outside the title sheet that takes a number, else the first of all."""
    asked = [cell.item for sheet in plan.sheets[1:] for cell in sheet.answers]
    return next((item for item in asked if item.nature == "number"), asked[0])


def chance_answers(plan: Plan, chance: random.Random) -> dict[str, Answer]:
    """Valid answers to the first question and to some other items."""
    items = chance.sample(plan.items, chance.randint(0, min(30, len(plan.items))))
    return random_answers([question(plan), *items], chance)


@cache
def blank_form(name: str) -> RawWorkbook:
    """A blank form, read."""
    return read_workbook(written(plan_named(name), {}), "blank.xlsx")


def with_answers(plan: Plan, blank: RawWorkbook, answers: Mapping[str, Answer]) -> RawWorkbook:
    """The blank form with answers in the cells of the Plan, as a reader of any kind of workbook gives them."""
    cells = {sheet.name: dict(sheet.cells) for sheet in blank.sheets}
    for name, answer in answers.items():
        sheet, cell = plan.cells()[name]
        cells[sheet.name][cell.row, cell.column] = raw_cell(answer)
    sheets = tuple(replace(sheet, cells=cells[sheet.name]) for sheet in blank.sheets)
    return replace(blank, sheets=sheets)


def raw_cell(answer: Answer) -> RawCell:
    """An answer as the content of a cell."""
    if isinstance(answer, date):
        return CellKind.DATE, serial_of_date(datetime(answer.year, answer.month, answer.day)), False
    return (CellKind.TEXT if isinstance(answer, str) else CellKind.NUMBER), answer, False


def fill_number(plan: Plan, number: int) -> dict[str, Answer]:
    """A whole form filled in: half of the items take their edges in turn, the others are random."""
    chance = random.Random(number)
    answers: dict[str, Answer] = {}
    for place, item in enumerate(plan.items):
        edges = edge_answers(item)
        turn = place // 2 + number
        answers[item.name] = edges[turn % len(edges)] if (place + number) % 2 else random_answer(item, chance)
    return answers


@pytest.mark.parametrize("name", FORMS)
def test_blank_form_has_no_answer(name: str) -> None:
    """A blank form as generated holds nothing in any answer cell and is told to be empty."""
    plan = plan_named(name)
    raw = read_workbook(written(plan, {}), "blank.xlsx")
    assert answered_cells(plan, raw) == []
    with pytest.raises(IntakeRefusal) as refused:
        answers_in(plan, raw)
    assert refused.value.reason == "empty-form"


@pytest.mark.parametrize("name", FORMS)
def test_planned_answers_are_read(name: str) -> None:
    """Any valid answers standing where the Plan puts them are read equal, and no others appear."""
    plan = plan_named(name)

    @settings(max_examples=times(name, 200, 20))
    @given(chance=st.randoms(use_true_random=False))
    def law(chance: random.Random) -> None:
        answers = chance_answers(plan, chance)
        assert answers == answers_in(plan, with_answers(plan, blank_form(name), answers))

    law()


@pytest.mark.parametrize("name", FORMS)
def test_written_answers_are_read(name: str) -> None:
    """Any valid answers written into a workbook are read back equal, and no others appear."""
    plan = plan_named(name)

    @settings(max_examples=times(name, 20, 4))
    @given(chance=st.randoms(use_true_random=False))
    def law(chance: random.Random) -> None:
        answers = chance_answers(plan, chance)
        assert answers == answers_in(plan, read_workbook(written(plan, answers), "filled.xlsx"))

    law()


@pytest.mark.parametrize("name", FORMS)
def test_all_edges_are_read(name: str) -> None:
    """Every edge of every item is written and read back equal, all items filled in at once.

    The rows of a roadmap are alike: there neighbouring rows take the edges in turn, and twice is enough.
    """
    plan = plan_named(name)
    turns = max(len(edge_answers(item)) for item in plan.items)
    for turn in range(times(name, turns, 2)):
        numbered = enumerate(plan.items, start=turn)
        answers = {item.name: edges[place % len(edges)] for place, item in numbered for edges in [edge_answers(item)]}
        assert answers == answers_in(plan, read_workbook(written(plan, answers), "filled.xlsx"))


@pytest.mark.office
@pytest.mark.parametrize(
    ("name", "file_format"),
    [(name, FORMATS[(place + turn) % 3]) for place, name in enumerate(FORMS) for turn in range(times(name, 3, 1))],
)
def test_blank_form_comes_back_blank(name: str, file_format: FileFormat, office: LibreOffice, tmp_path: Path) -> None:
    """A form that LibreOffice opened and saved holds no answer; with one answered item it holds just that one."""
    plan, issued = issue(name, tmp_path)
    office.fill(issued, tmp_path / f"blank.{file_format}", [], file_format, moment=MOMENT)
    raw = returned(tmp_path / f"blank.{file_format}")
    assert answered_cells(plan, raw) == []
    with pytest.raises(IntakeRefusal) as refused:
        answers_in(plan, raw)
    assert refused.value.reason == "empty-form"
    one: dict[str, Answer] = {question(plan).name: edge_answers(question(plan))[1]}
    office.fill(issued, tmp_path / f"one.{file_format}", entries_of(plan, one), file_format, moment=MOMENT)
    assert one == answers_in(plan, returned(tmp_path / f"one.{file_format}"))


@pytest.mark.office
@pytest.mark.parametrize(
    ("name", "number", "file_format"),
    [
        (name, number, FORMATS[(place + number) % 3])
        for place, name in enumerate(FORMS)
        for number in range(times(name, FILLS_IN_OFFICE, 1))
    ],
)
def test_filled_form_comes_back_equal(
    name: str, number: int, file_format: FileFormat, office: LibreOffice, tmp_path: Path
) -> None:
    """A form that LibreOffice filled in whole and saved gives every value as it was entered, in any format."""
    plan, issued = issue(name, tmp_path)
    answers, target = fill_number(plan, number), tmp_path / f"filled.{file_format}"
    office.fill(issued, target, entries_of(plan, answers), file_format, moment=MOMENT)
    assert answers == answers_in(plan, returned(target))


def returned(path: Path) -> RawWorkbook:
    """A workbook on disk as our readers see it."""
    return read_workbook(path.read_bytes(), path.name)


def answered_cells(plan: Plan, raw: RawWorkbook) -> list[str]:
    """The names of items whose planned cell holds anything at all."""
    cells = {sheet.name: sheet.cells for sheet in raw.sheets}
    planned = [(sheet.name, cell) for sheet in plan.sheets for cell in sheet.answers]
    return [cell.item.name for sheet, cell in planned if (cell.row, cell.column) in cells[sheet]]
