"""A text falls into the same tokens however it is typed."""

from __future__ import annotations

import pytest

from xlforms.deadlines.tokens import tokens_of

_NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("01.09.2020-31.05.2021", [("date", (2020, 9, 1)), "-", ("date", (2021, 5, 31))]),
        ("1. 9. 20", [("date", (2020, 9, 1))]),
        ("2020-08-15", [("date", (2020, 8, 15))]),
        ("15-20.08.2020", [("number", (15, 0)), "-", ("date", (2020, 8, 20))]),
        ("01.09-15.10", [("day_month", (9, 1)), "-", ("day_month", (10, 15))]),
        ("10.2020г.", [("month_year", (2020, 10)), "год"]),
        ("2020/21 2020-2021", [("years", (2020, 2021, 1)), ("years", (2020, 2021, 0))]),
        ("2020 – 2021", [("years", (2020, 2021, 0))]),
        ("сентябрь2020г.,", [("month", (9,)), ("year", (2020,)), "год", ","]),
        ("II-й 3-е Х ХI", [("number", (2, 1)), ("number", (3, 0)), ("number", (10, 1)), ("number", (11, 1))]),
        ("п/г", ["полугодие"]),
        ("c мaя", ["с", ("month", (5,))]),  # Latin c and a
        ("учеб\u00adного", ["учебный"]),
        (f"1{_NBSP}раз", [("number", (1, 0)), "раз"]),
        ("май", [("month", (5,))]),  # й as two code points
        ("٣ мая", ["٣", ("month", (5,))]),
        ("…  «»", []),
        ("", []),
    ],
)
def test_tokens(text: str, expected: list[object]) -> None:
    """Numbers and dates with their values, words by their dictionary form."""
    assert expected == [(token.kind, token.values) if token.values else token.word for token in tokens_of(text, 50)]
