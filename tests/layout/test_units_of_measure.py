"""Where units of measure are printed."""

from __future__ import annotations

from pathlib import Path

from tests.definitions.forms import load_blocks
from xlforms.definitions.items import BlockGrid
from xlforms.layout.units_of_measure import block_title, header_captions, row_label


def _block(folder: Path, text: str) -> BlockGrid:
    return load_blocks(folder, text).sections[1].blocks[0]


def test_repeated_unit_is_printed_once(tmp_path: Path) -> None:
    """At the first column that has it, and again after another unit."""
    block = _block(
        tmp_path,
        """
- table: staff
  title: Учителя
  columns:
    - {column: total, title: всего, type: integer, unit: чел.}
    - {column: name, title: предмет, type: text}
    - {column: young, title: до 3 лет, type: integer, unit: чел.}
    - {column: area, title: площадь, type: decimal, unit: кв. м}
    - {column: old, title: старше, type: integer, unit: чел.}
  rows: [{row: all, title: все}]
""",
    )
    assert ["всего, чел.", "предмет", "до 3 лет", "площадь, кв. м", "старше, чел."] == header_captions(block)
    assert "Учителя" == block_title(block)


def test_unit_of_all_columns_stands_in_the_title(tmp_path: Path) -> None:
    """Three columns of rooms are a table of rooms."""
    block = _block(
        tmp_path,
        """
- table: rooms
  title: Учебные кабинеты
  columns:
    - {column: main, title: основное, type: integer, unit: каб.}
    - {column: annex, title: пристрой, type: integer, unit: каб.}
  rows: [{row: all, title: все}]
""",
    )
    assert ["основное", "пристрой"] == header_captions(block)
    assert "Учебные кабинеты, каб." == block_title(block)


def test_rows_of_a_card_carry_their_units(tmp_path: Path) -> None:
    """And do not repeat a unit that the caption already names."""
    block = _block(
        tmp_path,
        """
- card: gym
  title: Спортзал
  fields:
    - {field: area, title: площадь, type: decimal, unit: кв. м}
    - {field: places, title: число мест, type: integer, unit: мест}
""",
    )
    assert ["площадь, кв. м", "число мест"] == [row_label(block, row) for row in block.rows]
