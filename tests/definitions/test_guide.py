"""The guide for form authors tells the truth: its forms load, its mistakes give the messages it shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.definitions.forms import load_text
from tests.edit_rules.truth import dataset_of
from xlforms.checks.rules import check_rules
from xlforms.definitions.form import Card, CardField, Column, ColumnGroup, Form, Heading, Row, Section, Table
from xlforms.definitions.indicators import IndicatorRow, Indicators
from xlforms.definitions.item_types import ITEM_TYPES
from xlforms.definitions.key_figures import KeyFigureLine
from xlforms.definitions.measures import MeasureRow, Measures, Part, Roadmap
from xlforms.definitions.model import Model
from xlforms.definitions.rule import COMMON_KEYS
from xlforms.definitions.templates import template_folder
from xlforms.errors import DefinitionError
from xlforms.messages import say

GUIDE = (template_folder() / "README.md").read_text(encoding="utf-8")
FORMS = re.findall(r"```yaml\n(form:.*?)```", GUIDE, re.DOTALL)
# Each block of findings with the last form before it.
FINDINGS = [
    (re.findall(r"```yaml\n(form:.*?)```", GUIDE[: block.start()], re.DOTALL)[-1], block[1])
    for block in re.finditer(r"```findings\n(.*?)```", GUIDE, re.DOTALL)
]
MISTAKES = re.findall(r"```yaml-with-mistakes\n(.*?)```.*?```messages\n(.*?)```", GUIDE, re.DOTALL)


def test_the_guide_has_examples() -> None:
    """Eight forms, two with findings, and six with mistakes: without this a misspelt fence would empty the tests."""
    assert (8, 2, 6) == (len(FORMS), len(FINDINGS), len(MISTAKES))


@pytest.mark.parametrize("text", FORMS)
def test_forms_of_the_guide_load(tmp_path: Path, text: str) -> None:
    """Every form that the guide shows is accepted."""
    assert text.split("\n", 1)[0] == f"form: {load_text(tmp_path, text).form.form}"


def test_the_first_form_has_ten_lines() -> None:
    """The guide promises ten lines."""
    assert 10 == len(FORMS[0].strip().split("\n"))


@pytest.mark.parametrize(("text", "messages"), MISTAKES)
def test_messages_of_the_guide(tmp_path: Path, text: str, messages: str) -> None:
    """The messages shown under a form with mistakes are those that its author will read."""
    with pytest.raises(DefinitionError) as caught:
        load_text(tmp_path, text)

    assert messages == "".join(
        f"{problem.line}:{problem.column}: {say(problem.code, 'ru', **problem.parameters)}\n"
        for problem in caught.value.problems
    )


@pytest.mark.parametrize(("text", "story"), FINDINGS)
def test_findings_of_the_guide(tmp_path: Path, text: str, story: str) -> None:
    """The findings shown under a form are those that its rules make of the answers shown with them."""
    lines = story.strip().split("\n")
    entered = dict(line.split(" = ") for line in lines if " = " in line and line[0] != "→")
    answers = {name: int(value) if value.isdigit() else value for name, value in entered.items()}
    dataset = dataset_of(load_text(tmp_path, text), answers)

    assert [line for line in lines if line[0] == "→"] == [f"→ {finding.message()}" for finding in check_rules(dataset)]


def test_every_key_and_type_is_explained() -> None:
    """Each key of each model and each item type is named in the tables of the guide."""
    models: tuple[type[Model], ...] = (
        *(Form, Section, Card, CardField, Table, Column, ColumnGroup, Row, Heading),
        *(Roadmap, Measures, Part, MeasureRow, Indicators, IndicatorRow, KeyFigureLine),
    )
    words = {key for model in models for key in model.model_fields} | set(ITEM_TYPES) | set(COMMON_KEYS)
    explained = set(re.findall(r"`([a-z_]+)(?:: [^`]*)?`", GUIDE))

    assert set() == words - explained
