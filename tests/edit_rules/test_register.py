"""Every kind of rule is found, tested and explained."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from xlforms.definitions.rule import COMMON_KEYS
from xlforms.definitions.templates import template_folder
from xlforms.edit_rules.register import KINDS

GUIDE = (template_folder() / "README.md").read_text(encoding="utf-8").partition("### Виды правил")[2]


def test_kinds() -> None:
    """The nine kinds, each called like its file."""
    assert [
        "balance", "consistency", "expression", "order", "range", "ratio", "required_if", "share", "unique"
    ] == list(KINDS)  # fmt: skip
    assert [] == [
        name for name in KINDS if not (Path(__file__).parents[2] / "xlforms" / "edit_rules" / f"{name}.py").is_file()
    ]


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_has_a_truth_table_and_a_row_in_the_guide(name: str) -> None:
    """Its test file names blanks and wrong types; the guide's table names its keys, in their order."""
    test = (Path(__file__).parent / f"test_{name}.py").read_text(encoding="utf-8")
    row = re.search(rf"^\| `{name}` \| ([^|]*) \|", GUIDE, re.MULTILINE)

    assert ["FAILED", "PASSED", "NOT_APPLICABLE", "NOT_CHECKED", "None", "Wrong("] == [
        word for word in ("FAILED", "PASSED", "NOT_APPLICABLE", "NOT_CHECKED", "None", "Wrong(") if word in test
    ]
    assert row is not None
    assert [key.name for key in KINDS[name].keys] == re.findall(r"`([a-z_]+)`", row[1])


@pytest.mark.parametrize("name", KINDS)
def test_keys_of_a_kind_do_not_hide_common_keys(name: str) -> None:
    """A key means one thing in a rule."""
    assert set() == {key.name for key in KINDS[name].keys} & set(COMMON_KEYS)
    assert set(KINDS[name].any_of) <= {key.name for key in KINDS[name].keys if not key.required}
