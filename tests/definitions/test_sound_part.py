"""All mistakes at once: what is sound is looked at although other entries are faulty, without nonsense that follows."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.definitions.forms import block_faults, faults, load_blocks, whole
from xlforms.definitions.form import Form
from xlforms.definitions.load import load_form
from xlforms.definitions.shape import check_shape
from xlforms.definitions.sound_part import sound_part, without_faults
from xlforms.definitions.templates import available_forms
from xlforms.definitions.yaml_source import read_yaml
from xlforms.errors import DefinitionError

_RULES = """
rules:
  - {rule: fair, kind: balance, parts: t.a.x, total: t.a.y}
  - {rule: lame, kind: balance, parts: t.a.nowhere, total: t.a.y}
  - {rule: odd, kind: balans, parts: t.a.x, total: t.a.y}
  - {rule: lost, kind: balance, parts: t.a.broken, total: t.a.y}
"""


def test_every_stage_at_once(tmp_path: Path) -> None:
    """Shape, names, bounds, expressions, prompts, personal answers and rules are told together, each with its line."""
    blocks = f"""
- table: t
  columns:
    - {{column: x, title: X, type: integer}}
    - {{column: y, title: Y, type: integer, minimum: 5, maximum: 1}}
    - {{column: broken, title: Z, type: integr}}
    - {{column: follows, title: W, type: integer, computed: broken + x}}
    - {{column: wrong, title: V, type: integer, computed: x + nobody}}
    - {{column: secret, title: U, type: integer, personal: true}}
    - {{column: leak, title: Q, type: integer, computed: secret + 1}}
    - {{column: long, title: T, type: integer, help: {"ж" * 300}}}
    - {{column: round, title: S, type: integer, computed: round + 1}}
  rows:
    - {{row: a, title: А}}
    - {{row: a, title: Ещё раз}}
    - {{row: b, title: Б, skip: [absent]}}
"""
    first = len(blocks.strip("\n").split("\n"))
    assert [
        (4, "bounds-crossed"),
        (5, "unknown-type-near"),
        (7, "unknown-item"),
        (9, "computed-of-personal"),
        (10, "prompt-long"),
        (11, "computed-circle"),
        (14, "row-repeated"),
        (15, "column-unknown"),
        (first + 3, "unknown-item-near"),
        (first + 4, "rule-kind-unknown-near"),
    ] == [(line - 9, code) for line, code in faults(tmp_path, whole(blocks) + _RULES.lstrip("\n"))]


def test_nothing_follows_from_what_is_left_out(tmp_path: Path) -> None:
    """Whatever names a faulty entry, by whatever way, is no second mistake."""
    assert [(4, "key-missing"), (7, "kind-unclear"), (9, "bad-id")] == block_faults(
        tmp_path,
        """
- table: t
  columns:
    - {column: x, title: X, type: integer}
    - {column: gone, type: integer}
    - {column: z, title: Z, type: integer, computed: gone + x, only_rows: [lost]}
  rows:
    - {ligne: lost, title: А}
    - {row: b, title: Б, cells: {gone: {required: true}}}
    - {row: Bad, title: В}
    - {row: d, title: Г, skip: [gone]}
- card: c
  fields:
    - {field: n, title: Н, type: integer, computed: "sum(t.lost.x, t.*.gone, t.b.x)"}
    - {field: m, title: М, type: text, required_if: t.lost.gone > 0}
""",
    )


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        # the only entry of a list takes its block with it, and the section that held nothing else
        ("- card: c\n  fields: [{field: a, title: А, type: integr}]", [(2, "unknown-type-near")]),
        ("- table: t\n  columns: [{column: a, title: А, type: text}]\n  rows: [{row: a}]", [(3, "key-missing")]),
        # a list of choices that is wrong, and one that is missing
        ("- card: c\n  fields: [{field: a, title: А, type: choice, choices: nowhere}]", [(2, "list-unknown")]),
        # two blocks of one name: the second is left out
        (
            "- card: c\n  fields: [{field: a, title: А, type: integer}]\n"
            "- card: c\n  fields: [{field: b, title: Б, type: integer, computed: zzz + 1}]",
            [(3, "block-repeated")],
        ),
    ],
)
def test_smallest_forms(tmp_path: Path, blocks: str, expected: list[tuple[int, str]]) -> None:
    """Where nothing sound is left, the first mistakes are all there is to say."""
    assert expected == block_faults(tmp_path, blocks)


def test_mistakes_at_the_top(tmp_path: Path) -> None:
    """A wrong id, a missing title or a wrong contact does not hide the mistakes of the sections."""
    text = """\
form: Проба
version: "1"
code: П-1
contact: [{field: who, title: Кто, type: txt}]
lists: {kinds: 5}
sections:
  - section: one
    title: Раздел
    sheet: "Лист:"
    blocks:
      - card: c
        fields:
          - {field: a, title: А, type: choice, choices: kinds}
          - {field: b, title: Б, type: integer, computed: zzz + 1}
"""
    assert [
        (1, "bad-form-id"),
        (1, "key-missing"),
        (4, "unknown-type-near"),
        (5, "list-expected"),
        (9, "sheet-name"),
        (14, "unknown-item"),
    ] == faults(tmp_path, text)


def test_nothing_can_be_said_of_the_rest(tmp_path: Path) -> None:
    """A definition without sections has no rest."""
    assert [(5, "list-expected")] == faults(
        tmp_path, 'form: trial\nversion: "1"\ntitle: Проба\ncode: П-1\nsections: нет\n'
    )


def test_a_sound_definition_stays_whole(tmp_path: Path) -> None:
    """Nothing is taken out of a definition without mistakes, and nothing is excused there."""
    load_blocks(tmp_path, "- card: c\n  fields: [{field: a, title: А, type: integer}]")
    tree = read_yaml(tmp_path / "trial.yaml")
    form, problems = check_shape(Form, tree, "")
    part = sound_part(tree, form, problems)
    assert part is not None
    assert (True, form, tree, False) == (part.whole, part.form, part.tree, part.caused("unknown-item", {"name": "a"}))
    assert part is without_faults(part, [])


@pytest.mark.parametrize("source", available_forms(), ids=lambda source: f"{source.id}@{source.version}")
def test_one_mistake_is_one_problem(source: object, tmp_path: Path) -> None:
    """In a real form: a type misspelt in any one place is told once, and nothing else is."""
    original = source.path.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    places = [place for place in range(len(original)) if original.startswith("type: integer", place)]
    for place in places[:: max(1, len(places) // 4)]:
        text = original[:place] + "type: integr" + original[place + len("type: integer") :]
        path = tmp_path / "1.yaml"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(DefinitionError) as caught:
            load_form(path)
        line = original.count("\n", 0, place) + 1
        assert [(line, "unknown-type-near")] == [(problem.line, problem.code) for problem in caught.value.problems]
