"""Column widths of a sheet."""

from __future__ import annotations

from pathlib import Path

from tests.workbook.forms import plan_of
from xlforms.layout.limits import PAGE_PIXELS
from xlforms.layout.plan import CODE_COLUMN, SheetPlan
from xlforms.layout.text_size import column_pixels


def _pixels(sheet: SheetPlan) -> float:
    return sum(column_pixels(width) for width in sheet.widths[CODE_COLUMN:])


def test_texts_take_the_spare_room_of_the_page(tmp_path: Path) -> None:
    """Columns of text fill the width of the page, counts do not grow."""
    sheet = plan_of(
        tmp_path,
        """
- table: rooms
  row_title: Где
  columns:
    - {column: total, title: всего, type: integer}
    - {column: state, title: состояние, type: text}
    - {column: note, title: примечание, type: text}
  rows: [{row: main, title: основное здание}]
""",
    ).sheets[1]
    assert 1 > abs(PAGE_PIXELS["landscape"] - _pixels(sheet))
    assert 8.0 == sheet.widths[3]


def test_counts_alone_leave_the_page_half_empty(tmp_path: Path) -> None:
    """Two narrow columns beside their captions read better than two wide ones."""
    sheet = plan_of(
        tmp_path,
        """
- table: rooms
  columns:
    - {column: total, title: всего, type: integer}
    - {column: ready, title: готовы, type: integer}
  rows: [{row: main, title: основное здание}]
""",
    ).sheets[1]
    assert (8.0, 8.0) == sheet.widths[3:]
    assert PAGE_PIXELS["landscape"] / 2 > _pixels(sheet)


def test_width_of_the_author_never_breaks_a_heading(tmp_path: Path) -> None:
    """An asked width holds unless a word of the heading is longer."""
    sheet = plan_of(
        tmp_path,
        """
- table: rooms
  columns:
    - {column: total, title: всего, type: integer, width: 20}
    - {column: ready, title: достопримечательности, type: integer, width: 5}
  rows: [{row: main, title: основное здание}]
""",
    ).sheets[1]
    assert 20.0 == sheet.widths[3]
    assert 18 < sheet.widths[4] < 25


def test_card_spans_the_columns_of_its_table(tmp_path: Path) -> None:
    """Blocks of one sheet end at one edge."""
    sheet = plan_of(
        tmp_path,
        """
- table: rooms
  columns:
    - {column: total, title: всего, type: integer}
    - {column: note, title: примечание, type: text}
  rows: [{row: main, title: основное здание}]
- card: gym
  fields: [{field: area, title: площадь, type: decimal}]
""",
    ).sheets[1]
    assert {"gym.area": (3, 4)} == {
        cell.item.name: (cell.column, cell.last_column) for cell in sheet.answers if cell.item.block == "gym"
    }
