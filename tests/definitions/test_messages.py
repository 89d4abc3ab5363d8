"""Every code that the definitions raise has its words, and the words of both languages ask for the same parameters."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter

import xlforms.definitions.load
from xlforms.catalogue import definition_items, definitions, key_figures, rules, units, yaml_files

PACKAGE = Path(xlforms.definitions.load.__file__).parent
AREAS = (definitions, definition_items, key_figures, rules, units, yaml_files)
OWN = {code: words for area in AREAS for code, words in area.MESSAGES.items()}
NOT_CODES = {"e-mail", "utf-16", "utf-8-sig"}
# Raised with parameters of their own by the base of the errors and by the expressions.
ELSEWHERE = {"definition-invalid"}
BORROWED = {"expression-list-outside", "expression-logic-expected", "expression-number-expected",
            "ask-example", "ask-required", "ask-zero"}  # fmt: skip


def _codes_in_the_source() -> set[str]:
    """Every text of the package that looks like a code: words joined by hyphens."""
    return {
        node.value
        for path in sorted(PACKAGE.glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)+", node.value)
    }


def _parameters(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_every_code_has_its_words_and_no_words_are_left_over() -> None:
    """The catalogue and the source name exactly the same codes."""
    assert set(OWN) - ELSEWHERE == _codes_in_the_source() - NOT_CODES - BORROWED


def test_both_languages_use_the_same_parameters() -> None:
    """A parameter that one language shows is not hidden by the other."""
    assert [] == [code for code, (russian, english) in OWN.items() if _parameters(russian) != _parameters(english)]
