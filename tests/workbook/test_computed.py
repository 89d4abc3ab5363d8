"""Computed cells: formulas, stored values, looks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.office.libreoffice import LibreOffice
from tests.workbook.forms import FILLED, bytes_of, opened, plan_of
from xlforms.errors import GenerationError
from xlforms.layout.place import cell_name
from xlforms.workbook.answers import Answers
from xlforms.workbook.computed_formulas import excel_formulas
from xlforms.workbook.write import write_workbook

CHAIN = """
- table: sums
  columns:
    - {column: a, title: а, type: integer}
    - {column: b, title: б, type: integer, blank: zero}
    - {column: c, title: в, type: integer, computed: a + b}
    - {column: d, title: г, type: decimal, computed: c / sum(sums.*.c)}
  rows: [{row: one, title: раз}, {row: two, title: два}]
"""


def test_stored_values_follow_from_the_answers(tmp_path: Path) -> None:
    """A blank zero counts as 0; what cannot be computed is not there."""
    plan = plan_of(tmp_path)
    assert {} == Answers(plan, {}).computed()
    assert {"every.ratio": 2.5, "rooms.main.share": 0.0} == Answers(plan, FILLED).computed()
    assert {} == Answers(plan, {"every.area": 10, "every.count": "четыре"}).computed()
    assert {} == Answers(plan, {"every.area": 10, "every.count": 0}).computed()


def test_computed_of_computed(tmp_path: Path) -> None:
    """A computed item may follow from others, in any order."""
    values = {"sums.one.a": 1, "sums.one.b": 2, "sums.two.a": 6}
    expected = {"sums.one.c": 3.0, "sums.one.d": 1 / 3, "sums.two.c": 6.0, "sums.two.d": 2 / 3}
    assert expected == pytest.approx(Answers(plan_of(tmp_path, CHAIN), values).computed())


def test_cells_hold_formula_and_value(tmp_path: Path) -> None:
    """In a blank form the stored value is an empty text, never a zero or an error."""
    plan = plan_of(tmp_path)
    sheet, cell = plan.cells()["rooms.main.share"]
    place = cell_name(cell.row, cell.column)
    blank, filled = bytes_of(plan), bytes_of(plan, values={"rooms.main.total": 8, "rooms.main.ready": 2})
    assert excel_formulas(plan)["rooms.main.share"] == opened(blank)[sheet.name][place].value
    stored = [opened(content, values=True)[sheet.name][place].value for content in (blank, filled)]
    assert [None, 0.25] == stored
    assert (True, "FFF0F2F4") == (
        opened(blank)[sheet.name][place].protection.locked,
        opened(blank)[sheet.name][place].fill.fgColor.rgb,
    )


def test_formula_names_cells_and_ranges(tmp_path: Path) -> None:
    """Neighbouring cells become one range of the same sheet."""
    plan = plan_of(tmp_path, CHAIN)
    (first, second) = (plan.cells()[name][1].row + 1 for name in ("sums.one.c", "sums.two.c"))
    assert f"SUM($F${first}:$F${second})" in excel_formulas(plan)["sums.one.d"]


def test_formula_too_long_for_excel_names_the_item(tmp_path: Path) -> None:
    """What Excel cannot hold stops generation: a sum over 300 places that do not touch."""
    rows = "\n".join(f"    - {{row: r{n}, title: строка {n}, skip: [{'b' if n % 2 else 'a'}]}}" for n in range(600))
    blocks = "- table: chess\n  columns:\n    - {column: a, title: а, type: integer}\n"
    blocks += f"    - {{column: b, title: б, type: integer}}\n  rows:\n{rows}\n"
    blocks += "- card: one\n  fields: [{field: all, title: всего, type: integer, computed: sum(chess.*.a)}]\n"
    with pytest.raises(GenerationError) as caught:
        bytes_of(plan_of(tmp_path, blocks))
    assert ("workbook-formula", "one.all") == (caught.value.code, caught.value.parameters["item"])


GOAL = """
- card: goal
  fields:
    - {field: target, title: план, type: percent}
    - {field: fact, title: факт, type: percent}
    - {field: reached, title: достигнут, type: yes_no, computed: fact >= target}
    - {field: praise, title: награда, type: integer, computed: if reached = "да" then 1 else 0}
"""


@pytest.mark.office
@pytest.mark.parametrize(
    ("values", "reached"),
    [
        ({"goal.target": 0.3, "goal.fact": 0.1 + 0.2}, "да"),
        ({"goal.target": 0.9, "goal.fact": 0.8}, "нет"),
        ({"goal.target": 0.9}, None),
        ({"goal.target": 0.9, "goal.fact": "16 чел."}, None),
    ],
)
def test_a_condition_shows_yes_or_no(
    office: LibreOffice, tmp_path: Path, values: dict[str, object], reached: str | None
) -> None:
    """Stored and computed alike; when it cannot be told the cell is empty, and others see it so."""
    plan, path = plan_of(tmp_path, GOAL), tmp_path / "goal.xlsx"
    write_workbook(plan, path, values=values)
    sheet, cell = plan.cells()["goal.reached"]
    place, below = cell_name(cell.row, cell.column), cell_name(cell.row + 1, cell.column)
    stored, shown = opened(path.read_bytes(), values=True)[sheet.name], office.read(path)[sheet.name]

    praise = {"да": 1.0, "нет": 0.0, None: None}[reached]
    assert (reached, praise) == (stored[place].value, stored[below].value)
    assert (reached, praise) == (shown.get(place) or None, None if shown.get(below) == "" else shown.get(below))
