"""Numbers typed as text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlforms.intake.numbers import number_from_text, year_from_text

_SPACES = (" ", "\u00a0", "\u202f", "\u2009")


@pytest.mark.parametrize("space", _SPACES)
def test_any_space_may_group_thousands(space: str) -> None:
    """A space of any kind groups digits by three, stands before «%» and after the number."""
    assert (1234, 1234567, 1234.5, 0.25) == (
        number_from_text(f"1{space}234{space}"),
        number_from_text(f"1{space}234{space}567"),
        number_from_text(f"1{space}234,5"),
        number_from_text(f"25{space}%", percent=True),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12", 12),
        ("007", 7),
        ("12,5", 12.5),
        ("12.5", 12.5),
        ("2,000", "ambiguous-number"),  # two thousand, where a program writes numbers the English way
        ("25,000", "ambiguous-number"),
        ("0,000", 0.0),
        ("1234,000", 1234.0),
        ("1,234", 1.234),  # a comma is a decimal comma in Russia
        ("0.234", 0.234),
        ("1234.567", 1234.567),
        ("+5", 5),
        ("-5", -5),
        ("−5", -5),
        ("– 5", -5),
        ("0,1", 0.1),
        ("1.234", "ambiguous-number"),
        ("123.456", "ambiguous-number"),
        ("—", "not-a-number"),
        ("-", "not-a-number"),
        ("нет", "not-a-number"),
        ("12 чел.", "not-a-number"),
        ("12 34", "not-a-number"),
        ("~3", "not-a-number"),
        ("5-6", "not-a-number"),
        ("1e5", "not-a-number"),
        ("1.234.567", "not-a-number"),
        ("25 %", "not-a-number"),
        ("٣", "not-a-number"),
        (",5", "not-a-number"),
        ("999999999999999", 999999999999999),
        ("9999999999999999", "too-many-digits"),
        ("0,3333333333333333", "too-many-digits"),
        ("0,333333333333333", 0.333333333333333),
        ("9" * 5000, "too-many-digits"),
    ],
)
def test_number(text: str, expected: float | str) -> None:
    """What is certain is read, what may mean two things or nothing is named."""
    assert expected == number_from_text(text)


@pytest.mark.parametrize(("text", "expected"), [("25 %", 0.25), ("12,5%", 0.125), ("0,3", 0.3), ("25", 25)])
def test_percent(text: str, expected: float) -> None:
    """The sign «%» divides by a hundred, without rounding; a number without the sign is not guessed to be a percent."""
    assert expected == number_from_text(text, percent=True)


@pytest.mark.parametrize(
    ("text", "expected"), [("2015 г.", 2015), ("2015год", 2015), ("2015", 2015), ("15 г.", "not-a-number")]
)
def test_year(text: str, expected: int | str) -> None:
    """A year may be followed by its word."""
    assert expected == year_from_text(text)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4, allow_nan=False))
def test_every_decimal_comes_back_exactly(number: object) -> None:
    """A number written with a decimal comma is the float nearest to it, as a spreadsheet would have it."""
    assert float(str(number)) == number_from_text(str(number).replace(".", ","))
