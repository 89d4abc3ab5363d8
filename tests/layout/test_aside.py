"""Verdicts beside rows: columns, widths, heights, before a sheet is laid out."""

from __future__ import annotations

from pathlib import Path

from tests.definitions.forms import load_text, whole
from tests.workbook.checked_form import BLOCKS, RULES
from xlforms.layout.aside import Aside, asides, longest_text
from xlforms.layout.limits import VERDICT_POINTS
from xlforms.layout.text_size import row_points

MANY = """
rules:
  - {rule: few, kind: share, each_row: staff, rows: [art], part: young, whole: total}
  - {rule: adds, kind: balance, each_row: staff, parts: [young, old], total: total}
  - {rule: other, kind: share, each_row: staff, rows: [music], part: old, whole: total}
  - {rule: third, kind: share, each_row: staff, rows: [art], part: old, whole: total}
"""


def _asides(folder: Path, rules: str) -> dict[str, Aside]:
    form = load_text(folder, whole(BLOCKS) + rules)
    return asides(form.sections, form.rules)


def test_rules_of_rows_and_of_one_sheet_stand_beside_rows(tmp_path: Path) -> None:
    """Rules about a column, or about several sheets, do not; what looks at one sheet stands at its anchor."""
    columns = _asides(tmp_path, RULES)["one"].columns
    expected = {"adds_all": 0, "adds_art": 0, "adds_music": 0, "no_canteen": 0, "full": 0, "years": 0, "load": 1}
    assert expected == dict(columns)


def test_a_rule_keeps_its_column(tmp_path: Path) -> None:
    """Rules of many rows stand nearest; the others take the first column that is free in all of their rows."""
    columns = _asides(tmp_path, MANY)["one"].columns
    expected = {"adds_all": 0, "adds_art": 0, "adds_music": 0, "few_art": 1, "other_music": 1, "third_art": 2}
    assert expected == dict(columns)


def test_widths(tmp_path: Path) -> None:
    """A gap, then the columns: the more there are, the narrower."""
    assert ((), (2.0, 48.0, 48.0), (2.0, 34.0, 34.0, 34.0)) == (
        Aside().widths,
        _asides(tmp_path, RULES)["one"].widths,
        _asides(tmp_path, MANY)["one"].widths,
    )


def test_rows_are_high_enough() -> None:
    """Rows of a protected sheet do not grow: a long message makes its row higher, but not without end."""
    beside = Aside({"x": 0}, {"a.short": ("✗ мало",), "a.long": ("слово " * 25,), "a.endless": ("слово " * 500,)})
    heights = [beside.row_points(key) for key in ("a.none", "a.short", "a.long", "a.endless")]
    assert [0.0, *(row_points(lines, VERDICT_POINTS) for lines in (1, 2, 4))] == heights


def test_many_verdicts_are_gathered() -> None:
    """More columns than a person looks through are hidden behind one, high enough for the two longest messages."""
    many = Aside(dict(zip("abcde", range(5), strict=True)), {"a.row": ("слово " * 20, "✗ мало", "слово " * 20)})
    few = Aside(dict(zip("abcd", range(4), strict=True)))
    assert (True, (2.0, 72.0, 0.0, 0.0, 0.0, 0.0, 0.0), 1, 2) == (many.gathered, many.widths, many.shown, many.first)
    assert (False, (2.0, 34.0, 34.0, 34.0, 34.0), 4, 1) == (few.gathered, few.widths, few.shown, few.first)
    assert row_points(4, VERDICT_POINTS) == many.row_points("a.row")


def test_longest_text(tmp_path: Path) -> None:
    """The message with something in the places of its values."""
    form = load_text(tmp_path, whole(BLOCKS) + RULES)
    texts = {instance.rule: longest_text(instance) for instance in form.rules}
    assert "✗ по стажу указано 0000, а всего 0000. Проверьте стаж." == texts["adds"]
    assert "✗ 00.00.0000 позже, чем 00.00.0000. Проверьте даты." == texts["years"]
