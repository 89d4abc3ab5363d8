"""Mistakes of shape: what pydantic and the YAML reader see."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.definitions.forms import HEAD, block_faults, faults, load_blocks, load_text, whole
from xlforms.definitions.load import load_form
from xlforms.errors import DefinitionError
from xlforms.messages import say


def test_small_form_is_loaded(tmp_path: Path) -> None:
    """The smallest form gives its definition, its sections with the title first, and its file."""
    loaded = load_blocks(tmp_path, "- card: c\n  fields:\n    - {field: f, title: Поле, type: integer}")

    assert ("trial", "1", "Проба", "П-1") == (
        loaded.form.form,
        loaded.form.version,
        loaded.form.title,
        loaded.form.code,
    )
    assert ["title", "one"] == [section.id for section in loaded.sections]
    assert str(tmp_path / "trial.yaml") == loaded.path


def test_version_keeps_its_digits(tmp_path: Path) -> None:
    """A version that YAML takes for a number stays as it was written."""
    text = whole("- card: c\n  fields:\n    - {field: f, title: Поле, type: integer}").replace('"1"', "2020.10")

    assert "2020.10" == load_text(tmp_path, text).form.version


def test_all_mistakes_of_shape_at_once(tmp_path: Path) -> None:
    """Every mistake of shape is told with its line, in the order of the file."""
    text = """\
form: Trial Form
titel: Проба
version: 1/2
code: слишком длинный код формы
colour: red
contact: []
instructions: Заполните
sections:
  - section: One
    title: ""
    sheet: Лист
    orientation: portret
    blocks:
      - card: c
        fields:
          - {field: a, title: А, type: integr}
          - {field: b, title: Б, type: text, required: да, max_length: много}
          - {field: c, type: text, max_length: 0}
          - {field: d, title: Г, type: nothing_like_it}
          - {field: e, title: Д, type: integer, minimum: [1], blank: none}
          - просто текст
      - tabel: t
      - {}
      - table: t
        columns:
          - {column: c, title: В, width: 101}
          - group: g
            title: Г
            columns: []
        rows: {row: r}
"""
    assert [
        (1, "bad-form-id"),
        (2, "unknown-key-near"),
        (3, "bad-version"),
        (4, "text-too-long"),
        (5, "unknown-key"),
        (6, "list-empty"),
        (7, "list-expected"),
        (9, "bad-id"),
        (10, "text-empty"),
        (12, "word-unknown"),
        (16, "unknown-type-near"),
        (17, "true-false-expected"),
        (17, "number-expected"),
        (18, "key-missing"),
        (18, "number-too-small"),
        (19, "unknown-type"),
        (20, "number-expected"),
        (20, "word-unknown"),
        (21, "mapping-expected"),
        (22, "unknown-key-near"),
        (23, "kind-unclear"),
        (26, "number-too-large"),
        (29, "list-empty"),
        (30, "list-expected"),
    ] == faults(tmp_path, text)


def test_misspelt_key_is_not_missing_too(tmp_path: Path) -> None:
    """`titel` is one mistake, not an unknown key and a missing one."""
    assert [(3, "unknown-key-near")] == block_faults(
        tmp_path, "- card: c\n  fields:\n    - {field: f, titel: Поле, type: integer}"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [(1, "yaml-not-a-mapping")]),
        ("- a\n- b\n", [(1, "yaml-not-a-mapping")]),
        ("form: a\n  b: c\n", [(2, "yaml-syntax")]),
        ("form: 'a\n", [(2, "yaml-syntax")]),
        ("form: a\ntitle: % доля\n", [(2, "yaml-syntax")]),
        ("form: a\ncode: b\nform: c\n", [(3, "yaml-repeated-key")]),
        ("form: a\ncode: b\x01\n", [(2, "control-character")]),
        ("form: &a [*a]\n", [(1, "yaml-alias-loop")]),
        ("form: " + "[" * 3000 + "]" * 3000, [(0, "yaml-too-deep")]),
    ],
)
def test_broken_yaml_is_one_clear_problem(tmp_path: Path, text: str, expected: list[tuple[int, str]]) -> None:
    """A file that is no YAML mapping is told as such, with its line."""
    assert expected == faults(tmp_path, text)


def test_other_encoding_is_named(tmp_path: Path) -> None:
    """A form saved in cp1251 gives the line of the first letter that is not UTF-8."""
    path = tmp_path / "trial.yaml"
    path.write_bytes(HEAD.encode("cp1251"))
    with pytest.raises(DefinitionError) as caught:
        load_form(path)

    assert [(3, "yaml-not-utf8")] == [(problem.line, problem.code) for problem in caught.value.problems]


def test_missing_file_is_a_problem(tmp_path: Path) -> None:
    """A file that is not there is told like any other mistake."""
    with pytest.raises(DefinitionError) as caught:
        load_form(tmp_path / "none.yaml")

    assert ["file-unreadable"] == [problem.code for problem in caught.value.problems]


def test_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    """Windows editors put a BOM before UTF-8."""
    text = whole("- card: c\n  fields:\n    - {field: f, title: Поле, type: integer}")

    assert "trial" == load_text(tmp_path, "\ufeff" + text).form.form


def test_words_of_a_misspelt_key(tmp_path: Path) -> None:
    """The author reads where the mistake is and what was probably meant."""
    text = HEAD.replace("title:", "titel:") + "sections: []\n"
    with pytest.raises(DefinitionError) as caught:
        load_text(tmp_path, text)
    problem = caught.value.problems[0]

    assert (3, 1) == (problem.line, problem.column)
    assert "ключа «titel» здесь не бывает. Может быть, «title»?" == say(problem.code, "ru", **problem.parameters)
    assert "there is no key “titel” here. Did you mean “title”?" == say(problem.code, "en", **problem.parameters)


def test_aliases_of_aliases_are_refused(tmp_path: Path) -> None:
    """A few lines of aliases that stand for millions of values are one clear problem, found at once."""
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{name}: &{name} [{', '.join(['*' + before] * 9)}]" for before, name in zip("abcdefg", "bcdefgh", strict=True)
    ]
    assert [(0, "yaml-too-deep")] == faults(tmp_path, "\n".join(lines))
