"""Texts from outside, cut to a length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlforms.reports.docx.limits import LEVELS
from xlforms.reports.docx.shortened import lead, name_some, quoted, shorten, shorten_name


@pytest.mark.parametrize(
    ("text", "letters", "expected"),
    [
        ("короткий", 8, "короткий"),
        ("в\nдве  строки", 20, "в две строки"),
        ("ремонт кровли, замена окон", 20, "ремонт кровли…"),
        ("ремонт кровли замена", 14, "ремонт кровли…"),
        ("непереносимое-слово", 10, "неперенос…"),
        ("", 5, ""),
    ],
)
def test_shorten(text: str, letters: int, expected: str) -> None:
    """One line, cut behind a word; a word that is longer than that is cut itself."""
    assert expected == shorten(text, letters)


@pytest.mark.parametrize(
    ("text", "letters", "expected"),
    [
        ("Муниципальное образование Первый район", 60, "Муниципальное образование Первый район"),
        ("Муниципальное образование Первый район", 20, "Первый район"),
        ("Первый муниципальный округ Северного края", 30, "Первый… Северного края"),
        ("округ с длинным названием № 5", 22, "округ с длинным… № 5"),
    ],
)
def test_shorten_name(text: str, letters: int, expected: str) -> None:
    """Without the words that all municipalities begin with, else with both ends: there names differ."""
    assert expected == shorten_name(text, letters)


@given(st.text(), st.integers(4, 60))
def test_never_longer(text: str, letters: int) -> None:
    """Whatever the text, it is one line of at most so many letters."""
    for cut in (shorten(text, letters), shorten_name(text, letters)):
        assert len(cut) <= letters
        assert 1 >= len(cut.splitlines())


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Нужды", "Нужды."), ("Чего нет?", "Чего нет?"), ("И т. д.", "И т. д."), ("А" * 99, "А" * 9 + "…")],
)
def test_lead(text: str, expected: str) -> None:
    """It ends as a sentence does, with one sign."""
    assert expected == lead(text, 10)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("ремонт.", "«ремонт»"), ("программа «Земский учитель»", "«программа „Земский учитель“»"),
     ("ремонт кровли и котельной, замена окон", "«ремонт кровли и котельной…»")],
)  # fmt: skip
def test_quoted(text: str, expected: str) -> None:
    """Marks inside marks differ, and the sentence does not end inside them."""
    assert expected == quoted(text, 28)


def test_name_some() -> None:
    """The first names, and how many more."""
    assert ["", "а", "а, б", "а, б и ещё 2"] == [
        name_some(names, 2, LEVELS[0]) for names in ([], ["а"], ["а", "б"], ["а", "б", "в", "г"])
    ]
