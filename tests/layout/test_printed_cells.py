"""Texts that a form prints beside answers."""

from __future__ import annotations

from tests.workbook.roadmap_form import sheet_named
from xlforms.layout.plan import PrintedCell


def test_printed_cells_know_their_keys_and_answers() -> None:
    """Row and column with their keys, what a person reads, the answers of the row; a unit of measure decides."""
    cells = {(cell.row_key, cell.column_key): cell for cell in sheet_named("План").printed}
    deadline = cells["plan.m1", "v1"]
    columns = ("status", "date_done", "result", "evidence", "reason", "note")
    assert (
        PrintedCell(
            deadline.row,
            3,
            "plan.m1",
            "v1",
            "15.10.2020",
            ("1.1. Провести семинар", "Срок"),
            tuple(f"plan.m1.{column}" for column in columns),
            decides=False,
        )
        == deadline
    )
    (unit, count) = sheet_named("Показатели").printed
    assert [("aims.trained", "%", True), ("aims.poor", "шк.", True)] == [
        (cell.row_key, cell.text, cell.decides) for cell in (unit, count)
    ]
    assert ("aims.trained.target_1", "aims.trained.fact_1") == unit.items


def test_blank_texts_are_printed_too() -> None:
    """Where the plan says nothing the cell is blank and locked, never «X»; a column that never does is gone."""
    sheet = sheet_named("План")
    assert {("v1", "v2")} == {
        tuple(cell.column_key for cell in sheet.printed if cell.row_key == key) for _, key in sheet.row_keys
    }
    assert [""] == [cell.text for cell in sheet.printed if cell.row_key == "plan.m4_1" and cell.column_key == "v2"]
    assert [] == [cell for cell in sheet.fixed if cell.role == "closed"]


def test_looks() -> None:
    """A card prints in the size of answers, a unit of measure is centred, a plan is small."""
    roles = {
        (cell.text, cell.role)
        for name in ("Паспорт", "Показатели", "План")
        for cell in sheet_named(name).fixed
        if cell.role.startswith("printed") and cell.text in ("2020-2021 учебный год", "%", "15.10.2020")
    }
    assert {("2020-2021 учебный год", "printed_answer"), ("%", "printed_unit"), ("15.10.2020", "printed")} == roles


def test_printed_field_has_row_and_label_but_no_answer() -> None:
    """The row keeps its code and key, so that the field can become a question in another version."""
    sheet = sheet_named("Паспорт")
    assert ["passport.term", "passport.goal"] == [key for _, key in sheet.row_keys]
    assert ["passport.goal"] == [cell.item.name for cell in sheet.answers]


def test_captions_are_not_indented_below_parts() -> None:
    """Parts and numbers of several measures are headings; only measures of one number are indented."""
    found = [
        (cell.role, cell.text, cell.level)
        for cell in sorted(sheet_named("План").fixed, key=lambda cell: cell.row)
        if cell.role in ("heading", "subheading", "label")
    ]
    assert [
        ("heading", "1. Кадры", 0),
        ("label", "1.1. Провести семинар", 0),
        ("label", "Собрать отчёты", 0),
        ("label", "Издать сборник", 0),
        ("subheading", "Мониторинг:", 0),
        ("label", "программ", 1),
        ("label", "успеваемости", 1),
        ("heading", "2. Школы", 0),
        ("label", "Собрать отчёты", 0),
        ("label", "Издать сборник", 0),
    ] == found


def test_prompts() -> None:
    """Of a measure the status, what has help, and the date; of indicators every number, because of its unit."""
    prompted = {cell.item.column for cell in sheet_named("План").answers if cell.prompted}
    assert {"status", "date_done", "evidence", "reason"} == prompted
    assert {"target_1", "fact_1"} == {cell.item.column for cell in sheet_named("Показатели").answers if cell.prompted}
