"""What key, number and heading of a column say together."""

from __future__ import annotations

import pytest

from tests.intake.returned import plan
from tests.reports.made_up import form_of
from xlforms.intake.column_witnesses import BlockKeys, ColumnHead, HeardColumn, blocks_of, hear_column

_GROUPED = """
form: grouped
version: "1"
title: Проба
code: П-2
sections:
  - section: plan
    title: План
    sheet: План
    blocks:
      - table: plan
        row_title: Показатель
        columns:
          - {column: name, title: единица, type: text}
          - group: first
            title: 2020 год
            columns: [{column: plan_1, title: план, type: integer}, {column: fact_1, title: факт, type: integer}]
          - group: second
            title: 2021 год
            columns: [{column: plan_2, title: план, type: integer}, {column: fact_2, title: факт, type: integer}]
        rows: [{row: a, title: Первый}, {row: b, title: Второй}]
"""


def _block(definition: str) -> BlockKeys:
    sheet = next(sheet for sheet in form_of(definition)[0].sheets if sheet.section not in ("title", "check"))
    return blocks_of(sheet)[0]


def test_blocks_of_a_sheet() -> None:
    """Each block has its rows and the headings and numbers over its columns; a card has neither."""
    home = next(sheet for sheet in plan().sheets if sheet.name == "Здание")
    rooms, places = blocks_of(home)
    assert ("Помещения", "Места") == (rooms.title, places.title)
    assert (ColumnHead(3, "сколько", "", 1, "сколько"),) == rooms.heads
    card = blocks_of(plan().sheets[0])[0]
    assert (("Организация", False), (ColumnHead(3, "", "", 0, ""),)) == ((card.title, card.has_headings), card.heads)


@pytest.mark.parametrize(
    ("key", "number", "heading", "expected"),
    [
        (3, 1, "количество", HeardColumn(3, agreed=True)),
        (None, -1, "количество", HeardColumn(3, agreed=True)),
        (4, 2, "количество", HeardColumn(3, agreed=False)),
        (4, 1, "количество", HeardColumn(3, agreed=False)),
        (3, 1, "сколько", HeardColumn(3, agreed=True)),
        (3, 2, "сколько", HeardColumn(None, agreed=False)),
        (3, -1, "", HeardColumn(None, agreed=False)),
        (None, 1, "", HeardColumn(None, agreed=False)),
        (None, -1, "", None),
        (99, 77, "примечание", None),
    ],
)
def test_headings_of_their_own(key: int | None, number: int, heading: str, expected: HeardColumn | None) -> None:
    """A heading of one column wins; without it key and number must agree."""
    block = blocks_of(plan().sheets[1])[0]
    assert expected == hear_column(block, key, number, heading, "")


@pytest.mark.parametrize(
    ("key", "number", "group", "column"),
    [
        (4, 2, "2020 год", 4),
        (6, 4, "2021 год", 6),
        (4, 4, "2021 год", None),  # key and number contradict each other
        (4, 2, "2021 год", None),
        (6, 4, "", 6),
        (None, 4, "2021 год", 6),
        (6, -1, "2020 год", None),
        (None, 4, "", None),
    ],
)
def test_headings_that_columns_share(key: int | None, number: int, group: str, column: int | None) -> None:
    """«план» of two years needs key and number to agree, or one of them and the heading of its group."""
    heard = hear_column(_block(_GROUPED), key, number, "план", group)
    assert column == (heard.column if heard is not None else None)
