"""Rectangles of numbers and dates with the same bounds, each with a hidden cell that counts what is none."""

from __future__ import annotations

from pathlib import Path

from tests.workbook.forms import plan_of
from xlforms.layout.place import cell_name, range_name
from xlforms.layout.plan import SheetPlan

BLOCKS = """
- table: staff
  row_title: Кто
  columns:
    - {column: total, title: всего, type: integer, maximum: 50}
    - {column: young, title: молодые, type: integer, maximum: 50}
    - {column: load, title: нагрузка, type: decimal, maximum: 50}
    - {column: note, title: примечание, type: text}
    - {column: share, title: доля, type: percent, computed: load / total}
  rows: [{row: all, title: все}, {row: art, title: ИЗО}, {row: music, title: музыка, skip: [young]}]
- card: school
  fields:
    - {field: seats, title: мест, type: integer, maximum: 50}
    - {field: opened, title: открыта, type: date}
"""


def _runs(sheet: SheetPlan) -> list[tuple[str, str, list[str]]]:
    return [
        (
            cell_name(run.row, run.column),
            range_name(*run.span).replace("$", ""),
            [cell.item.name for cell in run.members],
        )
        for run in sheet.number_runs
    ]


def test_runs_of_a_sheet(tmp_path: Path) -> None:
    """Whole numbers and fractions apart, dates apart; neither texts nor what is computed; nothing beside the rest."""
    sheet = plan_of(tmp_path, BLOCKS).sheets[1]
    assert [
        ("I8", "D8:E9", ["staff.all.total", "staff.all.young", "staff.art.total", "staff.art.young"]),
        ("I10", "D10", ["staff.music.total"]),
        ("I12", "D12", ["school.seats"]),
        ("J8", "F8:F10", ["staff.all.load", "staff.art.load", "staff.music.load"]),
        ("I13", "D13", ["school.opened"]),
    ] == _runs(sheet)
    assert (0.0, 0.0) == sheet.aside_widths


def test_a_sheet_of_texts_has_none(tmp_path: Path) -> None:
    """Nothing is added where no number is asked."""
    sheet = plan_of(tmp_path, "- card: one\n  fields: [{field: a, title: ответ, type: text}]\n").sheets[1]
    assert ((), ()) == (sheet.number_runs, sheet.aside_widths)
