"""The key `gathered`: which texts a form wants to be read together."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.definitions.forms import load_blocks, load_text
from xlforms.definitions.items import items_of
from xlforms.errors import DefinitionError
from xlforms.messages import say

CARD = """
- card: card
  fields:
    - {{field: long, title: Длинный, type: long_text{long}}}
    - {{field: short, title: Короткий, type: text{short}}}
    - {{field: secret, title: Личный, type: long_text, personal: true}}
"""


@pytest.mark.parametrize(
    ("long", "short", "gathered"),
    [
        ("", "", {"card.long": True}),
        ("", ", gathered: true", {"card.short": True}),
        (", gathered: true", ", gathered: first", {"card.long": True, "card.short": "first"}),
        (", gathered: false", "", {}),
    ],
)
def test_gathered_items(tmp_path: Path, long: str, short: str, gathered: dict[str, object]) -> None:
    """What is marked is gathered; a form that marks nothing gathers its long texts, personal ones never."""
    loaded = load_blocks(tmp_path, CARD.format(long=long, short=short))
    assert gathered == {item.name: item.gathered for item in items_of(loaded.sections) if item.gathered}


def test_nearer_place(tmp_path: Path) -> None:
    """A row and a cell may say otherwise than their column."""
    loaded = load_blocks(tmp_path, """
- table: table
  columns: [{column: text, title: текст, type: long_text, gathered: true}]
  rows:
    - {row: one, title: Первая}
    - {row: two, title: Вторая, gathered: false}
    - {row: three, title: Третья, cells: {text: {gathered: first}}}
""")  # fmt: skip
    gathered = {item.row: item.gathered for item in items_of(loaded.sections) if item.block == "table"}
    assert {"one": True, "two": False, "three": "first"} == gathered


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("type: integer, gathered: true", "ключ «gathered» не подходит к типу integer. Уберите его или исправьте тип"),
        ("type: email, gathered: true", "ключ «gathered» не подходит к типу email. Уберите его или исправьте тип"),
        ("type: text, personal: true, gathered: first",
         "«answer» – личные данные, в отчёт их не собирают. Уберите gathered или personal"),
        ("type: text, gathered: да", "у ключа «gathered» не может стоять «да». Возможно: true, first, false"),
    ],
)  # fmt: skip
def test_faults(tmp_path: Path, settings: str, message: str) -> None:
    """Only texts that are not personal can be gathered; a wrong word is told together with the right ones."""
    with pytest.raises(DefinitionError) as caught:
        load_blocks(tmp_path, f"- card: card\n  fields: [{{field: answer, title: А, {settings}}}]")
    problems = caught.value.problems
    assert [(11, message)] == [(each.line, say(each.code, "ru", **each.parameters)) for each in problems]


def test_measures_are_not_gathered(tmp_path: Path) -> None:
    """What schools report on the measures of a roadmap has sheets of its own."""
    loaded = load_text(tmp_path, """
form: plan
version: "1"
title: План
code: П-1
roadmap: {start: 2020-08-01, end: 2021-08-31, school_year: 2020}
sections:
  - section: plan
    title: План
    sheet: План
    blocks:
      - measures: plan
        parts: [{measures: [{measure: m1, title: Курсы, deadline: до 01.11.2020}]}]
""")  # fmt: skip
    assert [] == [item.name for item in items_of(loaded.sections) if item.gathered]
