"""Headings of sections: merged, bold, told by numbers, standing between tables; and how deep they stand."""

from __future__ import annotations

import pytest

from tests.roadmap_import.made import HEADING, TITLE, of_rows, of_sheet, of_word
from tests.roadmap_import.word_files import Bold, RowTexts, Wide
from xlforms.roadmap_import.sections import section_depth

_ONE = ("1.1.", "Создать группу", "май", "директор")
_TWO = ("2.1.", "Провести совет", "июнь", "завуч")
_READ = [("1.1", "Создать группу", "май", "директор"), ("2.1", "Провести совет", "июнь", "завуч")]


def test_merged_rows() -> None:
    """A text over all columns heads a section, and there is nothing to doubt."""
    made = of_rows([Wide("1. Кадры"), _ONE, Wide("2. Контроль", bold=True), _TWO])
    assert ([("> 1. Кадры",), _READ[0], ("> 2. Контроль",), _READ[1]], []) == (made.shown, made.doubts)


def test_bold_rows() -> None:
    """A bold row with nothing but its title heads a section; that it is only bold is told."""
    rows: list[RowTexts] = [Bold(["1.", "Кадры", "", ""]), _ONE, Bold(["", "Контроль", "", ""]), _TWO]
    made = of_rows(rows)
    assert ([("> 1. Кадры",), _READ[0], ("> Контроль",), _READ[1]], ["import-section-bold"]) == (
        made.shown,
        made.doubts,
    )


def test_all_bold() -> None:
    """Where every row is bold, boldness tells nothing: the row without deadline is a measure."""
    made = of_rows([Bold(_ONE), Bold(["1.2.", "Обсудить", "", ""]), Bold(_TWO)])
    assert [_READ[0], ("1.2", "Обсудить", "", ""), _READ[1]] == made.shown


def test_plain_row_above_its_numbers() -> None:
    """A row without deadline whose number the next one goes on from heads a section."""
    made = of_rows([("1.", "Кадры", "", ""), _ONE, ("2", "Контроль", "", ""), _TWO])
    assert ([("> 1. Кадры",), _READ[0], ("> 2. Контроль",), _READ[1]], ["import-section-numbering"] * 2) == (
        made.shown,
        made.doubts,
    )


def test_plain_row_without_deadline_is_a_measure() -> None:
    """A number that nothing goes on from is a measure, whatever else is blank."""
    made = of_rows([_ONE, ("1.2.", "Обсудить итоги", "", ""), ("1.3.", "Отчитаться", "", "")])
    assert ([_READ[0], ("1.2", "Обсудить итоги", "", ""), ("1.3", "Отчитаться", "", "")], []) == (
        made.shown,
        made.doubts,
    )


def test_nested() -> None:
    """3, 3.1 and 3.2.1 stand in one another; 4 closes them all."""
    rows: list[RowTexts] = [
        Wide("3. Работа"),
        Wide("3.1. Совещания"),
        ("3.1.2.", "О планах", "май", "завуч"),
        Wide("3.2. Семинары"),
        Wide("3.2.1. Методические"),
        ("", "Модель оценки", "", ""),
        Wide("4. Итоги"),
        ("", "Отчёт", "июнь", ""),
    ]
    assert [
        ("> 3. Работа",),
        (">> 3.1. Совещания",),
        ("3.1.2", "О планах", "май", "завуч"),
        (">> 3.2. Семинары",),
        (">>> 3.2.1. Методические",),
        ("", "Модель оценки", "", ""),
        ("> 4. Итоги",),
        ("", "Отчёт", "июнь", ""),
    ] == of_rows(rows).shown


def test_sheet_sections() -> None:
    """In a sheet the text of a merged row stands in the first column; one before a new first number heads a section."""
    made = of_sheet([HEADING, ("1. Кадры",), _ONE, ("", "Контроль"), _TWO])
    assert ([("> 1. Кадры",), _READ[0], ("> Контроль",), _READ[1]], ["import-section-numbering"]) == (
        made.shown,
        made.doubts,
    )


def test_line_between_tables() -> None:
    """A short line between a table and its continuation heads a section; a sentence does not."""
    made = of_word(TITLE, [HEADING, Wide("1. Кадры"), _ONE], "2. Контроль", [_TWO], "Это примечание к плану.",
                   [("2.2.", "Отчёт", "май", "завуч")])  # fmt: skip
    assert (
        [("> 1. Кадры",), _READ[0], ("> 2. Контроль",), _READ[1], ("2.2", "Отчёт", "май", "завуч")],
        ["import-section-between", "import-text-between"],
    ) == (made.shown, made.doubts)


def test_column_of_directions() -> None:
    """A column of directions, filled once for several rows, makes sections."""
    made = of_sheet([("Направление", "Мероприятия", "Срок"), ("Кадры", "Курсы", "май"), ("", "Аттестация", "июнь"),
                     ("Итоги", "Отчёт", "август")])  # fmt: skip
    assert [("> Кадры",), ("", "Курсы", "май", ""), ("", "Аттестация", "июнь", ""), ("> Итоги",),
            ("", "Отчёт", "август", "")] == made.shown  # fmt: skip


def test_empty_sections() -> None:
    """A merged row with nothing below it is left out and told; a bold one was a measure after all."""
    made = of_rows([Wide("1. Кадры"), _ONE, Bold(["2.", "Итоговый педсовет", "", ""]), Wide("Директор школы")])
    assert (
        [("> 1. Кадры",), _READ[0], ("2", "Итоговый педсовет", "", "")],
        ["import-section-bold", "import-section-is-measure", "import-section-empty"],
    ) == (made.shown, made.doubts)


@pytest.mark.parametrize(
    ("number", "above", "expected"),
    [
        ("2", [("1", 1, False)], 1),
        ("2.1", [("2", 1, False)], 2),
        ("II", [("I", 1, False), ("1", 2, False)], 1),
        ("1", [("I", 1, True)], 2),
        ("", [], 1),
        ("", [("2", 1, True)], 2),
        ("", [("2", 1, False), ("", 2, False)], 2),
        ("", [("2", 1, False)], 1),
    ],
)
def test_depth(number: str, above: list[tuple[str, int, bool]], expected: int) -> None:
    """Dots tell the depth; Roman numbers stand above Arabic ones; without a number the place tells it."""
    assert expected == section_depth(number, above)
