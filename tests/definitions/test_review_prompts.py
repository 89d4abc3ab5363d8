"""Prompts that would not fit."""

from __future__ import annotations

from pathlib import Path

from tests.definitions.forms import block_faults, faults, load_blocks, whole
from xlforms.definitions.items import items_of
from xlforms.definitions.wording import PROMPT_LIMIT, prompt_of


def _room(tmp_path: Path, key: str) -> int:
    """The letters that a help or an example of a whole number may have."""
    form = load_blocks(tmp_path, f"- card: c\n  fields: [{{field: a, title: А, type: integer, {key}: ж.}}]\n")
    (item,) = [entry for entry in items_of(form.sections) if entry.name == "c.a"]
    return PROMPT_LIMIT - len(prompt_of(item)) + len("ж.")


def test_long_prompts(tmp_path: Path) -> None:
    """The line of the help or the example is named, once for all rows; a letter less is fine."""
    for key in ("help", "example"):
        room = _room(tmp_path, key)
        for more, expected in ((0, []), (1, [(3, "prompt-long")])):
            text = "ж" * (room - 1 + more) + "."
            blocks = f"""
- table: t
  columns:
    - {{column: a, title: А, type: integer, {key}: {text}}}
    - {{column: b, title: Б, type: integer, {key}: коротко}}
  rows: [{{row: one, title: Первая}}, {{row: two, title: Вторая}}]
"""
            if expected:
                assert expected == block_faults(tmp_path, blocks)
            else:
                assert "trial" == load_blocks(tmp_path, blocks).form.form


def test_what_is_said_at_a_cell(tmp_path: Path) -> None:
    """Help and example together count; a computed item has no prompt."""
    assert [(5, "prompt-long"), (8, "prompt-long")] == block_faults(
        tmp_path,
        f"""
- table: t
  columns: [{{column: a, title: А, type: integer}}]
  rows:
    - {{row: one, title: Первая}}
    - {{row: two, title: Вторая, cells: {{a: {{help: {"ж" * 200}, example: {"з" * 100}}}}}}}
- card: c
  fields:
    - {{field: b, title: Б, type: integer, example: {"з" * 300}}}
    - {{field: d, title: Г, type: integer, computed: b + 1, help: {"ж" * 300}}}
""",
    )


def test_questions_on_who_filled_in(tmp_path: Path) -> None:
    """The questions of the title sheet are looked at too."""
    contact = f"contact:\n  - {{field: who, title: Кто, type: text, help: {'ж' * 300}}}\n"
    text = whole("- card: c\n  fields: [{field: a, title: А, type: integer}]\n") + contact
    assert [(13, "prompt-long")] == faults(tmp_path, text)
