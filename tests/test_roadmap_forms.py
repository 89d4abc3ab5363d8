"""The five roadmaps of `form_templates` are whole: every section, measure and number that was printed, each once."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from xlforms.definitions.load import LoadedForm, load_form
from xlforms.definitions.measures import Measures
from xlforms.definitions.templates import available_forms, find_form

# form: printed sections, measures, different printed numbers, beginnings of the first and of the last title
ROADMAPS = {
    "orenburg-roadmap@2020.1": (0, 24, 24, "Формирование списка школ", "Информационное сопровождение мероприятий"),
    "kimry-roadmap@2020.1": (6, 46, 44, "Проведение мониторинга потребности", "Укомплектование образовательного"),
    "kalininsky-roadmap@2022.1": (6, 19, 19, "Разработка муниципальных нормативно-", "Проведения совещания по итогам"),
    "kamensk-roadmap@2020.1": (5, 39, 39, "Разработка и утверждение дорожной карты", "Организация участия учащихся"),
    "school20-programme@2020.1": (13, 78, 19, "Создание Рабочей группы", "Проведение ежеквартальных методических"),
}
ORENBURG, KIMRY, KAMENSK = "orenburg-roadmap@2020.1", "kimry-roadmap@2020.1", "kamensk-roadmap@2020.1"


@cache
def loaded(name: str) -> LoadedForm:
    """A form of ROADMAPS."""
    return load_form(find_form(name))


def row_of(name: str, measure: str) -> tuple[str, str, str, str]:
    """Number, deadline, responsible and expected result of a measure."""
    found = next(known for known in loaded(name).measures if known.id == measure)
    return found.number, found.deadline, found.responsible, found.result


def days_of(name: str, measure: str) -> tuple[date | None, date | None]:
    """The days between which a measure is due."""
    found = next(known for known in loaded(name).measures if known.id == measure)
    return found.due_start, found.due_end


def test_every_roadmap_is_here() -> None:
    """The table above holds every form of the toolkit that has measures, and no other."""
    names = [f"{source.id}@{source.version}" for source in available_forms()]
    assert sorted(ROADMAPS) == [name for name in names if loaded(name).measures]


@pytest.mark.parametrize("name", ROADMAPS)
def test_roadmap_is_whole(name: str) -> None:
    """A roadmap has all its printed sections, measures and numbers, from the first title to the last."""
    form, measures = loaded(name).form, loaded(name).measures
    blocks = [block for section in form.sections for block in section.blocks if isinstance(block, Measures)]
    sections = sum(bool(part.part) for block in blocks for part in block.parts)
    numbers = {measure.number for measure in measures if measure.number}
    *counts, first, last = ROADMAPS[name]
    assert counts == [sections, len(measures), len(numbers)]
    assert (first, last) == (measures[0].title[: len(first)], measures[-1].title[: len(last)])


@pytest.mark.parametrize("name", ROADMAPS)
def test_measures_are_clean(name: str) -> None:
    """Every measure has an id of its own and a title in words; no text keeps marks or gaps of the printed page."""
    measures = loaded(name).measures
    assert len(measures) == len({measure.id for measure in measures})
    assert [] == [measure.id for measure in measures if not any(letter.isalpha() for letter in measure.title)]
    for measure in measures:
        for text in (measure.number, measure.title, measure.deadline, measure.responsible, measure.result):
            assert " ".join(text.split()) == text
            assert "<" not in text
        assert measure.number.rstrip(".") == measure.number


@pytest.mark.parametrize("name", ROADMAPS)
def test_days_lie_in_the_roadmap(name: str) -> None:
    """No measure is due before its roadmap starts or after it ends, so that none is late or early by a wrong year."""
    roadmap = loaded(name).form.roadmap
    assert roadmap is not None
    for measure in loaded(name).measures:
        days = [day for day in (measure.due_start, measure.due_end) if day is not None]
        assert days == [day for day in days if roadmap.start <= day <= roadmap.end], measure.id


def test_slipped_rows_are_put_back() -> None:
    """Rows 14 to 17 of the Orenburg roadmap have their own deadlines, responsible and results again."""
    assert (
        "14",
        "Октябрь 2020 года, октябрь – ноябрь 2020 года",
        "РЦРО, руководители МОУО, ММС, руководители ОО",
        "Аналитические справки, принятие управленческих решений. "
        "Индивидуальные планы профессионального развития педагогов образовательных организаций",
    ) == row_of(ORENBURG, "m14")
    assert (
        "15",
        "февраль 2021 года",
        "МО, РЦРО, ПК, ОГПУ",
        "Аналитическая справка, принятие управленческих решений",
    ) == row_of(ORENBURG, "m15")
    assert ("16", "март 2021 года", "РЦРО", "Методические рекомендации") == row_of(ORENBURG, "m16")
    assert (
        "17",
        "Январь – май 2021 года",
        "РЦРО, ОГПУ, ПК",
        "Обучение педагогов, имеющих профессиональные проблемы и дефициты, "
        "образовательных организаций с низкими образовательными результатами",
    ) == row_of(ORENBURG, "m17")
    assert (date(2020, 10, 1), date(2020, 11, 30)) == days_of(ORENBURG, "m14")


def test_one_number_with_several_measures() -> None:
    """Numbers 4.1 and 5.4 of the Kimry roadmap hold two measures each, with deadlines of their own."""
    monitoring, contests = (
        "Проведение мониторинга",
        "Проведение муниципальных мероприятий и муниципальных этапов Всероссийских мероприятий "
        "для учащихся образовательных организаций",
    )
    assert [
        (
            "4.1",
            f"{monitoring}: выполнение программ учебных предметов в соответствии с учебным планом "
            "и годовым календарным учебным графиком",
            "апрель",
            "Отдел образования, ОО",
        ),
        (
            "4.1",
            f"{monitoring}: результаты успеваемости обучающихся по итогам учебного полугодия, учебного года",
            "январь, июнь",
            "Отдел образования, ОО",
        ),
        (
            "5.4",
            f"{contests}: Муниципальный этап Всероссийской олимпиады школьников",
            "ноябрь-декабрь",
            "Отдел образования, ОО, ГМО",
        ),
        ("5.4", f"{contests}: Олимпиада младших школьников по предметам", "апрель", "Отдел образования, ОО, ГМО"),
    ] == [
        (measure.number, measure.title, measure.deadline, measure.responsible)
        for measure in loaded(KIMRY).measures
        if measure.id in ("m4_1_1", "m4_1_2", "m5_4_1", "m5_4_2")
    ]


def test_cut_rows_are_joined() -> None:
    """A row that a page break cut in two is one measure, with the words of both halves in every column."""
    assert (
        "22",
        "в течение всего периода",
        "МОУО, ОО",
        "Программа подготовки",
    ) == row_of(ORENBURG, "m22")
    assert (
        "6.2",
        "в течение года в соответствии с ежегодным планом повышения квалификации",
        "МКУ «ЦОДСО города Кимры», ОО",
        "Повышение профессиональной компетентности руководителей",
    ) == row_of(KIMRY, "m6_2")
    assert (
        "3.4",
        "в соответствии с планом работы",
        "Методисты Центра дополнительного образования",
        "Повышение потенциала для самообразования и саморазвития. "
        "Возможность для дальнейшего успешного и динамичного профессионального роста.",
    ) == row_of(KAMENSK, "m3_4")


def test_dates_that_the_print_gets_wrong() -> None:
    """Kamensk: 2019 in row 2.5 is read as 2021; what follows the examinations of 2021 is due in that autumn."""
    assert "февраль 2019г." == row_of(KAMENSK, "m2_5")[1]
    due = {
        "m2_5": (date(2021, 2, 1), date(2021, 2, 28)),
        "m2_13": (date(2021, 6, 1), date(2021, 9, 30)),
        "m2_14": (date(2021, 7, 1), date(2021, 8, 31)),
        "m2_15": (date(2021, 8, 1), date(2021, 9, 30)),
        "m2_16": (date(2021, 8, 1), date(2021, 8, 31)),
        "m2_17": (date(2021, 8, 1), date(2021, 9, 30)),
        "m2_18": (date(2021, 9, 1), date(2021, 9, 30)),
    }
    assert due == {measure: days_of(KAMENSK, measure) for measure in due}
