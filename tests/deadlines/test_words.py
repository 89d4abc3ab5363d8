"""Words are known in their cases and abbreviations, and words that only look alike are not."""

from __future__ import annotations

import pytest

from xlforms.deadlines.words import adverb_unit, count_of, month_of, ordinal_of, word_of

_MONTHS = {
    1: "январь января январе январю январем янв",
    2: "февраль февраля феврале февралю февралем фев февр",
    3: "март марта марте марту мартом мар",
    4: "апрель апреля апреле апрелю апрелем апр",
    5: "май мая мае маю маем",
    6: "июнь июня июне июню июнем июн",
    7: "июль июля июле июлю июлем июл",
    8: "август августа августе августу августом авг",
    9: "сентябрь сентября сентябре сентябрю сентябрем сен сент",
    10: "октябрь октября октябре октябрю октябрем окт",
    11: "ноябрь ноября ноябре ноябрю ноябрем ноя нояб",
    12: "декабрь декабря декабре декабрю декабрем дек",
}


@pytest.mark.parametrize("number", _MONTHS)
def test_months(number: int) -> None:
    """Every case of a month and its abbreviations."""
    forms = _MONTHS[number].split()
    assert [number] * len(forms) == [month_of(form) for form in forms]


@pytest.mark.parametrize(
    "form", ["августовская", "маевка", "мартовский", "сентябрьский", "декада", "апробация", "маркер"]
)
def test_not_months(form: str) -> None:
    """A word that begins like a month is not one."""
    assert month_of(form) is None


def test_other_words() -> None:
    """«Четверть», «четверг» and «четвёртый» are three different words."""
    assert ("четверть", "weekday", 4) == (word_of("четверти"), word_of("четверг"), ordinal_of("четвертая"))
    assert (2, 2, None) == (count_of("двух"), ordinal_of("второй"), ordinal_of("вторник"))
    assert ("year", None) == (adverb_unit("ежегодно"), adverb_unit("ежегодным"))
