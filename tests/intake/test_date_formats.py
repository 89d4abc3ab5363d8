"""Number formats that show dates."""

from __future__ import annotations

import pytest

from xlforms.intake.date_formats import is_date_format


@pytest.mark.parametrize(
    "code",
    ["dd.mm.yyyy", "[$-419]d mmmm yyyy;@", "[h]:mm", "h:mm AM/PM", "mm:ss", 'dd" число"', "[$-F800]dddd\\, mmmm dd"],
)
def test_date_codes_are_dates(code: str) -> None:
    """Codes of days, months, years, hours and elapsed time show dates."""
    assert is_date_format(164, code)


@pytest.mark.parametrize(
    "code",
    [
        "General",
        "0",
        "#,##0.00",
        "0.00E+00",
        "@",
        '0" дней, days"',
        "[Red]0",
        "[$руб.-419]# ##0",
        "0\\d",
        "_d0",
        "*d0",
        "0;[Red]dd",
        "",
        '"незакрытая d',
    ],
)
def test_other_codes_are_numbers(code: str) -> None:
    """Letters in quotes, colours, currencies, escapes and in later sections do not make a date."""
    assert not is_date_format(164, code)


def test_built_in_formats_are_told_by_their_number() -> None:
    """Without a code the numbers that ECMA-376 and its regional lists reserve for dates and times are dates."""
    expected = {*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)}
    assert expected == {number for number in range(200) if is_date_format(number, None)}
