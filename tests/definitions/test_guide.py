"""The guide for form authors tells the truth: its forms load, its mistakes give the messages it shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.definitions.forms import load_text
from xlforms.definitions.form import Card, CardField, Column, ColumnGroup, Form, Heading, Row, Section, Table
from xlforms.definitions.item_types import ITEM_TYPES
from xlforms.definitions.templates import template_folder
from xlforms.errors import DefinitionError
from xlforms.messages import say

GUIDE = (template_folder() / "README.md").read_text(encoding="utf-8")
FORMS = re.findall(r"```yaml\n(form:.*?)```", GUIDE, re.DOTALL)
MISTAKES = re.findall(r"```yaml-with-mistakes\n(.*?)```.*?```messages\n(.*?)```", GUIDE, re.DOTALL)


def test_the_guide_has_examples() -> None:
    """Four forms and three forms with mistakes: without this a misspelt fence would empty the tests below."""
    assert (4, 3) == (len(FORMS), len(MISTAKES))


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


def test_every_key_and_type_is_explained() -> None:
    """Each key of each model and each item type is named in the tables of the guide."""
    models = (Form, Section, Card, CardField, Table, Column, ColumnGroup, Row, Heading)
    words = {key for model in models for key in model.model_fields} | set(ITEM_TYPES)
    explained = set(re.findall(r"`([a-z_]+)(?:: [^`]*)?`", GUIDE))

    assert set() == words - explained
