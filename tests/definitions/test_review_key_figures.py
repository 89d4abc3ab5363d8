"""Faults of key figures are told all at once, each at its place in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.definitions.forms import load_text, whole
from xlforms.errors import DefinitionError
from xlforms.messages import say

_BLOCKS = """
- table: t
  columns:
    - {column: a, title: А, type: integer}
    - {column: b, title: Б, type: integer}
    - {column: note, title: В, type: text}
  rows: [{row: first, title: Первая}, {row: second, title: Вторая}]
- card: c
  fields:
    - {field: kind, title: Вид, type: choice, choices: [да, нет]}
    - {field: day, title: День, type: date}
    - {field: pay, title: Плата, type: money, personal: true}
    - {field: part, title: Часть, type: money, computed: pay / 2, personal: true}
"""


def _text(figures: str) -> str:
    return whole(_BLOCKS) + "key_figures:\n" + figures.strip("\n") + "\n"


def _faults(folder: Path, figures: str) -> list[tuple[int, str, str]]:
    """Line from the first figure, what stands at the place told (up to four letters), code."""
    text = _text(figures)
    lines = text.split("\n")
    first = lines.index("key_figures:") + 1
    with pytest.raises(DefinitionError) as caught:
        load_text(folder, text)
    for problem in caught.value.problems:
        assert say(problem.code, "ru", **problem.parameters) != say(problem.code, "en", **problem.parameters)
    return [
        (problem.line - first, lines[problem.line - 1][problem.column - 1 :][:4] if problem.column else "",
         problem.code)
        for problem in caught.value.problems
    ]  # fmt: skip


def test_every_fault_at_its_place(tmp_path: Path) -> None:
    """Grammar, unknown names, wrong kinds, personal answers and repeated names, all at once, each at its letter."""
    assert [
        (1, "t.fi", "figure-item-unknown-near"),
        (2, "zzzz", "figure-item-unknown"),
        (3, "c.ki", "expression-number-expected"),
        (4, "c.da", "figure-no-number"),
        (5, "c.ki", "figure-no-number"),
        (6, "c.pa", "figure-of-personal"),
        (7, "c.pa", "figure-of-personal"),
        (8, ", un", "expression-unfinished"),
        (9, "t.*.", "expression-list-outside"),
        (10, "= t.", "expression-kinds-differ"),
        (11, "5 * ", "figure-without-items"),
        (12, "/ t.", "figure-quotient-in-if"),
        (13, "c.ki", "figure-condition-unit"),
        (15, "key_", "figure-repeated"),
        (16, "key_", "figure-reserved"),
        (17, "labe", "figure-label-repeated"),
    ] == _faults(
        tmp_path,
        """
  - {label: л1, expression: t.firt.a / t.first.b}
  - {label: л2, expression: t.first.a + zzzzzzzzzzzzzzzzzz}
  - {label: л3, expression: t.first.a + c.kind}
  - {label: л4, expression: c.day}
  - {label: л5, expression: c.kind}
  - {label: л6, expression: t.first.a + c.pay}
  - {label: л7, expression: 100 * c.part}
  - {label: л8, expression: t.first.a +, unit: чел.}
  - {label: л9, expression: t.*.a}
  - {label: л10, expression: c.kind = t.first.a}
  - {label: л11, expression: 5 * 5}
  - {label: л12, expression: 'if c.kind = "да" then t.first.a / t.first.b else 0'}
  - {label: л13, expression: c.kind = "да", unit: чел.}
  - {key_figure: same, label: л14, expression: t.first.a}
  - {key_figure: same, label: л15, expression: t.first.b}
  - {key_figure: figure_3, label: л16, expression: t.first.b}
  - {label: Л1, expression: t.first.b}
""",
    )


def test_faults_of_shape(tmp_path: Path) -> None:
    """Misspelt keys, missing ones and wrong words; what stands beside them is looked at all the same."""
    assert [
        (1, "expr", "unknown-key-near"),
        (2, "{lab", "key-missing"),
        (3, "bett", "word-unknown"),
        (4, "key_", "bad-id"),
        (5, "t.fi", "figure-item-unknown-near"),
    ] == _faults(
        tmp_path,
        """
  - {label: л1, expresion: t.first.a}
  - {label: л2}
  - {label: л3, expression: t.first.a, better: bigger}
  - {key_figure: Три, label: л4, expression: t.first.a}
  - {label: л5, expression: t.first.aa}
""",
    )


def test_figures_of_a_faulty_item_are_not_held_against_it(tmp_path: Path) -> None:
    """A figure that names a column that is itself faulty is no second mistake."""
    text = _text("  - {label: л, expression: t.first.a}").replace("title: А, type: integer", "title: А, type: integr")
    with pytest.raises(DefinitionError) as caught:
        load_text(tmp_path, text)
    assert ["unknown-type-near"] == [problem.code for problem in caught.value.problems]


def test_words(tmp_path: Path) -> None:
    """The author reads what is wrong and what to write instead."""
    with pytest.raises(DefinitionError) as caught:
        load_text(tmp_path, _text("  - {label: л, expression: a / t.first.b}\n  - {label: м, expression: c.pay > 0}"))
    assert [
        "показателя «a» в форме нет (выражение: a / t.first.b). Пишите имена полностью: таблица.строка.графа или "
        "карточка.поле",
        "c.pay – личные данные, а ключевые показатели попадают в свод. Уберите c.pay из выражения",
    ] == [say(problem.code, "ru", **problem.parameters) for problem in caught.value.problems]
