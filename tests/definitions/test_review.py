"""Names that must be unique, and limits of Excel."""

from __future__ import annotations

from pathlib import Path

from tests.definitions.forms import HEAD, block_faults, faults

CARD = "{card: %s, fields: [{field: f, title: Поле, type: integer}]}"


def test_sections_sheets_blocks(tmp_path: Path) -> None:
    """Repeated and taken names of sections, sheets and blocks, and names that Excel refuses, all at once."""
    text = f"""\
{HEAD}sections:
  - section: one
    title: Первый
    sheet: Лист
    blocks:
      - {CARD % "a"}
      - {CARD % "unit"}
  - section: one
    title: Второй
    sheet: ЛИСТ
    blocks: [{CARD % "a"}]
  - section: title
    title: Третий
    sheet: Проверка
    blocks: [{CARD % "contact"}]
  - section: four
    title: Четвёртый
    sheet: Лист четыре, с очень длинным именем
    blocks: [{CARD % "b"}]
  - section: five
    title: Пятый
    sheet: Лист [5]
    blocks: [{CARD % "c"}]
"""
    assert [
        (11, "block-reserved"),
        (12, "section-repeated"),
        (14, "sheet-repeated"),
        (15, "block-repeated"),
        (16, "section-reserved"),
        (18, "sheet-reserved"),
        (19, "block-reserved"),
        (22, "sheet-name"),
        (26, "sheet-name"),
    ] == faults(tmp_path, text)


def test_fields_of_a_card(tmp_path: Path) -> None:
    """Fields of one card differ by name and by caption and avoid the columns of the summary."""
    assert [(4, "field-repeated"), (5, "field-reserved"), (6, "caption-repeated")] == block_faults(
        tmp_path,
        """
- card: c
  fields:
    - {field: a, title: А, type: integer}
    - {field: a, title: Б, type: integer}
    - {field: municipality, title: Район, type: text}
    - {field: d, title: "а ", type: integer}
""",
    )


def test_own_questions_on_who_filled_in(tmp_path: Path) -> None:
    """Fields of `contact` are reviewed like those of a card."""
    text = f"""\
{HEAD}contact:
  - {{field: person, title: Кто, type: text, minimum: 3}}
  - {{field: person, title: Он же}}
sections:
  - section: one
    title: Раздел
    sheet: Лист
    blocks: [{CARD % "c"}]
"""
    assert [(6, "setting-does-not-fit"), (7, "type-missing"), (7, "field-repeated")] == faults(tmp_path, text)


def test_lists(tmp_path: Path) -> None:
    """Lists are not empty, their entries neither empty nor repeated nor longer than Excel shows."""
    text = f"""\
{HEAD}lists:
  nothing: []
  kinds:
    - типовой
    - " Типовой"
    - ""
    - {"я" * 256}
sections:
  - section: one
    title: Раздел
    sheet: Лист
    blocks: [{CARD % "c"}]
"""
    assert [
        (6, "list-empty"),
        (9, "list-entry-repeated"),
        (10, "list-entry-empty"),
        (11, "list-entry-long"),
    ] == faults(tmp_path, text)


def test_control_characters_wherever_they_stand(tmp_path: Path) -> None:
    """A character that XML forbids is found in any text of the form."""
    assert [(3, "control-character"), (4, "control-character")] == block_faults(
        tmp_path,
        r"""
- card: c
  fields:
    - {field: a, title: "А\x07", type: integer}
    - {field: b, title: Б, type: choice, choices: [да, "нет\uFFFF"]}
""",
    )
