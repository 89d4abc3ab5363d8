"""Rows without a number: tails cut off by a page break, sub-measures, measures of their own."""

from __future__ import annotations

import pytest

from tests.roadmap_import.made import HEADING, TITLE, of_rows, of_word
from tests.roadmap_import.word_files import RowTexts
from xlforms.roadmap_import.joining import is_deadline_tail, join, split_intro

_NEXT = ("1.2.", "Отчитаться", "июнь", "завуч")
_READ = ("1.2", "Отчитаться", "июнь", "завуч")


def _over_pages(upper: RowTexts, lower: RowTexts, *, repeated: bool) -> tuple[list[tuple[str, ...]], list[str]]:
    heading = [HEADING] if repeated else []
    made = of_word(TITLE, [HEADING, upper], "", [*heading, lower, _NEXT])
    return made.shown, made.doubts


@pytest.mark.parametrize("repeated", [True, False])
@pytest.mark.parametrize(
    ("upper", "lower", "expected"),
    [
        (
            ("1.1", "Мониторинг потребности", "Август-сентябрь", "МКУ «Центр"),
            ("", "в курсах", "", "города»"),
            ("1.1", "Мониторинг потребности в курсах", "Август-сентябрь", "МКУ «Центр города»"),
        ),
        (
            ("1.1", "Собрания по вопросам", "", "ОО"),
            ("", "аттестации", "октябрь-ноябрь", ""),
            ("1.1", "Собрания по вопросам аттестации", "октябрь-ноябрь", "ОО"),
        ),
        (
            ("1.1", "Курсы МОУ «Школа № 1» и МОУ", "в течение года", "Центр,"),
            ("", "«Школа № 2» по программам", "в соответствии с планом", "ОО"),
            ("1.1", "Курсы МОУ «Школа № 1» и МОУ «Школа № 2» по программам", "в течение года в соответствии с планом",
             "Центр, ОО"),
        ),
        (
            ("1.1", "Участие в исследованиях", "по федеральному и региональному", "учебно-"),
            ("", "качества", "графику исследований", "воспитательной работе"),
            ("1.1", "Участие в исследованиях качества", "по федеральному и региональному графику исследований",
             "учебно-воспитательной работе"),
        ),
        (
            ("1.1", "Создать группу", "Сентябрь –", "директор"),
            ("", "", "декабрь 2020", ""),
            ("1.1", "Создать группу", "Сентябрь – декабрь 2020", "директор"),
        ),
    ],
)  # fmt: skip
def test_cut_rows(upper: RowTexts, lower: RowTexts, expected: tuple[str, ...], repeated: bool) -> None:
    """The tail goes to the row above, cell by cell, whether the next page repeats the heading or not."""
    assert ([expected, _READ], ["import-joined"]) == _over_pages(upper, lower, repeated=repeated)


def test_second_deadline_is_a_sub_measure() -> None:
    """A row with a whole deadline of its own under the same number is another measure of that number."""
    made = of_rows([("4.1", "Проведение мониторинга: - выполнение программ", "апрель", "Отдел"),
                    ("", "- результаты успеваемости", "январь, июнь", ""), _NEXT])  # fmt: skip
    assert (
        [
            ("4.1", "Проведение мониторинга", "", "Отдел"),
            ("- ", "выполнение программ", "апрель", ""),
            ("- ", "результаты успеваемости", "январь, июнь", ""),
            _READ,
        ],
        ["import-several-deadlines"],
    ) == (made.shown, made.doubts)


def test_capital_letter_after_a_colon() -> None:
    """The second line needs no dash."""
    made = of_rows([("5.4", "Этапы мероприятий: Муниципальный этап", "ноябрь-декабрь", "ОО"),
                    ("", "Олимпиада младших школьников", "апрель", "")])  # fmt: skip
    assert [
        ("5.4", "Этапы мероприятий", "", "ОО"),
        ("- ", "Муниципальный этап", "ноябрь-декабрь", ""),
        ("- ", "Олимпиада младших школьников", "апрель", ""),
    ] == made.shown


