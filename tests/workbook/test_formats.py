"""Looks."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import get_args

import pytest

from tests.workbook.forms import SCHOOL, bytes_of, opened, plan_of
from xlforms.definitions.item_types import ITEM_TYPES
from xlforms.layout.place import cell_name
from xlforms.layout.plan import FixedCell, Role
from xlforms.workbook.book import FormBook
from xlforms.workbook.formats import COMPUTED, DEFAULT_FONT, INPUT, REQUIRED, Formats


@pytest.fixture
def book() -> FormBook:
    """A book to make formats in."""
    return FormBook(BytesIO())


def test_every_role_and_type_has_a_look(book: FormBook) -> None:
    """All are Arial and legible: no type is smaller than 8 points."""
    formats = Formats(book)
    looks = [formats.fixed(FixedCell(1, 1, 1, 1, "", role), top=False) for role in get_args(Role)]
    looks += [formats.answer(kind, "input", top=False, on_card=False) for kind in ITEM_TYPES]
    assert {DEFAULT_FONT["font_name"]} == {look.font_name for look in looks}
    assert 8 == min(look.font_size for look in looks)


def test_a_look_is_made_once(book: FormBook) -> None:
    """A sheet of 900 cells has a handful of formats."""
    formats = Formats(book)
    cell = FixedCell(1, 1, 1, 1, "", "label")
    assert formats.fixed(cell, top=False) is formats.fixed(cell, top=False)
    first = formats.answer("integer", "input", top=False, on_card=False)
    assert first is formats.answer("integer", "input", top=False, on_card=False)
    assert first is not formats.answer("integer", "required", top=False, on_card=False)


def test_only_inputs_are_open(book: FormBook) -> None:
    """Yellow cells take answers, the others do not."""
    formats = Formats(book)
    fills = ("input", "required", "computed", "prefilled")
    looks = [formats.answer("text", fill, top=False, on_card=True) for fill in fills]
    assert [0, 0, 1, 1] == [int(look.locked) for look in looks]


def test_colours_say_what_to_do(tmp_path: Path) -> None:
    """Bright yellow is required, pale yellow is asked, grey is computed, white is given."""
    plan = plan_of(tmp_path)
    book = opened(bytes_of(plan, SCHOOL))
    places = plan.cells()
    colours = {}
    for name in ("every.count", "every.area", "every.ratio", "unit.code"):
        sheet, cell = places[name]
        fill = book[sheet.name][cell_name(cell.row, cell.column)].fill
        colours[name] = f"#{fill.fgColor.rgb[2:]}" if fill.fill_type else ""
    expected = {"every.count": REQUIRED, "every.area": INPUT, "every.ratio": COMPUTED, "unit.code": ""}
    assert expected == colours
