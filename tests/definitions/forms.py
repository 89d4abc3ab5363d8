"""A form written in a test, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from xlforms.definitions.load import LoadedForm, load_form
from xlforms.errors import DefinitionError, Problem
from xlforms.messages import say

HEAD = """\
form: trial
version: "1"
title: Проба
code: П-1
"""


def load_text(folder: Path, text: str) -> LoadedForm:
    """The form that a text describes."""
    path = folder / "trial.yaml"
    path.write_text(text, encoding="utf-8")
    return load_form(path)


def load_blocks(folder: Path, blocks: str) -> LoadedForm:
    """A form of one section with these blocks; the first line of `blocks` stands in line 10 of the file."""
    return load_text(folder, whole(blocks))


def whole(blocks: str) -> str:
    """The text of a form of one section with these blocks, which begin in line 10."""
    section = "sections:\n  - section: one\n    title: Раздел\n    sheet: Лист\n    blocks:\n"
    lines = "".join(f"      {line}\n" if line else "\n" for line in blocks.strip("\n").split("\n"))
    return HEAD + section + lines


def faults(folder: Path, text: str) -> list[tuple[int, str]]:
    """Line and code of every problem of a form; each of them can be said in both languages."""
    with pytest.raises(DefinitionError) as caught:
        load_text(folder, text)
    return lines_and_codes(caught.value.problems)


def block_faults(folder: Path, blocks: str) -> list[tuple[int, str]]:
    """As `faults`, of a form with these blocks; lines are counted from the first line of `blocks`."""
    return [(line - 9, code) for line, code in faults(folder, whole(blocks))]


def lines_and_codes(problems: Iterable[Problem]) -> list[tuple[int, str]]:
    """Line and code of problems, after saying each in both languages: a missing parameter would raise KeyError."""
    for problem in problems:
        texts = {say(problem.code, language, **problem.parameters) for language in ("ru", "en")}
        assert len(texts) == 2, f"{problem.code} says the same in both languages"
    return [(problem.line, problem.code) for problem in problems]