def test_introduction_without_deadline() -> None:
    """A number whose text ends with a colon and has no deadline only introduces what follows."""
    made = of_rows([("2.1", "Провести:", "", "Отдел"), ("", "- семинар", "май", ""), ("", "- конкурс", "июнь", "ОО")])
    assert [
        ("2.1", "Провести", "", "Отдел"),
        ("- ", "семинар", "май", ""),
        ("- ", "конкурс", "июнь", "ОО"),
    ] == made.shown


def test_other_measure_under_the_number_above() -> None:
    """Without a common beginning the row is a measure of its own that takes the number above, and that is told."""
    made = of_rows([("1", "Семинар", "май", "Отдел"), ("", "Конкурс", "июнь", "ОО")])
    assert (
        [("1", "Семинар", "май", "Отдел"), ("1", "Конкурс", "июнь", "ОО")],
        ["import-number-inherited", "import-number-repeated"],
    ) == (made.shown, made.doubts)


def test_lists_in_cells() -> None:
    """As many deadlines in a cell as lines of a list beside them are as many measures under one number."""
    made = of_rows([("1", "Провести:\n- семинар\n- конкурс", "май\nиюнь 2021", "Отдел")])
    assert (
        [("1", "Провести", "", "Отдел"), ("- ", "семинар", "май", ""), ("- ", "конкурс", "июнь 2021", "")],
        ["import-several-deadlines"],
    ) == (made.shown, made.doubts)


def test_list_without_deadlines_is_one_measure() -> None:
    """Lines of a list in one cell with one deadline stay together, also when they are rows of the table."""
    rows = [
        ("1", "Работа с учителями:\n- молодыми;\n- опытными", "май", "ОО"),
        ("2", "Контроль:", "июнь", "ОО"),
        ("", "- уроков;", "", ""),
        ("", "- кружков", "", ""),
    ]
    made = of_rows(rows)
    assert [
        ("1", "Работа с учителями: - молодыми; - опытными", "май", "ОО"),
        ("2", "Контроль: - уроков; - кружков", "июнь", "ОО"),
    ] == made.shown


def test_measures_without_numbers() -> None:
    """Where no measure has a number every row is one, with a dash or a small letter too, unless it ends a list."""
    rows = [("", "-порядок аттестации", "По плану", "завуч"), ("", "- обсуждение итогов", "май", "учителя"),
            ("", "беседы с родителями", "июнь", "завуч"), ("", "Собрание «Итоги»", "", "")]  # fmt: skip
    made = of_rows(rows)
    assert (rows, []) == (made.shown, made.doubts)


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ("в течение учебного", "года", True),
        ("Январь –", "май 2021 года", True),
        ("сентябрь – октябрь", "2020 года", True),
        ("октябрь 2020г., затем в", "течение учебного года", True),
        ("апрель", "январь, июнь", False),
        ("до 1 февраля", "до 1 марта", False),
        ("май", "По плану", False),
    ],
)
def test_deadline_tails(above: str, below: str, expected: bool) -> None:
    """A tail is no date alone, a year alone, or follows a text that is not finished."""
    assert expected == is_deadline_tail(above, below)


def test_join() -> None:
    """Texts are joined with a space, a word cut at its hyphen without one."""
    assert ["а б", "а", "учебно-воспитательной", "2020 – 2021", "- б"] == [
        join("а", "б"), join("а", ""), join("учебно-", "воспитательной"), join("2020 –", "2021"), join("-", "б"),
    ]  # fmt: skip


def test_split_intro() -> None:
    """The text before the first colon is common, what follows belongs to the first."""
    assert [("Провести", "семинар"), ("Провести", ""), ("Семинар", "")] == [
        split_intro("Провести: - семинар"), split_intro("Провести:"), split_intro("Семинар"),
    ]  # fmt: skip
