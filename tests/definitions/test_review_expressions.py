"""Faulty expressions are told at their place in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.definitions.forms import load_blocks, whole
from xlforms.errors import DefinitionError


def _places(folder: Path, blocks: str) -> list[tuple[int, str, str]]:
    """Line from the first line of the blocks, what stands at the place told (up to four letters), code."""
    with pytest.raises(DefinitionError) as caught:
        load_blocks(folder, blocks)
    lines = whole(blocks).split("\n")
    return [
        (problem.line - 9, lines[problem.line - 1][problem.column - 1 :][:4] if problem.column else "", problem.code)
        for problem in caught.value.problems
    ]


def test_every_faulty_expression_at_its_place(tmp_path: Path) -> None:
    """Grammar, unknown names, wrong kinds and lists out of place, each at its letter; quotes do not shift it."""
    assert [
        (4, "aa >", "unknown-item-near"),
        (5, "a + ", "expression-not-a-condition"),
        (6, "a > ", "expression-not-a-number"),
        (7, " }", "expression-unfinished"),
        (8, 'bb)"', "unknown-item-near"),
        (9, "pair", "expression-list-outside"),
        (13, "", "unknown-item"),
    ] == _places(
        tmp_path,
        """
- table: t
  columns:
    - {column: a, title: А, type: integer}
    - {column: b, title: Б, type: text, required_if: aa > 0}
    - {column: c, title: В, type: integer, required_if: a + 1}
    - {column: d, title: Г, type: integer, computed: a > 1}
    - {column: e, title: Д, type: integer, computed: a + }
    - {column: f, title: Е, type: text, required_if: "answered(bb)"}
    - {column: g, title: Ж, type: integer, computed: pair}
    - column: h
      title: З
      type: integer
      computed: >-
        a +
        qqqqqqqqqqqq
    - {group: pair, title: Пара, columns: [{column: x, title: И, type: integer}, {column: y, title: К, type: integer}]}
  rows: [{row: first, title: Первая}, {row: second, title: Вторая}]
""",
    )


def test_faults_are_told_once_for_all_rows(tmp_path: Path) -> None:
    """A column's expression is one mistake, however many rows it has; the same text elsewhere is another."""
    assert [(3, "qqqq", "unknown-item"), (9, "qqqq", "unknown-item")] == _places(
        tmp_path,
        """
- table: t
  columns:
    - {column: a, title: А, type: integer, required_if: qqqqqq > 0}
  rows:
    - {row: first, title: Первая}
    - {row: second, title: Вторая}
- card: c
  fields:
    - {field: b, title: Б, type: integer, required_if: qqqqqq > 0}
""",
    )


def test_circles_are_refused(tmp_path: Path) -> None:
    """What is computed from itself, directly or through others, would show an error in every spreadsheet."""
    assert [(4, "c + ", "computed-circle"), (5, "sum(", "computed-circle"), (6, "d + ", "computed-circle")] == _places(
        tmp_path,
        """
- card: c
  fields:
    - {field: a, title: А, type: integer}
    - {field: b, title: Б, type: integer, computed: c + a}
    - {field: c, title: В, type: integer, computed: 'sum(a, b)'}
    - {field: d, title: Г, type: integer, computed: d + 1}
    - {field: e, title: Д, type: integer, computed: a + 1}
    - {field: f, title: Е, type: integer, computed: e + 1}
""",
    )


def test_lists_are_allowed_in_functions_of_lists(tmp_path: Path) -> None:
    """Groups, wildcards and `row` stand where a function takes many items."""
    loaded = load_blocks(
        tmp_path,
        """
- table: t
  columns:
    - {column: total, title: А, type: integer, computed: sum(pair)}
    - {column: note, title: Б, type: text, required_if: answered(row) and count(t.*.x) > 1}
    - {group: pair, title: Пара, columns: [{column: x, title: И, type: integer}, {column: y, title: К, type: integer}]}
  rows: [{row: first, title: Первая}]
""",
    )

    assert ["sum(pair)", "", "", ""] == [item.computed for item in loaded.sections[1].blocks[0].cells.values()]
