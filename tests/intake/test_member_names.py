"""Names of members as people see them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlforms.intake.member_names import DistinctNames, mail_text, shown_name, zip_name

_WORDS = ("Анкета", "школа", "ресурсное обеспечение", "Анкета МБОУ СОШ", "отчёт за первое полугодие", "сведения")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Анкета «школы» № 7.xlsx", "Анкета «школы» № 7.xlsx"),
        ("a\tb\x00c", "a\\x09b\\x00c"),
        ("a\udc80b", "a\\udc80b"),
        ("a\u2028b\u200fc", "a\\u2028b\\u200fc"),
        ("я" * 300, "я" * 140 + "…" + "я" * 50),
    ],
)
def test_shown_name(name: str, expected: str) -> None:
    """Letters stay, what cannot be seen is shown as its number, what is too long is cut in the middle."""
    assert expected == shown_name(name)


@given(st.text(st.characters()))
def test_shown_names_can_be_written(name: str) -> None:
    """Any text becomes one that can be written in UTF-8 on one line."""
    shown = shown_name(name)
    assert shown == shown.encode().decode()
    assert len(shown.splitlines()) <= 1


@pytest.mark.parametrize("word", _WORDS)
@pytest.mark.parametrize("encoding", ["cp866", "cp1251", "utf-8"])
def test_names_in_archives(word: str, encoding: str) -> None:
    """Those of Windows consoles, of Windows itself, and of everything newer."""
    assert word == zip_name(word.encode(encoding))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("сАА".encode("cp866"), "сАА"),
        ("Größe".encode(), "Größe"),
        ("Größe".encode("cp437"), "GrФсe"),
        (b"a.xlsx", "a.xlsx"),
    ],
)
def test_names_of_other_scripts(raw: bytes, expected: str) -> None:
    """A Russian name goes before one of another script; what can only be UTF-8 is read so."""
    assert expected == zip_name(raw)


@pytest.mark.parametrize("word", _WORDS)
@pytest.mark.parametrize("encoding", ["koi8-r", "cp1251", "utf-8"])
def test_names_in_letters(word: str, encoding: str) -> None:
    """Those of old servers, of Windows, and of everything newer."""
    assert word == mail_text(word.encode(encoding))


def test_distinct_names() -> None:
    """Equal names get numbers; a name that is taken by a number is not taken twice."""
    names = DistinctNames()
    given_names = ["a.xlsx", "a.xlsx", "a (2).xlsx", "a.xlsx", "b", "b", ".c", ".c", "x.y/z", "x.y/z"]
    assert [
        "a.xlsx",
        "a (2).xlsx",
        "a (2) (2).xlsx",
        "a (3).xlsx",
        "b",
        "b (2)",
        ".c",
        ".c (2)",
        "x.y/z",
        "x.y/z (2)",
    ] == [names.take(name) for name in given_names]


@given(st.lists(st.sampled_from(("a", "a (2)", "a.b", "a (2).b", "a (2) (2)"))))
def test_distinct_names_are_distinct(given_names: list[str]) -> None:
    """However they collide; ten thousand equal ones take no time."""
    names = DistinctNames()
    assert len(given_names) == len({names.take(name) for name in given_names})
    assert 10_000 == len({names.take("равные.xlsx") for _ in range(10_000)})
