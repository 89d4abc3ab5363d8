"""Which items a name in an expression means."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.definitions.forms import load_blocks
from xlforms.definitions.items import items_of
from xlforms.definitions.names import Names
from xlforms.errors import ExpressionError

BLOCKS = """
- table: staff
  columns:
    - {column: total, title: всего, type: integer}
    - group: band
      title: стаж
      columns:
        - {column: young, title: до 3, type: integer}
        - {column: old, title: свыше 3, type: integer}
    - {column: share, title: доля, type: percent, computed: young / total}
  rows:
    - {row: all, title: Всего, skip: [share]}
    - {row: other, title: других, repeat: 2, skip: [old]}
- table: open
  open_rows: 2
  columns: [{column: a, title: А, type: text}]
- card: building
  fields:
    - {field: built, title: Год постройки, type: year}
    - {field: repaired, title: Год ремонта, type: year}
"""


@pytest.mark.parametrize(
    ("here", "name", "expected"),
    [
        ("staff.all.total", "young", ["staff.all.young"]),
        ("staff.all.total", "band", ["staff.all.young", "staff.all.old"]),
        ("staff.all.total", "row", ["staff.all.young", "staff.all.old"]),
        ("staff.other_1.total", "row", ["staff.other_1.young"]),
        ("staff.other_1.total", "staff.all.total", ["staff.all.total"]),
        ("", "staff.*.total", ["staff.all.total", "staff.other_1.total", "staff.other_2.total"]),
        ("", "staff.other.total", ["staff.other_1.total", "staff.other_2.total"]),
        ("", "staff.*.band", ["staff.all.young", "staff.all.old", "staff.other_1.young", "staff.other_2.young"]),
        ("", "staff.all.*", ["staff.all.total", "staff.all.young", "staff.all.old"]),
        ("", "open.2.a", ["open.2.a"]),
        ("", "open.*.a", ["open.1.a", "open.2.a"]),
        ("", "building.built", ["building.built"]),
        ("", "building.*", ["building.built", "building.repaired"]),
        ("building.built", "repaired", ["building.repaired"]),
        ("building.built", "row", ["building.repaired"]),
    ],
)
def test_names_mean_items(tmp_path: Path, here: str, name: str, expected: list[str]) -> None:
    """Short names look along the row or card, long ones over the whole form, wildcards in printed order."""
    sections = load_blocks(tmp_path, BLOCKS).sections
    item = next((item for item in items_of(sections) if item.name == here), None)

    assert expected == [found.name for found in Names(sections).resolve(name, 0, item)]


@pytest.mark.parametrize(
    ("here", "name", "code", "near"),
    [
        ("staff.all.total", "yuong", "unknown-item-near", "young"),
        ("staff.all.total", "bandd", "unknown-item-near", "band"),
        ("building.built", "repared", "unknown-item-near", "repaired"),
        ("", "staff.al.total", "unknown-item-near", "staff.all.total"),
        ("", "staff.other_1.old", "unknown-item-near", "staff.other_1.total"),
        ("", "total", "unknown-item-near", "staff.all.total"),
        ("", "staff.all", "unknown-item-near", "staff.all.old"),
        ("", "qqqqqq", "unknown-item", ""),
    ],
)
def test_unknown_names(tmp_path: Path, here: str, name: str, code: str, near: str) -> None:
    """A name that means nothing is refused at its place, with what was probably meant."""
    sections = load_blocks(tmp_path, BLOCKS).sections
    item = next((item for item in items_of(sections) if item.name == here), None)
    with pytest.raises(ExpressionError) as caught:
        Names(sections).resolve(name, 7, item)

    assert (code, 7, {"name": name, "near": near}) == (
        caught.value.code,
        caught.value.position,
        caught.value.parameters,
    )
