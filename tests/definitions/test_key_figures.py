"""Key figures as a form carries them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.definitions.forms import load_text, whole
from xlforms.definitions.key_figure import KeyFigure
from xlforms.layout.build import build_plan
from xlforms.layout.digest import digest_of

_FORM = whole("""
- card: c
  fields:
    - {field: a, title: А, type: integer}
    - {field: b, title: Б, type: integer}
    - {field: c, title: В, type: yes_no, computed: a > b}
""")
_FIGURES = """key_figures:
  - {label: " Часть ", expression: c.a / c.b, unit: "%", better: more}
  - {key_figure: several, label: Несколько, expression: "sum(c.a, c.b)", unit: чел.}
  - {label: Больше, expression: c.c = "да" and c.a > 1, better: less}
"""


def test_figures_of_a_form(tmp_path: Path) -> None:
    """In the order of the form; an id that was left out is the place, a condition is in per cent."""
    expected = (
        KeyFigure("figure_1", "Часть", "c.a / c.b", "%", "more"),
        KeyFigure("several", "Несколько", "sum(c.a, c.b)", "чел."),
        KeyFigure("figure_3", "Больше", 'c.c = "да" and c.a > 1', "%", "less"),
    )
    loaded = load_text(tmp_path, _FORM + _FIGURES)
    assert (expected, expected) == (loaded.key_figures, build_plan(loaded).key_figures)


def test_workbooks_know_nothing_of_them(tmp_path: Path) -> None:
    """But for the figures themselves the plan is the same, and so is its digest."""
    with_figures, without = (build_plan(load_text(tmp_path, text)) for text in (_FORM + _FIGURES, _FORM))
    assert without == replace(with_figures, key_figures=())
    assert digest_of(without) == digest_of(with_figures)
