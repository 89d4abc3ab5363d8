"""A definition spelled out into grids."""

from __future__ import annotations

from pathlib import Path

from tests.definitions.forms import HEAD, load_blocks, load_text
from xlforms.definitions.items import BlockGrid, ColumnLine, Item, RowLine, items_of


def _block(folder: Path, text: str) -> BlockGrid:
    return load_blocks(folder, text).sections[1].blocks[0]


def test_table_with_everything(tmp_path: Path) -> None:
    """Rows, sub-rows, headings, repeated rows, groups and closed cells come out in printed order."""
    block = _block(
        tmp_path,
        """
- table: staff
  title: Учителя
  row_title: Предмет
  help: Пояснение
  footnotes: ["* Сноска"]
  columns:
    - {column: subject, title: какой, type: text, width: 14, only_rows: [other, native_1]}
    - {column: total, title: всего, type: integer}
    - {group: band, title: стаж, columns: [{column: young, title: до 3, type: integer}]}
  rows:
    - row: all
      title: Всего
      skip: [young]
      rows: [{row: women, title: из них женщин}]
    - heading: "по предметам:"
      rows:
        - {row: other, title: других, repeat: 2}
        - {row: native, title: родного, repeat: 2}
""",
    )

    assert ("table", "staff", "Учителя", "Пояснение", "Предмет", ("* Сноска",), False) == (
        block.kind,
        block.id,
        block.title,
        block.help,
        block.row_title,
        block.footnotes,
        block.open_rows,
    )
    assert (
        ColumnLine("subject", "какой", width=14),
        ColumnLine("total", "всего"),
        ColumnLine("young", "до 3", "band", "стаж"),
    ) == block.columns
    assert (
        RowLine("all", "Всего", 0),
        RowLine("women", "из них женщин", 1),
        RowLine("", "по предметам:", 0),
        RowLine("other_1", "других – 1", 1),
        RowLine("other_2", "других – 2", 1),
        RowLine("native_1", "родного – 1", 1),
        RowLine("native_2", "родного – 2", 1),
    ) == block.rows
    assert [
        ("all", "total"),
        ("women", "total"),
        ("women", "young"),
        ("other_1", "subject"),
        ("other_1", "total"),
        ("other_1", "young"),
        ("other_2", "subject"),
        ("other_2", "total"),
        ("other_2", "young"),
        ("native_1", "subject"),
        ("native_1", "total"),
        ("native_1", "young"),
        ("native_2", "total"),
        ("native_2", "young"),
    ] == list(block.cells)


def test_item_with_everything(tmp_path: Path) -> None:
    """An item carries all that was said of it, its captions from the outside in."""
    block = _block(
        tmp_path,
        """
- table: t
  title: Таблица
  columns:
    - group: g
      title: Группа
      columns:
        - column: a
          title: Графа
          type: integer
          minimum: 1
          maximum: 9
          unit: чел.
          required_if: answered(b)
          blank: zero
          personal: true
          help: Подсказка
          example: "5"
        - {column: b, title: Вычислено, type: decimal, computed: a * 2, personal: true}
  rows: [{row: r, title: Строка}]
""",
    )

    assert (
        Item(
            name="t.r.a",
            block="t",
            row="r",
            column="a",
            captions=("Таблица", "Строка", "Группа", "Графа"),
            type="integer",
            nature="number",
            unit="чел.",
            minimum=1,
            maximum=9,
            required_if="answered(b)",
            blank_zero=True,
            summed=True,
            personal=True,
            help="Подсказка",
            example="5",
        )
        == block.cells["r", "a"]
    )
    assert "Таблица / Строка / Группа / Графа" == block.cells["r", "a"].label
    assert "a * 2" == block.cells["r", "b"].computed


def test_nearer_setting_wins(tmp_path: Path) -> None:
    """A cell is above its row, a row above its column; what the nearer place does not say stays."""
    block = _block(
        tmp_path,
        """
- table: t
  columns: [{column: a, title: А, type: integer, maximum: 10, unit: шт., required: true}]
  rows:
    - {row: plain, title: Первая}
    - {row: own, title: Вторая, maximum: 20}
    - {row: cell, title: Третья, maximum: 20, cells: {a: {maximum: 30, required: false}}}
""",
    )

    assert {
        "plain": (10, "шт.", True),
        "own": (20, "шт.", True),
        "cell": (30, "шт.", False),
    } == {row: (item.maximum, item.unit, item.required) for (row, _), item in block.cells.items()}


def test_open_rows_are_numbered(tmp_path: Path) -> None:
    """Open rows are called by their numbers, their captions as the form says."""
    block = _block(
        tmp_path,
        """
- table: t
  open_rows: 3
  open_row_title: 6.1.{n}.
  columns: [{column: a, title: А, type: text}]
""",
    )

    assert block.open_rows
    assert (RowLine("1", "6.1.1."), RowLine("2", "6.1.2."), RowLine("3", "6.1.3.")) == block.rows
    assert ["t.1.a", "t.2.a", "t.3.a"] == [item.name for item in block.cells.values()]


def test_bounds_and_choices_come_from_the_type(tmp_path: Path) -> None:
    """Where the form sets no bound the type does; a named list is written out; yes/no has its two words."""
    text = f"""\
{HEAD}lists: {{kinds: [а, б]}}
sections:
  - section: one
    title: Раздел
    sheet: Лист
    blocks:
      - card: c
        fields:
          - {{field: a, title: А, type: percent}}
          - {{field: b, title: Б, type: text}}
          - {{field: c, title: В, type: choice, choices: kinds}}
          - {{field: d, title: Г, type: choice, choices: [в, г]}}
          - {{field: e, title: Д, type: yes_no}}
          - {{field: f, title: Е, type: date, minimum: 2020-01-01}}
"""
    items = load_text(tmp_path, text).sections[1].blocks[0].cells.values()

    assert [
        ("c.a", 0, 1, None, ()),
        ("c.b", None, None, 255, ()),
        ("c.c", None, None, None, ("а", "б")),
        ("c.d", None, None, None, ("в", "г")),
        ("c.e", None, None, None, ("да", "нет")),
        ("c.f", "2020-01-01", "2100-12-31", None, ()),
    ] == [(item.name, item.minimum, item.maximum, item.max_length, item.choices) for item in items]


def test_title_sheet(tmp_path: Path) -> None:
    """Every form asks which unit answers and who filled it in, or what the form asks instead."""
    card = "- card: c\n  fields:\n    - {field: f, title: Поле, type: integer}"
    own = f"""\
{HEAD}contact: [{{field: who, title: Кто, type: text}}]
sections:
  - {{section: one, title: Раздел, sheet: Лист, blocks: [{{card: c, fields: [{{field: f, title: П, type: year}}]}}]}}
"""
    assert [
        "unit.code",
        "unit.name",
        "unit.municipality",
        "contact.person",
        "contact.position",
        "contact.phone",
        "contact.email",
        "contact.date",
        "c.f",
    ] == [item.name for item in items_of(load_blocks(tmp_path, card).sections)]
    assert ["unit.code", "unit.name", "unit.municipality", "contact.who", "c.f"] == [
        item.name for item in items_of(load_text(tmp_path, own).sections)
    ]
