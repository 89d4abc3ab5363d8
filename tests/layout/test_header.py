"""Headings of tables."""

from __future__ import annotations

from pathlib import Path

from tests.workbook.forms import plan_of
from tests.workbook.roadmap_form import sheet_named

GROUPED = """
- table: staff
  row_title: Предмет
  columns:
    - {column: total, title: всего, type: integer}
    - group: band
      title: стаж
      columns:
        - {column: young, title: до 3, type: integer}
        - {column: old, title: свыше 3, type: integer}
    - {column: note, title: примечание, type: text}
  rows: [{row: all, title: все}]
"""


def test_group_stands_over_its_columns(tmp_path: Path) -> None:
    """Lone columns take both rows of the heading; numbers of columns come below."""
    sheet = plan_of(tmp_path, GROUPED).sheets[1]
    top = next(cell.row for cell in sheet.fixed if cell.role == "header")
    found = {
        (cell.text, cell.row - top, cell.column, cell.last_row - top, cell.last_column)
        for cell in sheet.fixed
        if cell.role in ("header", "column_number") and cell.text
    }
    assert {
        ("стр.", 0, 1, 1, 1),
        ("Предмет", 0, 2, 1, 2),
        ("всего", 0, 3, 1, 3),
        ("стаж", 0, 4, 0, 5),
        ("до 3", 1, 4, 1, 4),
        ("свыше 3", 1, 5, 1, 5),
        ("примечание", 0, 6, 1, 6),
        ("1", 2, 3, 2, 3),
        ("2", 2, 4, 2, 4),
        ("3", 2, 5, 2, 5),
        ("4", 2, 6, 2, 6),
    } == found
    assert (top, top + 2) == sheet.repeat_rows
    assert (top + 3, 3) == sheet.freeze


def test_long_heading_gets_its_lines(tmp_path: Path) -> None:
    """The row of headings is as high as its longest caption wrapped in its column."""
    blocks = GROUPED.replace("title: всего,", "title: количество штатных учителей на начало года, width: 12,")
    sheet = plan_of(tmp_path, blocks).sheets[1]
    top = sheet.repeat_rows[0]
    assert sum(sheet.heights[top : top + 2]) >= 4 * 9 * 1.27


def test_plan_and_report_are_told_apart() -> None:
    """Over what is printed and over what is asked stand headings of their own, and the asked columns look otherwise."""
    sheet = sheet_named("План")
    top = sheet.repeat_rows[0]
    found = [
        (cell.text, cell.role, cell.row - top, cell.column, cell.last_row - top, cell.last_column)
        for cell in sorted(sheet.fixed, key=lambda cell: (cell.row, cell.column))
        if cell.role in ("header", "answer_header")
    ]
    assert [
        ("стр.", "header", 0, 1, 1, 1),
        ("План: напечатан, не меняется", "header", 0, 2, 0, 4),
        ("Отчёт: заполните", "answer_header", 0, 5, 0, 10),
        ("Мероприятие", "header", 1, 2, 1, 2),
        ("Срок", "header", 1, 3, 1, 3),
        ("Ответственные", "header", 1, 4, 1, 4),
        ("Статус", "answer_header", 1, 5, 1, 5),
    ] == found[:7]
