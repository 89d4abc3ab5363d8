"""The title sheet."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.definitions.forms import HEAD, load_text, whole
from tests.workbook.forms import plan_of
from xlforms.definitions.load import load_form
from xlforms.definitions.templates import available_forms
from xlforms.layout.build import build_plan
from xlforms.layout.limits import PAGE_POINTS
from xlforms.layout.plan import SheetPlan

CARD = "- card: one\n  fields: [{field: a, title: ответ, type: text}]\n"


def _texts(sheet: SheetPlan, role: str) -> list[str]:
    return [cell.text for cell in sheet.fixed if cell.role == role]


def test_what_the_definition_says(tmp_path: Path) -> None:
    """Authority, title, basis, own instructions, who signs."""
    extra = "authority: Министерство\nbasis: Приказ № 1\nsignatory: Директор\ninstructions: [Раз., Два.]\n"
    sheet = build_plan(load_text(tmp_path, whole(CARD).replace(HEAD, HEAD + extra))).sheets[0]
    roles = ("authority", "form_title", "basis", "signature", "instruction")
    assert [["Министерство"], ["Проба"], ["Приказ № 1"], ["Директор"], ["1. Раз.", "2. Два."]] == [
        _texts(sheet, role) for role in roles
    ]


def test_usual_instructions_are_five(tmp_path: Path) -> None:
    """What to do in five lines, when the form has nothing of its own to say."""
    sheet = plan_of(tmp_path, CARD).sheets[0]
    assert ["1.", "2.", "3.", "4.", "5."] == [text[:2] for text in _texts(sheet, "instruction")]


def test_counters_have_a_line_for_each_sheet(tmp_path: Path) -> None:
    """The title sheet itself, every section, the whole form, errors in numbers and dates, and the state in words."""
    sheet = plan_of(tmp_path, CARD).sheets[0]
    four = ["answered", "required_asked", "required_answered", "share"]
    expected = [(section, count) for section in ("title", "one", "") for count in four] + [
        ("", "errors"),
        ("", "state"),
    ]
    assert expected == [(count.section, count.count) for count in sheet.counts]
    assert ["Титул", "Раздел", "Ошибок"] == _texts(sheet, "count_label")


@pytest.mark.parametrize("path", [source.path for source in available_forms()], ids=lambda path: path.parent.name)
def test_title_sheet_of_every_form_fits_one_page(path: Path) -> None:
    """With all its rows in sight, at not less than 85 % of its size: 8.5 points."""
    sheet = build_plan(load_form(path)).sheets[0]
    assert 0.85 * sum(sheet.heights[1:]) <= PAGE_POINTS["portrait"]
