"""Texts as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlforms.intake.texts import fold, plain_code, tidy


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("  слово ", "слово"),
        ("два\u00a0слова\u202fи\u2009ещё", "два слова и ещё"),
        ("a\tb", "a b"),
        ("первая\r\nвторая\rтретья\u2028четвёртая", "первая\nвторая\nтретья\nчетвёртая"),
        ("и\u0306од", "йод"),
        ("и\u200b\u0306од", "йод"),
        ("пере\u00adнос\ufeff", "перенос"),
        ("\u202eслово\u2066", "слово"),
        ("два  пробела остаются", "два  пробела остаются"),
        ("\u00a0\u2003\u200b", ""),
    ],
)
def test_tidy(typed: str, expected: str) -> None:
    """Spaces become plain, lines end in LF, letters are composed, what cannot be seen goes, the inside stays."""
    assert expected == tidy(typed)


@given(st.text())
def test_tidy_is_done_once(text: str) -> None:
    """What is tidy stays as it is."""
    assert tidy(text) == tidy(tidy(text))


@pytest.mark.parametrize(
    ("one", "other"), [("Да", " да "), ("ещё  раз", "Еще\nраз"), ("МУЗЫКИ", "музыки"), ("1\u00a0000", "1 000")]
)
def test_fold(one: str, other: str) -> None:
    """Captions and choices are compared without case, «ё» and the number of spaces."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("code", "expected"), [("007", "7"), (" 0 07\u00a0", "7"), ("56-001", "56-001"), ("АБ-01", "аб-01"), ("000", "0")]
)
def test_plain_code(code: str, expected: str) -> None:
    """A code is found without leading zeros, spaces and case; a code of zeros does not vanish."""
    assert expected == plain_code(code)
