"""Personal answers do not get out through what is computed of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.definitions.forms import block_faults, load_blocks
from xlforms.errors import DefinitionError
from xlforms.messages import say

_CARD = """
- card: c
  fields:
    - {field: open, title: А, type: integer}
    - {field: secret, title: Б, type: integer, personal: true}
    - {field: direct, title: В, type: integer, computed: secret + 1}
    - {field: marked, title: Г, type: integer, computed: secret + 2, personal: true}
    - {field: through, title: Д, type: integer, computed: marked + open}
    - {field: fair, title: Е, type: integer, computed: open * 2}
- table: t
  columns:
    - {column: pay, title: Ж, type: money}
    - {column: all, title: З, type: money, computed: c.secret + pay}
    - {column: sum, title: И, type: money, computed: "sum(t.*.pay)"}
  rows:
    - {row: one, title: Первая}
    - {row: two, title: Вторая, cells: {pay: {personal: true}}}
"""


def test_what_is_computed_of_personal_answers_is_refused(tmp_path: Path) -> None:
    """Directly, through a computed item, over lists, from another block: each place once; a personal result is fine."""
    assert [(5, "computed-of-personal"), (7, "computed-of-personal"), (12, "computed-of-personal"),
            (13, "computed-of-personal")] == block_faults(tmp_path, _CARD)  # fmt: skip


def test_words(tmp_path: Path) -> None:
    """The author reads which item is personal and what can be done."""
    with pytest.raises(DefinitionError) as caught:
        load_blocks(tmp_path, _CARD)
    problem = caught.value.problems[0]
    assert (
        "c.direct считается из личных данных (c.secret), а вычисленное попадает в свод. Уберите c.secret из выражения "
        "или добавьте personal: true"
    ) == say(problem.code, "ru", **problem.parameters)


def test_personal_results_load(tmp_path: Path) -> None:
    """What is marked personal may be computed of personal answers."""
    loaded = load_blocks(
        tmp_path,
        """
- card: c
  fields:
    - {field: secret, title: Б, type: integer, personal: true}
    - {field: marked, title: Г, type: integer, computed: secret + 2, personal: true}
""",
    )
    assert "trial" == loaded.form.form
