"""`xlforms describe`."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.cli.commands import Shell
from xlforms.layout.dictionary import COLUMNS

_ITEMS = ["unit.code", "unit.name", "unit.municipality", "contact.note", "c.total", "c.name"]


def test_table(shell: Shell) -> None:
    """A line for each answer cell, and their number."""
    ended = shell("describe", "trial.yaml")
    assert (0, "", "trial@1 · Проба", "6 показателей") == (
        ended.code, ended.err, ended.out.splitlines()[0].strip(), ended.out.splitlines()[-1],
    )  # fmt: skip
    assert [True] * len(_ITEMS) == [item in ended.out for item in _ITEMS]


def test_csv(shell: Shell) -> None:
    """The columns of the interface; truth is a word, choices stand between bars."""
    rows = list(csv.DictReader(io.StringIO(shell("describe", "trial.yaml", "--format", "csv").out)))
    assert (list(COLUMNS), _ITEMS) == (list(rows[0]), [row["item"] for row in rows])
    assert ("integer", "true", "0", "10", "") == tuple(
        rows[4][name] for name in ("type", "required", "minimum", "maximum", "choices")
    )


def test_json(shell: Shell) -> None:
    """One object with everything that programs ask for."""
    content = json.loads(shell("describe", "trial.yaml", "--format", "json").out)
    assert ("trial", "1", "Проба", _ITEMS) == (
        content["form"], content["version"], content["title"], [row["item"] for row in content["items"]],
    )  # fmt: skip
    assert {"rules", "checks"} <= set(content)


def test_json_of_a_form_with_key_figures(shell: Shell) -> None:
    """Each figure with its id and expression, in the order of the form; without any there is no such key."""
    path = shell.folder / "trial.yaml"
    assert "key_figures" not in json.loads(shell("describe", "trial.yaml", "--format", "json").out)
    figures = (
        "key_figures:\n"
        "  - {key_figure: total, label: Всего, expression: c.total, unit: чел.}\n"
        "  - {label: Нет, expression: c.total = 0, better: less}\n"
    )
    path.write_text(path.read_text(encoding="utf-8") + figures, encoding="utf-8")
    assert [
        {"key_figure": "total", "label": "Всего", "expression": "c.total", "unit": "чел.", "better": ""},
        {"key_figure": "figure_2", "label": "Нет", "expression": "c.total = 0", "unit": "%", "better": "less"},
    ] == json.loads(shell("describe", "trial.yaml", "--format", "json").out)["key_figures"]


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("orenburg-resorces", "формы «orenburg-resorces» нет. Может быть, «orenburg-resources»?"),
        ("gone.yaml", "файла формы «gone.yaml» нет. Проверьте путь"),
        ("orenburg-resources@0", "у формы «orenburg-resources» нет версии 0. Есть: "),
    ],
)
def test_no_such_form(shell: Shell, reference: str, expected: str) -> None:
    """One line that says what is there."""
    ended = shell("describe", reference)
    assert (2, "", True, 1) == (
        ended.code, ended.out, ended.err.startswith(f"xlforms: {expected}"), ended.err.count("\n"),
    )  # fmt: skip


def test_definition_with_several_mistakes(shell: Shell) -> None:
    """Every mistake in a line with file, line and column; then their number."""
    path = shell.folder / "bad.yaml"
    text = (shell.folder / "trial.yaml").read_text(encoding="utf-8")
    path.write_text(
        text.replace("form: trial", "form: Trial").replace("type: text}\n", "type: txet}\n"), encoding="utf-8"
    )
    ended = shell("describe", "bad.yaml")
    assert (2, "", ["bad.yaml:1:1", "bad.yaml:14:39", "xlforms"]) == (
        ended.code, ended.out, [line.partition(": ")[0] for line in ended.err.splitlines()],
    )  # fmt: skip
    assert "xlforms: в файле 2 ошибки, работать с ним нельзя" == ended.err.splitlines()[-1]
