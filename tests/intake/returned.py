"""Workbooks of a small form as they come back: written, read, and mistreated as people do."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache

from tests.reports.made_up import form_of
from xlforms.definitions.units import Unit
from xlforms.intake.raw import CellKind, RawCell, RawSheet, RawWorkbook
from xlforms.intake.read_submission import prepare, read_submission
from xlforms.intake.read_workbook import read_workbook
from xlforms.intake.submission import Submission
from xlforms.layout.plan import Plan
from xlforms.workbook.write import write_workbook

FORM = """
form: trial
version: "1"
title: Проба
code: П-1
sections:
  - section: staff
    title: Кадровый состав
    sheet: Кадры
    blocks:
      - table: staff
        row_title: Учителя
        columns:
          - {column: total, title: количество, type: integer}
          - {column: topic, title: тема, type: text}
        rows:
          - {row: all, title: Всего}
          - {row: music, title: музыки}
          - {row: art, title: ИЗО}
          - {row: other, title: другого, repeat: 2}
  - section: home
    title: Здание
    sheet: Здание
    blocks:
      - table: rooms
        title: Помещения
        columns: [{column: count, title: сколько, type: integer}]
        rows: [{row: all, title: Всего}, {row: gym, title: спортзал}]
      - table: places
        title: Места
        columns: [{column: count, title: сколько, type: integer}]
        rows: [{row: all, title: Всего}, {row: library, title: библиотека}]
"""
SCHOOL = Unit("007", "Школа № 7", "Первый район")
Cells = dict[tuple[int, int], RawCell]


@cache
def plan() -> Plan:
    """The plan of FORM."""
    return form_of(FORM)[0]


def place_of(item: str) -> tuple[int, int]:
    """The planned row and column of an item of FORM."""
    cell = plan().cells()[item][1]
    return cell.row, cell.column


def raw_workbook(values: Mapping[str, object], unit: Unit | None = SCHOOL, of: Plan | None = None) -> RawWorkbook:
    """The workbook with these answers, read back."""
    target = io.BytesIO()
    write_workbook(of or plan(), target, unit=unit, values=values)
    return read_workbook(target.getvalue(), "form.xlsx")


def changed(workbook: RawWorkbook, name: str, change: Callable[[Cells], Cells]) -> RawWorkbook:
    """The workbook with the cells of one sheet changed."""
    sheets = [
        replace(sheet, cells=change(dict(sheet.cells))) if sheet.name == name else sheet for sheet in workbook.sheets
    ]
    return replace(workbook, sheets=tuple(sheets))


def sheet_of(workbook: RawWorkbook, name: str) -> RawSheet:
    """One sheet by its name."""
    return next(sheet for sheet in workbook.sheets if sheet.name == name)


def with_cell(row: int, column: int, cell: RawCell | None) -> Callable[[Cells], Cells]:
    """A change that sets one cell, or clears it."""

    def change(cells: Cells) -> Cells:
        cells.pop((row, column), None)
        return cells if cell is None else cells | {(row, column): cell}

    return change


def text(content: str) -> RawCell:
    """A cell with a text."""
    return CellKind.TEXT, content, False


def rows_moved(moves: Mapping[int, int], columns: Iterable[int] = range(100)) -> Callable[[Cells], Cells]:
    """A change that takes the cells of these columns from one row to another, as sorting does."""

    taken = set(columns)

    def change(cells: Cells) -> Cells:
        return {
            (moves.get(row, row) if column in taken else row, column): cell for (row, column), cell in cells.items()
        }

    return change


def read(workbook: RawWorkbook, of: Plan | None = None) -> Submission:
    """The submission in a workbook."""
    form = of or plan()
    return read_submission(workbook, {(form.form, form.version): prepare(form)})


def answers(submission: Submission, of: Plan | None = None) -> dict[str, object]:
    """The values by item name, without those of the title sheet's unit."""
    items = (of or plan()).items
    return {
        item.name: value
        for item, value in zip(items, submission.values, strict=True)
        if value is not None and item.block != "unit"
    }


def noted(submission: Submission) -> list[tuple[str, str, str]]:
    """Code, sheet and cell of every note."""
    return [(note.code, note.sheet, note.cell) for note in submission.notes]
