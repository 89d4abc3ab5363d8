"""The data dictionary of a form."""

from __future__ import annotations

from tests.reports.made_up import form_of
from xlforms.layout.dictionary import COLUMNS, computed_dictionary, data_dictionary
from xlforms.layout.place import cell_name

PLAN, _ = form_of("""
form: f
version: "1"
title: Ф
code: Ф
sections:
  - section: s
    title: Раздел
    sheet: Лист
    blocks:
      - card: c
        title: О школе
        fields:
          - {field: a, title: А, type: integer, maximum: 5, unit: чел., required: true}
          - {field: b, title: Б, type: choice, choices: [да, нет], required_if: a > 0}
          - {field: c, title: В, type: date, minimum: 2020-01-01, personal: true}
          - {field: d, title: Г, type: percent, computed: a / 5}
""")


def test_items() -> None:
    """A row for each answer cell in printed order; bounds only where they mean something."""
    cells = PLAN.cells()
    rows = [row for row in data_dictionary(PLAN) if str(row["item"]).startswith("c.")]
    place = {name: cell_name(cells[f"c.{name}"][1].row, cells[f"c.{name}"][1].column) for name in "abc"}
    assert [
        ("c.a", "Лист", place["a"], "О школе / А", "integer", True, 0, 5, [], "чел.", "", False),
        ("c.b", "Лист", place["b"], "О школе / Б", "choice", False, None, None, ["да", "нет"], "", "a > 0", False),
        ("c.c", "Лист", place["c"], "О школе / В", "date", False, "2020-01-01", "2100-12-31", [], "", "", True),
    ] == [tuple(row[column] for column in COLUMNS) for row in rows]
    assert [item.name for item in PLAN.items] == [row["item"] for row in data_dictionary(PLAN)]


def test_computed_cells() -> None:
    """Computed cells are told with their expressions."""
    (row,) = computed_dictionary(PLAN)
    assert ("c.d", "Лист", "О школе / Г", "percent", "a / 5") == tuple(
        row[column] for column in ("item", "sheet", "label", "type", "expression")
    )
