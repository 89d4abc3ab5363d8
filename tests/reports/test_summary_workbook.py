"""summary.xlsx as a whole: its sheets, its bytes, texts from outside, and the laws of its numbers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.reports.made_up import made_up_units, returned, small_form, submission, summary_of
from tests.reports.read_back import block_rows, opened, rows_of, written
from xlforms.errors import OutputError
from xlforms.intake.values import Value
from xlforms.reports.summary_workbook import write_summary

SHEETS = ["Обзор", "Свод Кадры", "Свод Здание", "По школам", "Кто не сдал", "Замечания", "Правила", "Откуда цифры",
          "Что изменено"]  # fmt: skip
HOSTILE = ["=1+1", "+7914", "@SUM(A1)", "https://example.org", "internal:A1", "<r>x</r>", "<b>&</b>", "007", "'a"]


def test_sheets() -> None:
    """The sheets are there in the order in which they are read."""
    received = [returned(submission(small_form(), "001", {"staff.russian.total": 5}))]
    assert SHEETS == opened(summary_of(received, made_up_units(2, 1))).sheetnames


def test_nothing_received() -> None:
    """A round in which nothing came yet has no totals but says who is missing."""
    book = opened(summary_of([], made_up_units(2, 1)))
    assert ["Обзор", "Кто не сдал", "Замечания", "Правила", "Откуда цифры", "Что изменено"] == book.sheetnames
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


ANSWERS = st.fixed_dictionaries({}, optional={
    "staff.russian.total": st.integers(0, 600),  # over 500 is out of range and must not be counted
    "staff.mathematics.total": st.integers(0, 500),
    "building.area": st.decimals(0, 1000, places=2).map(float),
})  # fmt: skip


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(st.none(), ANSWERS), min_size=1, max_size=6))
def test_sums_agree(rounds: list[Mapping[str, Value] | None]) -> None:
    """Of every summed item the region is the sum of the municipalities and of the black answers of «По школам»."""
    units = made_up_units(len(rounds), 2)
    received = [
        returned(submission(small_form(), unit.unit, answers))
        for unit, answers in zip(units, rounds, strict=True)
        if answers is not None
    ]
    if not received:
        return
    book = opened(summary_of(received, units))
    for sheet, label, name in (
        ("Свод Кадры", "русского языка", "staff.russian.total"),
        ("Свод Кадры", "математики", "staff.mathematics.total"),
        ("Свод Здание", "площадь, кв. м", "building.area"),
    ):
        places = ["Регион", *units.municipalities]
        region, *parts = [_total(book[sheet], place, label) for place in places]
        assert round(region, 6) == round(sum(parts), 6)
        assert round(region, 6) == round(_counted(book["По школам"], name), 6)


def _total(worksheet: object, heading: str, label: str) -> float:
    values = [row[2] for row in block_rows(worksheet, heading) if row[1] == label]
    assert 1 == len(values)
    return float(values[0]) if isinstance(values[0], int | float) else 0.0


def _counted(worksheet: object, name: str) -> float:
    """The sum of a column of «По школам» without the answers marked red."""
    machine = [cell.value for cell in worksheet[7]]  # type: ignore[index]  # openpyxl is not typed
    cells = [row[machine.index(name)] for row in worksheet.iter_rows(min_row=8)]  # type: ignore[attr-defined]
    return float(sum(cell.value for cell in cells if cell.value is not None and cell.font.color.rgb != "FFB42318"))


def test_no_date_of_today() -> None:
    """The file is dated by the round, never by the clock."""
    summary = summary_of([], made_up_units(1, 1), as_of=date(2020, 6, 8))
    assert opened(summary).properties.created.date() == date(2020, 6, 8)
