"""«Обзор»: numbers that can be said in a corridor, and what to do next."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reports.made_up import made_up_units, returned, small_form, submission, summary_of
from tests.reports.read_back import opened, rows_of
from xlforms.consolidation.received import Received
from xlforms.definitions.collection import Collection
from xlforms.definitions.units import Units
from xlforms.intake.values import Value
from xlforms.messages import CATALOGUE
from xlforms.reports.frequent_findings import FrequentFinding, finding_words, frequent_findings
from xlforms.reports.next_steps import next_steps

FULL: dict[str, Value] = {
    "contact.person": "Тайный", "contact.position": "директор", "contact.date": date(2020, 6, 1), "unit.code": "1",
    "unit.name": "Школа", "unit.municipality": "Район", "staff.russian.total": 5, "staff.mathematics.total": 5,
}  # fmt: skip
REJECTED = Received("x.xlsx", "", "d" * 64, "rejected", "not-a-form", "count-ready")


def full(unit: str) -> Received:
    """A submission with nothing to say about it."""
    return returned(submission(small_form(), unit, FULL))


def partial(unit: str) -> Received:
    """A submission with one required answer missing."""
    return returned(submission(small_form(), unit, {k: v for k, v in FULL.items() if k != "staff.russian.total"}))


def test_overview() -> None:
    """Title, dates, coverage in all and by municipality, files; every number beside its share."""
    collection = Collection(collection="c", title="Сбор", period="2020 год", deadline=date(2020, 6, 5))
    received = [full("001"), full("002"), partial("003"), REJECTED]
    summary = summary_of(received, made_up_units(4, 2), collection=collection, as_of=date(2020, 6, 8))
    rows = [tuple(value for value in row if value is not None) for row in rows_of(opened(summary)["Обзор"])]
    assert [
        ("Сбор",),
        ("Формы: Малая анкета",),
        ("Период: 2020 год. Срок сдачи: 5 июня 2020 г. Состояние на 8 июня 2020 г.",),
        ("Получено 3 формы из 4 (75 %), не сдано 1.",),
    ] == rows[:4]
    for row in (
        ("Малая анкета", 4, 3, 0.75, 1, 0.25, 1, 0),
        ("Район 1", 2, 2, 1, 0, 0, 0, 0),
        ("Район 2", 2, 1, 0.5, 1, 1, 0, 0),
        ("Всего по региону", 4, 3, 0.75, 1, 1, 0, 0),
        ("Ошибки: неверно наверняка, нужно исправить", 1, 1, 1 / 3),
        ("Учтены в своде", 3, 0.75),
        ("Отклонены: прочитать нельзя или неизвестно чьи", 1, 0.25),
    ):
        assert row in rows


@pytest.mark.parametrize(
    ("received", "units", "expected"),
    [
        ([], made_up_units(1, 1), [
            "Напомните о сдаче: 1 школа ещё не прислала форму. Список с адресами — лист «Кто не сдал».",
            "Проверять пока нечего.",
            "Свода пока нет: ни одной пригодной формы.",
        ]),
        ([full("001")], made_up_units(1, 1), [
            "Напоминать никому не нужно: форму сдали все.",
            "Исправлять нечего: замечаний нет.",
            "Сводом можно пользоваться: в него вошли все формы (1).",
        ]),
        ([partial("001"), REJECTED], made_up_units(3, 1), [
            "Напомните о сдаче: 2 школы ещё не прислали пригодную форму; 1 файл отклонён. Список с причинами — лист "
            "«Кто не сдал».",
            "Верните на исправление 1 форму: всего 1 ошибка. Что исправить — лист «Замечания».",
            "В своде 1 форма из 3 (33 %): называя цифры, говорите, сколько школ они охватывают.",
        ]),
        ([full("001")], None, [
            "Укажите реестр школ, чтобы увидеть, кто ещё не сдал форму.",
            "Исправлять нечего: замечаний нет.",
            "Сводом можно пользоваться: в него вошли все формы (1).",
        ]),
    ],
)  # fmt: skip
def test_next_steps(received: list[Received], units: Units | None, expected: list[str]) -> None:
    """Three lines from the data, with right endings."""
    assert expected == [step.text for step in next_steps(summary_of(received, units))]


def test_frequent_findings() -> None:
    """The finding on most schools comes first."""
    wrong = returned(submission(small_form(), "003", FULL | {"building.built": 99}))
    assert [
        FrequentFinding("Лист «Кадры», «русского языка» / «количество»", "нет обязательного ответа", "hard", 2, 2),
        FrequentFinding("Лист «Здание», «О здании» / «год постройки»", "число вне допустимых границ", "hard", 1, 1),
    ] == frequent_findings(summary_of([partial("001"), partial("002"), wrong], made_up_units(3, 1)))


def test_every_finding_has_words() -> None:
    """Every message about an answer or a workbook has its two or three words for tables."""
    codes = [code for code in CATALOGUE if code.startswith(("answer-", "structure-"))]
    assert [] == [code for code in codes if finding_words(code) == code]
