"""The whole plan of a form."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workbook.forms import EVERY_TYPE, plan_of
from xlforms.errors import GenerationError
from xlforms.layout.digest import digest_of


def test_items_in_printed_order(tmp_path: Path) -> None:
    """Answers and computed items apart; every computed item has its formula."""
    plan = plan_of(tmp_path)
    computed = ["every.ratio", "rooms.main.share", "rooms.annex.share"]
    assert computed == [item.name for item in plan.computed_items]
    assert computed == [formula.item for formula in plan.formulas]
    names = [item.name for item in plan.items]
    assert ["unit.code", "unit.name", "unit.municipality", "contact.person"] == names[:4]
    assert ["rooms.main.ready", "rooms.main.note", "rooms.annex.total", "rooms.annex.ready"] == names[-4:]
    assert set(names) | set(computed) == set(plan.cells())


def test_formula_names_the_items_of_its_row(tmp_path: Path) -> None:
    """A bare name means the column of the same row."""
    formula = plan_of(tmp_path).formulas[1]
    assert (("ready", ("rooms.main.ready",)), ("total", ("rooms.main.total",))) == formula.names


def test_same_definition_same_plan(tmp_path: Path) -> None:
    """Two readings of one file give equal plans with one fingerprint."""
    first, second = plan_of(tmp_path), plan_of(tmp_path)
    assert first == second
    assert digest_of(first) == digest_of(second)


def test_fingerprint_tells_layouts_apart(tmp_path: Path) -> None:
    """Another caption is the same layout, another type is not."""
    plan = plan_of(tmp_path)
    caption = plan_of(tmp_path, EVERY_TYPE.replace("примечание", "замечание "))
    kind = plan_of(tmp_path, EVERY_TYPE.replace("type: money", "type: decimal"))
    assert digest_of(plan) == digest_of(caption)
    assert digest_of(plan) != digest_of(kind)


def test_sheet_that_xls_cannot_hold(tmp_path: Path) -> None:
    """Forms come back as .xls too: 256 columns at most."""
    columns = "".join(f"    - {{column: c{n}, title: '{n}', type: integer}}\n" for n in range(254))
    with pytest.raises(GenerationError) as caught:
        plan_of(tmp_path, f"- table: wide\n  columns:\n{columns}  rows: [{{row: a, title: а}}]\n")
    assert "sheet-too-large" == caught.value.code
