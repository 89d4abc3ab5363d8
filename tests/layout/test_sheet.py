"""Sections on their sheets: nothing overlaps, nothing is cut, everything has its key."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.workbook.forms import plan_of
from xlforms.definitions.load import load_form
from xlforms.definitions.templates import available_forms
from xlforms.layout.build import build_plan
from xlforms.layout.limits import PAGE_PIXELS
from xlforms.layout.plan import Plan, SheetPlan
from xlforms.layout.text_size import column_pixels, line_count, row_points, width_for

EVERY_FORM = pytest.mark.parametrize(
    "path", [source.path for source in available_forms()], ids=lambda path: path.parent.name
)
_SIZES = {"label": (10, False), "header": (9, True), "block_title": (11, True), "hint": (9, False)}


def _covered(sheet: SheetPlan) -> Counter[tuple[int, int]]:
    areas = [(cell.row, cell.column, cell.last_row, cell.last_column) for cell in sheet.fixed]
    areas += [(cell.row, cell.column, cell.row, cell.last_column) for cell in (*sheet.answers, *sheet.computed)]
    areas += [(count.row, count.column, count.row, count.column) for count in sheet.counts]
    return Counter(
        (row, column)
        for first_row, first, last_row, last in areas
        for row in range(first_row, last_row + 1)
        for column in range(first, last + 1)
    )


@EVERY_FORM
def test_no_two_cells_overlap(path: Path) -> None:
    """Every cell of every sheet belongs to one text, answer, computed cell or counter."""
    plan = build_plan(load_form(path))
    assert [] == [(sheet.name, place) for sheet in plan.sheets for place, times in _covered(sheet).items() if times > 1]


@EVERY_FORM
def test_every_text_fits_its_cell(path: Path) -> None:
    """Rows are high enough for their wrapped texts, columns wide enough for the longest word of a heading."""
    plan = build_plan(load_form(path))
    cut, broken = [], []
    for sheet in plan.sheets:
        for cell in sheet.fixed:
            if cell.role not in _SIZES:
                continue
            points, bold = _SIZES[cell.role]
            pixels = sum(column_pixels(width) for width in sheet.widths[cell.column : cell.last_column + 1])
            indent = 2 * cell.level + 1 if cell.role == "label" else 0
            needed = row_points(line_count(cell.text, pixels, points, bold=bold, indent=indent), points)
            if needed > sum(sheet.heights[cell.row : cell.last_row + 1]) + 0.5:
                cut.append((sheet.name, cell.text))
            if cell.role == "header" and column_pixels(width_for(cell.text, points, bold=bold)) > pixels + 1:
                broken.append((sheet.name, cell.text))
    assert ([], []) == (cut, broken)


@EVERY_FORM
def test_every_sheet_prints_legibly(path: Path) -> None:
    """One page wide at not less than three quarters of its size."""
    plan = build_plan(load_form(path))
    scales = {
        sheet.name: PAGE_PIXELS[sheet.orientation] / sum(column_pixels(width) for width in sheet.widths[1:])
        for sheet in plan.sheets
    }
    assert {} == {name: scale for name, scale in scales.items() if scale < 0.75}


@EVERY_FORM
def test_keys_labels_and_codes_are_unique(path: Path) -> None:
    """Three witnesses of a row: each names it alone."""
    for sheet in build_plan(load_form(path)).sheets:
        keys = [key for _, key in sheet.row_keys]
        codes = [cell.text for cell in sheet.fixed if cell.role == "row_code"]
        assert len(keys) == len(set(keys)) == len(codes) == len(set(codes))
        assert [row for row, _ in sheet.row_keys] == [cell.row for cell in sheet.fixed if cell.role == "row_code"]


def _example(folder: Path) -> Plan:
    return plan_of(
        folder,
        """
- table: rooms
  title: Кабинеты
  help: На 1 сентября
  row_title: Где
  footnotes: ["* Без спортзала"]
  columns:
    - {column: total, title: всего, type: integer}
    - {column: note, title: примечание, type: long_text}
  rows:
    - {row: main, title: основное, rows: [{row: lab, title: лаборатории, skip: [note]}]}
    - heading: Прочие
- card: gym
  fields: [{field: area, title: площадь, type: decimal, unit: кв. м}]
""",
    )


def test_rows_in_printed_order(tmp_path: Path) -> None:
    """Title, code line, then each block with title, help, heading, rows and footnotes."""
    sheet = _example(tmp_path).sheets[1]
    roles = ("sheet_title", "block_title", "hint", "label", "heading", "footnote", "closed")
    found = sorted(
        (cell.row, cell.column, cell.role, cell.text, cell.level) for cell in sheet.fixed if cell.role in roles
    )
    assert [
        ("sheet_title", "Раздел", 0),
        ("block_title", "Кабинеты", 0),
        ("hint", "На 1 сентября", 0),
        ("label", "основное", 0),
        ("label", "лаборатории", 1),
        ("closed", "X", 0),
        ("heading", "Прочие", 0),
        ("footnote", "* Без спортзала", 0),
        ("label", "площадь, кв. м", 0),
    ] == [(role, text, level) for _, _, role, text, level in found]


def test_answers_know_their_place(tmp_path: Path) -> None:
    """Keys, visible codes and column numbers of each answer; a card's answer spans the sheet."""
    sheet = _example(tmp_path).sheets[1]
    assert [
        ("rooms.main.total", 3, 3, "rooms.main", "v1", "01", 1),
        ("rooms.main.note", 4, 4, "rooms.main", "v2", "01", 2),
        ("rooms.lab.total", 3, 3, "rooms.lab", "v1", "02", 1),
        ("gym.area", 3, 4, "gym.area", "v1", "03", 1),
    ] == [
        (
            cell.item.name,
            cell.column,
            cell.last_column,
            cell.row_key,
            cell.column_key,
            cell.row_code,
            cell.column_number,
        )
        for cell in sheet.answers
    ]


def test_long_answers_get_room(tmp_path: Path) -> None:
    """Rows do not grow in a protected sheet: several lines in a card, two in a dense table."""
    columns = "".join(f"    - {{column: c{n}, title: графа {n}, type: integer}}\n" for n in range(7))
    dense = f"- table: dense\n  columns:\n{columns}    - {{column: note, title: тема, type: long_text}}\n"
    dense += "  rows: [{row: one, title: раз}]\n"
    card = "- card: one\n  fields: [{field: a, title: рассказ, type: long_text}]\n"
    heights = []
    for folder, blocks in ((tmp_path / "a", dense), (tmp_path / "b", card)):
        folder.mkdir()
        sheet = plan_of(folder, blocks).sheets[1]
        heights.append(sheet.heights[sheet.answers[0].row])
    assert [row_points(2, 10), row_points(2, 10)] == [heights[0], min(heights)]
