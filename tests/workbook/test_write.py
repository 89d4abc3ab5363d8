"""A whole workbook: its bytes, its values, what it never contains."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.workbook.forms import FILLED, SCHOOL, bytes_of, opened, plan_of
from xlforms.definitions.collection import Collection
from xlforms.errors import GenerationError, OutputError
from xlforms.layout.place import cell_name
from xlforms.workbook.write import write_workbook

ROUND = Collection(collection="spring", title="Весна", issued=date(2025, 9, 1))


def test_same_input_same_bytes(tmp_path: Path) -> None:
    """Two makings of one workbook are equal to the last byte, whoever built the plan."""
    first = bytes_of(plan_of(tmp_path), SCHOOL, ROUND, FILLED)
    assert first == bytes_of(plan_of(tmp_path), SCHOOL, ROUND, FILLED)


def test_values_are_written_as_their_types(tmp_path: Path) -> None:
    """Numbers stay numbers, dates days, texts texts, also those that look like formulas or numbers."""
    plan = plan_of(tmp_path)
    values: dict[str, object] = {
        "every.count": 4,
        "every.area": 54.125,
        "every.part": 0.255,
        "every.cost": 1234567.89,
        "every.year": 1999,
        "every.day": date(2025, 10, 15),
        "every.name": "=нет",
        "every.story": "+7914\nвторая строка",
        "every.level": "начальный, малый",
        "every.canteen": "да",
        "every.mail": "school@example.org",
        "every.phone": "007",
        "rooms.main.total": "8 каб.",
    }
    book = opened(bytes_of(plan, values=values))
    places = plan.cells()
    read = {
        name: book[sheet.name][cell_name(cell.row, cell.column)].value
        for name, (sheet, cell) in places.items()
        if name in values
    }
    assert values | {"every.day": datetime(2025, 10, 15)} == read


def test_no_answer_is_a_blank_cell(tmp_path: Path) -> None:
    """None and an empty text leave the cell blank and uncounted."""
    plan = plan_of(tmp_path)
    assert bytes_of(plan) == bytes_of(plan, values={"every.count": None, "every.name": ""})


def test_unknown_item_stops_generation(tmp_path: Path) -> None:
    """A value that has no cell is not dropped."""
    with pytest.raises(GenerationError) as caught:
        bytes_of(plan_of(tmp_path), values={"every.cuont": 1})
    assert ("workbook-unknown-item", "every.cuont") == (caught.value.code, caught.value.parameters["item"])


def test_nothing_is_written_by_halves(tmp_path: Path) -> None:
    """A workbook that cannot be made leaves no file."""
    target = tmp_path / "form.xlsx"
    with pytest.raises(GenerationError):
        write_workbook(plan_of(tmp_path), target, values={"every.story": "я" * 40_000})
    assert not target.exists()


def test_unwritable_target_is_an_output_error(tmp_path: Path) -> None:
    """A file that cannot be saved is said by its path."""
    target = tmp_path / "missing" / "form.xlsx"
    with pytest.raises(OutputError) as caught:
        write_workbook(plan_of(tmp_path), target)
    assert ("workbook-not-saved", str(target)) == (caught.value.code, caught.value.parameters["path"])


def test_nothing_that_asks_for_trust(tmp_path: Path) -> None:
    """No macros, no links to other files, no data connections, no comments, no drawings."""
    with ZipFile(BytesIO(bytes_of(plan_of(tmp_path), SCHOOL, ROUND, FILLED))) as package:
        names = package.namelist()
        links = [name for name in names if b'TargetMode="External"' in package.read(name)]
    folders = ("vba", "externalLink", "connection", "comment", "drawing", "queryTable", "activeX")
    assert ([], []) == (links, [name for name in names for folder in folders if folder.lower() in name.lower()])


def test_sheets_in_printed_order(tmp_path: Path) -> None:
    """Title, sections, then the two hidden sheets; the title is the sheet in sight."""
    book = opened(bytes_of(plan_of(tmp_path)))
    assert [("Титул", "visible"), ("Лист", "visible"), ("_lists", "hidden"), ("_xf", "veryHidden")] == [
        (sheet.title, sheet.sheet_state) for sheet in book.worksheets
    ]
    assert "Титул" == book.active.title


def test_date_formats_and_text_formats(tmp_path: Path) -> None:
    """Every answer cell has an explicit number format of its type; General would let «1.5» turn it into a date."""
    plan = plan_of(tmp_path)
    book = opened(bytes_of(plan))
    formats = {
        cell.item.type: book[sheet.name][cell_name(cell.row, cell.column)].number_format
        for sheet in plan.sheets
        for cell in sheet.answers
    }
    assert {
        "text": "@",
        "phone": "@",
        "email": "@",
        "date": "dd.mm.yyyy",
        "integer": "#,##0",
        "decimal": "#,##0.0##",
        "percent": "0.0%",
        "money": "#,##0.00",
        "year": "0",
        "long_text": "@",
        "choice": "@",
        "yes_no": "@",
    } == formats
