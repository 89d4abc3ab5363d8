"""The sheet «Проверка»: what stands where, what is printed."""

from __future__ import annotations

from pathlib import Path

from tests.workbook.checked_form import checked_plan
from xlforms.layout.check_cells import LAST
from xlforms.layout.limits import PAGE_PIXELS
from xlforms.layout.text_size import column_pixels


def test_rows_from_top_to_bottom(tmp_path: Path) -> None:
    """Counters, the state, the list with a line for each rule, questions, and the register, which is not printed."""
    plan = checked_plan(tmp_path)
    places, sheet = plan.check_sheet, plan.sheets[-1]
    assert places is not None
    assert ("Проверка", (("errors", 5), ("questions", 6), ("explained", 7)), 8) == (
        places.name,
        places.counts,
        places.state,
    )
    assert ((12, 21), 22, ((27, 40), (28, 36)), (32, 41)) == (
        places.lines,
        places.more,
        places.questions,
        places.register,
    )
    assert (28, 42) == (sheet.last_row, len(sheet.heights))


def test_explanations_stand_beside_their_own_rule(tmp_path: Path) -> None:
    """Keys, codes and captions as on every sheet, the answer in the last column: nothing moves what was typed."""
    sheet = checked_plan(tmp_path).sheets[-1]
    assert [
        ("explanations.full.text", 27, LAST, "explanations.full", "v3", "01"),
        ("explanations.load.text", 28, LAST, "explanations.load", "v3", "02"),
    ] == [(c.item.name, c.row, c.column, c.row_key, c.column_key, c.row_code) for c in sheet.answers]
    assert ((27, "explanations.full"), (28, "explanations.load")) == sheet.row_keys
    assert ["Столовая полна", "Нагрузка"] == [cell.text for cell in sheet.fixed if cell.role == "label"]


def test_the_list_is_no_part_of_the_form(tmp_path: Path) -> None:
    """Totals of a summary print the fixed texts of a form: those of the list and the register are not among them."""
    sheet = checked_plan(tmp_path).sheets[-1]
    assert ["стр.", "О чём вопрос", "Что показала проверка", "Пояснение"] == [
        cell.text for cell in sheet.fixed if cell.role == "header"
    ]


def test_fills_a_landscape_page(tmp_path: Path) -> None:
    """As wide as A4 allows at full size."""
    sheet = checked_plan(tmp_path).sheets[-1]
    width = sum(column_pixels(width) for width in sheet.widths[1:])
    assert PAGE_PIXELS["landscape"] * 0.98 <= width <= PAGE_PIXELS["landscape"]
    assert "landscape" == sheet.orientation
