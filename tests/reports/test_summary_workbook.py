"""summary.xlsx as a whole: its sheets, its bytes, texts from outside, its tables."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.reports.made_up import made_up_units, returned, small_form, submission, summary_of
from tests.reports.read_back import opened, rows_of, written
from xlforms.errors import OutputError
from xlforms.reports.summary_workbook import write_summary

SHEETS = ["Обзор", "Свод Кадры", "Свод Здание", "По школам", "Кто не сдал", "Замечания", "Замечания по видам",
          "Правила", "Откуда цифры", "Что изменено"]  # fmt: skip
HOSTILE = ["=1+1", "+7914", "@SUM(A1)", "https://example.org", "internal:A1", "<r>x</r>", "<b>&</b>", "007", "'a"]


def test_sheets() -> None:
    """The sheets are there in the order in which they are read."""
    received = [returned(submission(small_form(), "001", {"staff.russian.total": 5}))]
    assert SHEETS == opened(summary_of(received, made_up_units(2, 1))).sheetnames


def test_nothing_received() -> None:
    """A round in which nothing came yet has no totals but says who is missing."""
    book = opened(summary_of([], made_up_units(2, 1)))
    assert ["Обзор", *SHEETS[4:]] == book.sheetnames
    assert ["001", "002"] == [row[0] for row in rows_of(book["Кто не сдал"], 4)]


def test_same_bytes() -> None:
    """The same summary gives the same bytes."""
    units = made_up_units(3, 2)
    received = [returned(submission(small_form(), unit.unit, {"staff.russian.total": 5})) for unit in units]
    assert written(summary_of(received, units)) == written(summary_of(received, units))


def test_unsaved(tmp_path: Path) -> None:
    """A file that cannot be saved is an error of ours, with the path in its message."""
    target = tmp_path / "no such folder" / "summary.xlsx"
    with pytest.raises(OutputError) as stopped:
        write_summary(summary_of([], made_up_units(1, 1)), target)
    assert str(target) == stopped.value.parameters["path"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text(text: str) -> None:
    """A text from a school stays that text in a cell: no formula, no link, no number, no markup."""
    received = [returned(submission(small_form(), "001", {"building.lacks": text, "staff.russian.total": 1}))]
    worksheet = opened(summary_of(received, made_up_units(1, 1)))["По школам"]
    machine = [cell.value for cell in worksheet[7]]
    cell = worksheet.cell(8, machine.index("building.lacks") + 1)
    assert (text, "s", None) == (str(cell.value).rstrip(" "), cell.data_type, cell.hyperlink)


def test_personal_answers_stay_away() -> None:
    """A personal answer is nowhere in the file, not even where it was repaired."""
    answers = submission(
        small_form(), "001", {"building.head": "Тайный", "staff.russian.total": 1},
        repairs={"building.head": ("text-tidied", " Тайный ")},
    )  # fmt: skip
    book = opened(summary_of([returned(answers)], made_up_units(1, 1)))
    texts = [str(value) for worksheet in book for row in rows_of(worksheet) for value in row if value is not None]
    assert [] == [text for text in texts if "Тайный" in text]


def test_no_date_of_today() -> None:
    """The file is dated by the round, never by the clock."""
    summary = summary_of([], made_up_units(1, 1), as_of=date(2020, 6, 8))
    assert opened(summary).properties.created.date() == date(2020, 6, 8)


def test_tables() -> None:
    """Lists are tables as Excel wants them: headings are different texts in the first row, nothing is merged inside,
    names differ."""
    received = [returned(submission(small_form(), "001", {"staff.russian.total": 999, "building.built": 99}))]
    book = opened(summary_of(received, made_up_units(3, 1)))
    names = []
    for worksheet in book:
        for table in worksheet.tables.values():
            names.append(table.displayName)
            first, *rows = worksheet[table.ref]
            headings = [cell.value for cell in first]
            assert headings == [column.name for column in table.tableColumns]
            assert len(headings) == len({heading.casefold() for heading in headings})
            assert {"s"} == {cell.data_type for cell in first}
            assert table.autoFilter.ref == table.ref
            assert rows
            inside = {cell.coordinate for row in (first, *rows) for cell in row}
            assert [] == [str(area) for area in worksheet.merged_cells.ranges if str(area).split(":")[0] in inside]
    assert [
        "т_По_школам", "т_Кто_не_сдал", "т_Замечания", "т_Замечания_по_видам", "т_Откуда_цифры", "т_Что_изменено",
    ] == names  # fmt: skip
