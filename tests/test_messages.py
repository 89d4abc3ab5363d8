"""Every code that the program says has its words, in both languages, with the parameters that are given."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

import xlforms
from xlforms.definitions.item_types import ITEM_TYPES
from xlforms.messages import CATALOGUE, _Counted, counted, say

_SOURCES = sorted(Path(xlforms.__file__).parent.rglob("*.py"))
_FIRST = {"say": 0, "tell": 0, "UsageError": 0, "OutputError": 0, "GenerationError": 0, "IntakeRefusal": 1,
          "ExpressionError": 0, "Refusal": 1, "StructureNote": 0, "Problem": 3}  # fmt: skip
_PREFIXES = {"StructureNote": "structure-"}
_Use: TypeAlias = tuple[str, str, str, set[str] | None]


def _fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _constants(node: ast.expr) -> Iterator[str]:
    """The texts that an argument may be: itself, or either side of a condition."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*_constants(node.body), *_constants(node.orelse))


def _uses() -> Iterator[_Use]:
    """Place, function, code and names of parameters (None when they cannot be told) of every use of a code."""
    for path in _SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or (name := _called(node)) not in _FIRST:
                continue
            if len(node.args) <= _FIRST[name]:
                continue
            known = name in ("say", "tell", "UsageError", "OutputError", "GenerationError", "IntakeRefusal")
            spread = any(keyword.arg is None for keyword in node.keywords)
            given_names = {keyword.arg for keyword in node.keywords if keyword.arg}
            for code in _constants(node.args[_FIRST[name]]):
                place = f"{path.name}:{node.lineno}"
                yield place, name, _PREFIXES.get(name, "") + code, given_names if known and not spread else None


@pytest.fixture(scope="module")
def uses() -> list[_Use]:
    """Every use of a code in the sources."""
    return list(_uses())


def test_areas_share_no_code() -> None:
    """A code stands in one area of the catalogue; two would silently become one."""
    areas = [ast.literal_eval(node.value) for path in _SOURCES if path.parent.name == "catalogue"
             for node in ast.parse(path.read_text(encoding="utf-8")).body
             if isinstance(node, ast.AnnAssign) and node.value is not None]  # fmt: skip
    codes = [code for area in areas for code in area]
    assert (len(CATALOGUE), []) == (len(set(codes)), [code for code in set(codes) if codes.count(code) > 1])


def test_uses_are_found(uses: list[_Use]) -> None:
    """The search sees what it is to see."""
    assert {"say", "tell", "UsageError", "OutputError", "IntakeRefusal", "StructureNote"} <= {use[1] for use in uses}
    assert 100 < len(uses)


def test_every_code_has_words(uses: list[_Use]) -> None:
    """Every code that is said exists, and every parameter of its text is given."""
    assert [] == [f"{place}: {function}({code!r})" for place, function, code, _ in uses if code not in CATALOGUE]
    assert [] == [
        f"{place}: {code!r} needs {_fields(CATALOGUE[code][0]) - names}"
        for place, _, code, names in uses
        if names is not None and not _fields(CATALOGUE[code][0]) <= names
    ]


def test_both_languages_say_the_same() -> None:
    """The Russian and the English text have the same parameters; nouns after numbers have three and two forms."""
    assert [] == [code for code, (russian, english) in CATALOGUE.items() if _fields(russian) != _fields(english)]
    assert [] == [
        (code, specification)
        for code, texts in CATALOGUE.items()
        for template, forms in zip(texts, (3, 2), strict=True)
        for _, name, specification, _ in string.Formatter().parse(template)
        if name and specification and "|" in specification and forms != len(specification.split("|"))
    ]


@pytest.mark.parametrize(
    "code",
    [f"answer-{code}" for code in ("not-a-number", "ambiguous-number", "too-many-digits", "not-whole", "date-in-number",
                                   "not-a-date", "ambiguous-date", "not-a-choice", "cell-error", "uncalculated",
                                   "cell-twice")],
)  # fmt: skip
def test_what_cannot_be_read_has_words(code: str) -> None:
    """Every code that the reader of values gives can be said with what a finding has."""
    assert _fields(CATALOGUE[code][0]) <= {"raw", "choices", "low", "high"}


def test_repairs_have_words() -> None:
    """Every repair that the reader of values knows is explained."""
    source = next(path for path in _SOURCES if path.as_posix().endswith("intake/values.py")).read_text(encoding="utf-8")
    codes = set(re.findall(r'"((?:[a-z]+-)+[a-z]+)"', source))
    repairs = {code for code in codes if f"repair-{code}" in CATALOGUE}
    invalid = {code for code in codes if f"answer-{code}" in CATALOGUE}
    assert set() == codes - repairs - invalid
    assert {"spaces-only", "text-tidied", "number-from-text", "choice-from-number", "formula-result"} <= repairs
    assert len(ITEM_TYPES) > 10


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, "0 школ"), (1, "1 школа"), (2, "2 школы"), (5, "5 школ"), (11, "11 школ"), (14, "14 школ"), (21, "21 школа"),
     (22, "22 школы"), (111, "111 школ"), (1001, "1001 школа"), (-2, "-2 школы")],
)  # fmt: skip
def test_russian_nouns(number: int, expected: str) -> None:
    """The noun goes with the number."""
    assert expected == counted(number, "школа", "школы", "школ")


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, "получено 0 файлов"), (1, "получен 1 файл"), (2, "получены 2 файла"), (5, "получено 5 файлов"),
     (11, "получено 11 файлов"), (12, "получено 12 файлов"), (21, "получен 21 файл"), (104, "получены 104 файла"),
     (111, "получено 111 файлов")],
)  # fmt: skip
def test_verbs_agree(number: int, expected: str) -> None:
    """A word with a tilde goes with the number without printing it."""
    template = "{n:~получен|получены|получено} {n:файл|файла|файлов}"
    assert expected == template.format(n=_Counted(number))


@given(st.integers(-(10**6), 10**6))
def test_nouns_depend_on_the_last_two_digits(number: int) -> None:
    """A hundred more changes no ending."""
    endings = [counted(abs(value), "а", "ы", "").partition(" ")[2] for value in (number, abs(number) + 100)]
    assert endings[0] == endings[1]


def test_words_of_the_system() -> None:
    """What the operating system says in English is told in the language of the message; other details stay."""
    assert [
        "не открывается a: такого файла или папки нет",
        "cannot open a: no such file or folder",
        "не открывается a: boom",
    ] == [
        say("path-unreadable", "ru", path="a", detail="No such file or directory"),
        say("path-unreadable", "en", path="a", detail="No such file or directory"),
        say("path-unreadable", "ru", path="a", detail="boom"),
    ]
