"""Which school year a roadmap is for, and its first and last day."""

from __future__ import annotations

from datetime import date

import pytest

from xlforms.deadlines.deadline import Window
from xlforms.errors import UsageError
from xlforms.roadmap_import.school_year import Years, find_window, find_years


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("План на 2022-2023 учебный год", Years(2022, 2022, "title")),
        ("Дорожная карта в 2020 – 2021 году", Years(2020, 2020, "title")),
        ("План на 2020/21 уч. год", Years(2020, 2020, "title")),
        ("План на 2020/2021(2021/2022) учебный год", Years(2020, 2021, "title")),
        ("Программа на 2020–2022 годы", Years(2020, 2021, "title")),
        ("План на 2021 год", Years(2021, 2021, "title", calendar=True)),
        ("План на 2099-2100 учебный год", Years(2020, 2020, "deadlines")),
        ("План к приказу от 15.05.2019", Years(2020, 2020, "deadlines")),
        ("План к приказу № 2021-12 от 2021-2019", Years(2020, 2020, "deadlines")),
    ],
)
def test_by_title(title: str, expected: Years) -> None:
    """Pairs of years are school years, a single one is a calendar year; what is no year of school is passed over."""
    assert expected == find_years(None, title, (), ["сентябрь 2020", "май 2021", "май 2020", "по плану"])


def test_asked() -> None:
    """The year asked for wins; the title may tell how many school years follow."""
    assert [Years(2019, 2019, "asked"), Years(2020, 2021, "asked")] == [
        find_years(2019, "План на 2020/2022 годы", (), ()),
        find_years(2020, "План на 2020-2022 годы", (), ()),
    ]


def test_by_a_line_above() -> None:
    """A line above the table counts when it speaks of a school year; the year of an order does not."""
    before = ["Приказ от 2018-2019", "на 2022-2023 учебный год"]
    assert Years(2022, 2022, "text") == find_years(None, "План мероприятий", before, ["май 2020"])


def test_no_year() -> None:
    """Without any year there is none, whatever the day of the command."""
    with pytest.raises(UsageError, match="import-school-year-missing"):
        find_years(None, "План", ["Утверждён"], ["сентябрь", "в течение года"])
    with pytest.raises(UsageError, match="import-school-year-range"):
        find_years(20, "План", (), ())


@pytest.mark.parametrize(
    ("years", "deadlines", "expected"),
    [
        (Years(2020, 2020, "title"), ["октябрь"], Window(date(2020, 10, 1), date(2021, 8, 31), 2020)),
        (Years(2020, 2021, "title"), ["Январь 2020"], Window(date(2020, 1, 1), date(2022, 8, 31), 2020)),
        (Years(2020, 2020, "title"), ["февраль 2019г.", "по плану"], Window(date(2020, 9, 1), date(2021, 8, 31), 2020)),
        (Years(2020, 2020, "deadlines"), ["апрель 2020 года", "сентябрь-декабрь 2021 года"],
         Window(date(2020, 4, 1), date(2021, 12, 31), 2020)),
        (Years(2020, 2020, "title"), ["май 2020", "май 2023"], Window(date(2020, 5, 1), date(2021, 8, 31), 2020)),
        (Years(2021, 2021, "title", calendar=True), ["март"], Window(date(2021, 1, 1), date(2021, 12, 31))),
    ],
)  # fmt: skip
def test_days(years: Years, deadlines: list[str], expected: Window) -> None:
    """From the earliest deadline of the year to 31 August of the last school year; a calendar year is itself."""
    assert expected == find_window(years, deadlines)
