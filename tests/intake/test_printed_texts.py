"""Locked texts that came back changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.intake.returned import Cells, changed, raw_workbook, read, rows_moved, text, with_cell
from tests.office.libreoffice import FileFormat, LibreOffice
from tests.office.steps import insert_rows, unprotect
from tests.workbook.roadmap_form import roadmap_plan, sheet_named
from xlforms.intake.printed_texts import shown_text
from xlforms.intake.raw import CellKind, RawCell
from xlforms.intake.read_workbook import read_workbook
from xlforms.layout.place import cell_name
from xlforms.workbook.write import write_workbook

PLAN = roadmap_plan()
ANSWERS = {"plan.m1.status": "в работе", "plan.m3.status": "в работе"}


def _place(sheet: str, row: str, column: str = "v1") -> tuple[int, int]:
    """Where a printed text stands."""
    return next(
        (cell.row, cell.column)
        for cell in sheet_named(sheet).printed
        if (cell.row_key, cell.column_key) == (row, column)
    )


def _changes(name: str, change: Callable[[Cells], Cells]) -> list[tuple[str, str, str, str]]:
    """Row, what stood, where it was found, what stands there, after a change to one sheet."""
    submission = read(changed(raw_workbook(ANSWERS, of=PLAN), name, change), PLAN)
    return [(change.printed.row_key, change.printed.text, change.cell, change.now) for change in submission.printed]


def test_untouched() -> None:
    """A form as issued has none."""
    assert () == read(raw_workbook(ANSWERS, of=PLAN), PLAN).printed


@pytest.mark.parametrize(
    ("content", "now"),
    [
        (text("до  весны"), "до весны"),
        (None, ""),
        ((CellKind.NUMBER, 16, False), "16"),
        ((CellKind.DATE, 44150, False), "15.11.2020"),
    ],
)
def test_changed_deadline(content: RawCell | None, now: str) -> None:
    """Another text, a number, a date, or nothing."""
    row, column = _place("План", "plan.m1")
    found = _changes("План", with_cell(row, column, content))
    assert [("plan.m1", "15.10.2020", cell_name(row, column), now)] == found


@pytest.mark.parametrize("content", [text("  15.10.2020\u00a0"), (CellKind.DATE, 44119, False)])
def test_same_deadline(content: RawCell) -> None:
    """Spaces do not matter, and a deadline retyped as a date is the same deadline."""
    assert [] == _changes("План", with_cell(*_place("План", "plan.m1"), content))


def test_text_where_nothing_was_printed() -> None:
    """Something typed into a blank locked cell is told as well."""
    place = _place("План", "plan.m4_1", "v2")
    assert [("plan.m4_1", "", cell_name(*place), "завуч")] == _changes("План", with_cell(*place, text("завуч")))


def test_moved_rows_take_their_texts_along() -> None:
    """Inserted and sorted rows are found with their printed texts; a deleted row has its own note."""
    first, third = _place("План", "plan.m1")[0], _place("План", "plan.m3")[0]
    assert [] == _changes("План", rows_moved({row: row + 2 for row in range(first, 99)}))
    assert [] == _changes("План", rows_moved({first: third, third: first}))
    assert [] == _changes("План", lambda cells: {at: cell for at, cell in cells.items() if at[0] != first})


def test_shown_text() -> None:
    """A date as people write it; a number that is no certain date as it is."""
    assert ["", "15.10.2020", "-5", "7"] == [
        shown_text(cell, date1904=False)
        for cell in (None, (CellKind.DATE, 44119, False), (CellKind.DATE, -5, False), (CellKind.NUMBER, 7.0, False))
    ]


@pytest.mark.office
@pytest.mark.parametrize("file_format", ["xlsx", "ods", "xls"])
def test_saved_unchanged(file_format: FileFormat, office: LibreOffice, tmp_path: Path) -> None:
    """LibreOffice saves every printed text as it was, in rows that moved too."""
    write_workbook(PLAN, tmp_path / "form.xlsx", values=ANSWERS)
    target = tmp_path / f"back.{file_format}"
    row = _place("План", "plan.m2")[0] + 1
    office.run(tmp_path / "form.xlsx", target, [unprotect("План"), insert_rows("План", row)], file_format)
    assert () == read(read_workbook(target.read_bytes(), target.name), PLAN).printed
