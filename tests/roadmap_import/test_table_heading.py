"""Finding the heading of a table of measures."""

from __future__ import annotations

import pytest

from tests.roadmap_import.made import TITLE, of_sheet, of_word
from xlforms.roadmap_import.document import Cell, Row
from xlforms.roadmap_import.table_heading import heading_at, is_counting


def _row(*texts: str) -> Row:
    return Row(1, tuple(Cell(text, n, n + 1) for n, text in enumerate(texts) if text))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("№", "Мероприятия", "Сроки", "Ответственные"), ("number", "title", "deadline", "responsible")),
        (("Дата", "Мероприятие", "Класс"), ("deadline", "title", None)),
        (("Направления работы", "Срок", "Исполнители"), ("title", "deadline", "responsible")),
        (("Направление", "Мероприятия", "Срок"), ("section", "title", "deadline")),
        (("", "Мероприятия", "Сроки"), ("number", "title", "deadline")),
        (("Содержание", "Мероприятия", "Сроки"), (None, "title", "deadline")),
    ],
)
def test_headings(texts: tuple[str, ...], expected: tuple[str | None, ...]) -> None:
    """One column holds the measures; directions beside them are sections, alone they are the measures."""
    found = heading_at([_row(*texts)], 0)
    assert found is not None
    assert (expected, True) == (found.roles, found.of_measures())


@pytest.mark.parametrize(
    "texts",
    [
        ("1.1", "Мероприятия по охране труда", "сентябрь", "Ответственный за охрану"),
        ("Мероприятия",),
        ("Фамилия", "Должность", "Стаж"),
        ("№", "Наименование", "Количество"),
        ("Срок", "Исполнитель"),
        (),
    ],
)
def test_no_headings(texts: tuple[str, ...]) -> None:
    """A measure, a list of people, a table of goods are no heading of measures."""
    assert heading_at([_row(*texts)], 0) is None


def test_indicators() -> None:
    """A table of indicators has a heading, not one of measures."""
    found = heading_at([_row("Наименование целевого показателя", "Единица измерения", "2020/2021", "2021/2022")], 0)
    assert found is not None
    assert not found.of_measures()


def test_counting() -> None:
    """A row 1 2 3 numbers the columns; one measure with numbers in it does not."""
    assert [True, False, False] == [
        is_counting(_row("1", "2", "3", "4")), is_counting(_row("1", "Совет", "3")), is_counting(_row("1", "2")),
    ]  # fmt: skip


def test_two_rows_in_a_sheet() -> None:
    """Headings of two rows: the beginning and the end of a deadline become one text."""
    made = of_sheet([("№", "Мероприятия", "Сроки", "", "Ответственные"), ("", "", "начало", "окончание"),
                     ("1", "2", "3", "4", "5"), ("1.1", "Курсы", "01.09.2020", "30.09.2020", "завуч")])  # fmt: skip
    assert [("1.1", "Курсы", "01.09.2020 – 30.09.2020", "завуч")] == made.shown


def test_ticked_years() -> None:
    """A tick in the column of a year is the year."""
    made = of_sheet([("№", "Мероприятия", "Срок", "", "Ответственные"), ("", "", "2021 год", "2022 год"),
                     ("1.1", "Курсы", "+", "+", "завуч"), ("1.2", "Отчёт", "", "V", "")])  # fmt: skip
    assert [("1.1", "Курсы", "2021 год, 2022 год", "завуч"), ("1.2", "Отчёт", "2022 год", "")] == made.shown


def test_other_tables_are_told() -> None:
    """Tables of other things and of indicators are left out, each with a word about it; one document, two plans."""
    plan = [("Мероприятия", "Сроки", "Ответственные", "Отметка об исполнении", "Место"),
            ("Курсы", "май", "завуч", "выполнено", "")]  # fmt: skip
    indicators = [("Показатель", "Единица измерения", "2020/2021", "2021/2022"), ("Доля школ", "%", "1", "2")]
    made = of_word("Стороны", [("Школа", "Отдел")], TITLE, indicators, plan, "2. Ещё план", plan)
    told = ["import-table-other", "import-table-indicators", "import-column-mark", "import-column-left-out"]
    assert (
        [("", "Курсы", "май", "завуч"), ("> 2. Ещё план",), ("", "Курсы", "май", "завуч")],
        [*told, "import-section-between"],
    ) == (made.shown, made.doubts)
