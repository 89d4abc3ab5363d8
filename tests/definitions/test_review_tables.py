"""Tables: names of columns and rows, captions, and settings of column, row and cell together."""

from __future__ import annotations

from pathlib import Path

from tests.definitions.forms import block_faults


def test_names_of_columns_and_groups(tmp_path: Path) -> None:
    """Columns differ, groups differ from each other and from columns, and words of expressions are taken."""
    assert [
        (4, "column-repeated"),
        (5, "column-reserved"),
        (6, "group-repeated"),
        (6, "column-repeated"),
        (7, "column-reserved"),
        (8, "column-reserved"),
        (8, "group-repeated"),
    ] == block_faults(
        tmp_path,
        """
- table: t
  columns:
    - {column: a, title: А, type: integer}
    - {column: a, title: Б, type: integer}
    - {column: row, title: В, type: integer}
    - {group: a, title: Г, columns: [{column: a, title: Д, type: integer}]}
    - {group: unit, title: Е, columns: [{column: e, title: Ж, type: integer}]}
    - {group: unit, title: З, columns: [{column: h, title: И, type: integer}]}
  rows: [{row: r, title: Строка}]
""",
    )


def test_names_of_rows(tmp_path: Path) -> None:
    """Rows differ in the whole table, also from the lines that a repeated row stands for."""
    assert [
        (6, "row-repeated"),
        (8, "row-repeated"),
        (9, "row-repeated"),
        (11, "repeat-with-rows"),
    ] == block_faults(
        tmp_path,
        """
- table: t
  columns: [{column: a, title: А, type: integer}]
  rows:
    - row: r
      title: Первая
      rows: [{row: r, title: Вторая}]
    - {row: other, title: Другие, repeat: 2}
    - {row: other_2, title: Ещё другие}
    - {row: other, title: Опять другие}
    - {row: last, title: Последние, repeat: 2,
       rows: [{row: inner, title: Вложенная}]}
""",
    )


def test_rows_or_open_rows(tmp_path: Path) -> None:
    """A table has known rows or open ones; open ones are numbered and have no names."""
    assert [
        (1, "rows-or-open-rows"),
        (3, "rows-or-open-rows"),
        (8, "open-row-title"),
        (10, "only-rows-of-open-rows"),
    ] == block_faults(
        tmp_path,
        """
- table: neither
  columns: [{column: a, title: А, type: integer}]
- table: both
  columns: [{column: a, title: А, type: integer}]
  rows: [{row: r, title: Строка}]
  open_rows: 3
- table: nameless
  open_row_title: Строка
  open_rows: 3
  columns: [{column: a, title: А, type: integer, only_rows: [r]}]
""",
    )


def test_mentioned_names_exist(tmp_path: Path) -> None:
    """`skip`, `cells` and `only_rows` name columns and rows of the table; a repeated row by either of its names."""
    assert [
        (3, "row-unknown"),
        (4, "row-unknown-near"),
        (7, "column-unknown-near"),
        (8, "column-unknown"),
        (9, "cell-closed"),
    ] == block_faults(
        tmp_path,
        """
- table: t
  columns:
    - {column: total, title: А, type: integer, only_rows: [other, other_2, qqq]}
    - {column: note, title: Б, type: text, only_rows: [frist, first, other]}
    - {column: third, title: В, type: text}
  rows:
    - {row: first, title: Первая, skip: [totl]}
    - {row: second, title: Вторая, cells: {xyz: {required: true}}}
    - {row: other, title: Другие, repeat: 2, skip: [third], cells: {third: {required: true}}}
""",
    )


def test_captions_side_by_side_differ(tmp_path: Path) -> None:
    """Two rows of one caption under one parent are a mistake, under two parents they are not."""
    assert [(10, "caption-repeated"), (11, "caption-repeated")] == block_faults(
        tmp_path,
        """
- table: t
  columns: [{column: a, title: А, type: integer}]
  rows:
    - row: pupils
      title: Ученики
      rows: [{row: pupils_other, title: другие}]
    - heading: Учителя
      rows:
        - {row: teachers_other, title: другие}
        - {row: teachers_more, title: "Другие "}
    - {row: again, title: УЧЕНИКИ}
""",
    )


def test_a_fault_is_told_where_it_was_said(tmp_path: Path) -> None:
    """A fault of a column's setting is told once at the column, of a row's at the row, of a cell's at the cell."""
    assert [
        (3, "bounds-crossed"),
        (4, "type-missing"),
        (8, "bounds-crossed"),
        (12, "setting-does-not-fit"),
    ] == block_faults(
        tmp_path,
        """
- table: t
  columns:
    - {column: a, title: А, type: integer, minimum: 5, maximum: 1}
    - {column: b, title: Б}
  rows:
    - {row: first, title: Первая, help: Ничего нового о границах}
    - {row: second, title: Вторая}
    - {row: third, title: Третья, minimum: 9, type: integer}
    - row: fourth
      title: Четвёртая
      cells:
        a: {minimum: 0, max_length: 3}
""",
    )


def test_a_closed_cell_needs_no_type(tmp_path: Path) -> None:
    """Only cells that are asked are reviewed: a column whose every cell is closed or typed by its row is in order."""
    assert [(5, "type-missing")] == block_faults(
        tmp_path,
        """
- table: t
  columns:
    - {column: a, title: А, only_rows: [typed]}
    - {column: b, title: Б}
    - {column: c, title: В}
  rows:
    - {row: typed, title: Первая, type: year}
    - {row: closed, title: Вторая, skip: [b]}
""",
    )
