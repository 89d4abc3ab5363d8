"""What is said of one item: type, bounds, lists, settings that do not fit."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.definitions.forms import HEAD, block_faults, faults, load_blocks

FITTING = [
    "type: integer, minimum: -5, maximum: 5, unit: чел., blank: zero",
    "type: decimal, minimum: 0.5, maximum: 1.5",
    "type: decimal, minimum: 1, maximum: 1",
    "type: percent, maximum: 2",
    "type: year, minimum: 1900, maximum: 2020",
    "type: date, minimum: 2020-01-01, maximum: 2020-12-31",
    "type: date, minimum: 1900-03-01",
    "type: text, max_length: 10, required: true",
    "type: choice, choices: [а, б]",
    "type: yes_no, personal: true",
    "type: email",
    "type: phone, help: Городской, example: 8 (35300) 0-00-00",
    "type: money, unit: руб.",
    "type: integer, summed: false",
    "type: decimal, summed: true",
]
FAULTY = [
    ("type: integer, minimum: 0.5", ["bound-unreadable"]),
    ("type: integer, minimum: много", ["bound-unreadable"]),
    ("type: integer, minimum: true", ["number-expected"]),
    ("type: integer, maximum: 1e3", ["bound-unreadable"]),
    ("type: decimal, maximum: 1000000000000001", ["bound-unreadable"]),
    ("type: year, maximum: 1799", ["bounds-crossed"]),
    ("type: integer, minimum: 5, maximum: 4", ["bounds-crossed"]),
    ("type: percent, maximum: 100", ["bound-percent"]),
    ("type: percent, minimum: 5 %", ["bound-unreadable"]),
    ("type: date, minimum: 01.06.2020", ["bound-unreadable"]),
    ("type: date, minimum: 1900-02-28", ["bound-unreadable"]),
    ("type: date, minimum: 2020-06-02, maximum: 2020-06-01", ["bounds-crossed"]),
    ("type: text, minimum: 1, maximum: 2", ["setting-does-not-fit", "setting-does-not-fit"]),
    ("type: integer, max_length: 5", ["setting-does-not-fit"]),
    ("type: text, blank: zero", ["setting-does-not-fit"]),
    ("type: date, unit: дней", ["setting-does-not-fit"]),
    ("type: text, computed: 1 + 1", ["setting-does-not-fit"]),
    ("type: integer, computed: 1 + 1, required: true", ["computed-is-not-asked"]),
    ("type: integer, computed: 1 + 1, required_if: 1 > 0", ["computed-is-not-asked"]),
    ("type: percent, summed: false", ["setting-does-not-fit"]),
    ("type: text, summed: true", ["setting-does-not-fit"]),
    ("type: integer, summed: 0", ["true-false-expected"]),
    ("type: integer, computed: 1 + 1, summed: false", ["computed-is-not-summed"]),
    ("type: choice", ["choices-missing"]),
    ("type: choice, choices: []", ["list-empty"]),
    ("type: choice, choices: kinds", ["list-unknown"]),
    ("type: yes_no, choices: [да, нет]", ["setting-does-not-fit"]),
    ("help: Без типа", ["type-missing"]),
]


@pytest.mark.parametrize("settings", FITTING)
def test_settings_that_fit(tmp_path: Path, settings: str) -> None:
    """Everything the guide promises for a type is accepted."""
    loaded = load_blocks(tmp_path, f"- card: c\n  fields:\n    - {{field: f, title: Поле, {settings}}}")

    assert ["f"] == [item.column for item in loaded.sections[1].blocks[0].cells.values()]


@pytest.mark.parametrize(("settings", "expected"), FAULTY)
def test_settings_that_do_not_fit(tmp_path: Path, settings: str, expected: list[str]) -> None:
    """A setting that means nothing for its type is refused where it stands."""
    text = f"- card: c\n  fields:\n    - {{field: f, title: Поле, {settings}}}"

    assert [(3, code) for code in expected] == block_faults(tmp_path, text)


def test_near_match_of_a_list(tmp_path: Path) -> None:
    """A misspelt name of a list is answered with the right one."""
    text = f"""\
{HEAD}lists: {{kinds: [а, б]}}
sections:
  - section: one
    title: Раздел
    sheet: Лист
    blocks:
      - card: c
        fields:
          - {{field: f, title: Поле, type: choice, choices: kind}}
"""
    assert [(13, "list-unknown-near")] == faults(tmp_path, text)
