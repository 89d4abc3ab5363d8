"""«Обзор»: numbers that can be said in a corridor, and what to do next."""

from __future__ import annotations

import pytest
from openpyxl.utils.cell import range_boundaries

from tests.reports.explained import crowd_summary
from tests.reports.made_up import (
    RIGHT_ANSWERS,
    SMALL_FORM,
    form_of,
    made_up_units,
    returned,
    small_form,
    submission,
    summary_of,
)
from tests.reports.made_up_overview import REJECTED, ROUND, full, made_up, partial
from tests.reports.read_back import opened, rows_of
from xlforms.consolidation.consolidate import consolidate
from xlforms.consolidation.received import Received
from xlforms.consolidation.summary import Summary
from xlforms.definitions.units import Units
from xlforms.messages import CATALOGUE
from xlforms.reports.frequent_findings import (
    FindingGroup,
    FrequentFinding,
    finding_groups,
    finding_words,
    frequent_findings,
)
from xlforms.reports.next_steps import next_steps


def overview_rows(summary: Summary) -> list[tuple[object, ...]]:
    """The rows of the sheet, their values from left to right."""
    return [tuple(value for value in row if value is not None) for row in rows_of(opened(summary)["Обзор"])]


def test_overview() -> None:
    """Title, dates; how many came, in time, late, not at all, rejected, each with its share, and beside it how far
    answers can be trusted; by municipality; what is wrong most often."""
    assert [
        ("Сбор",),
        ("Форма: Малая анкета",),
        ("Период: 2020 год. Срок сдачи: 5 июня 2020 г. Состояние на 8 июня 2020 г.",),
        ("Получено 3 формы из 4 (75 %), не сдано 1.",),
    ] == overview_rows(made_up())[:4]
    assert [
        ("Сколько собрано", "Насколько можно доверять ответам"),
        ("формы", "число", "%", "вид", "число", "форм", "%"),
        ("ожидалось", 4, "ошибки: нужно исправить", 1, 1, 1 / 3),
        ("сдано", 3, 0.75, "вопросы: нужно проверить", 0, 0, 0),
        ("– в срок", 2, 0.5, "из них вопросы, объяснённые школами", 0, 0, 0),
        ("– позже срока", 1, 0.25, "из них вопросы, ждущие пояснения", 0, 0, 0),
        ("не сдано", 1, 0.25, "ответы, не вошедшие в свод", 0),
        ("отклонено файлов (% от всех)", 2, 2 / 5),
        ("По муниципалитетам",),
        ("Муниципалитет", "ожидалось", "сдано", "%", "в срок", "позже срока", "не сдано", "отклонено файлов", "ошибок",
         "вопросов", "из них объяснено"),
        ("Район 1", 2, 2, 1, 1, 1, 0, 0, 1, 0, 0),
        ("Район 2", 2, 1, 0.5, 1, 0, 1, 1, 0, 0, 0),
        ("неизвестно чьи файлы", 1),
        ("Всего по региону", 4, 3, 0.75, 2, 1, 1, 2, 1, 0, 0),
        ("Что чаще всего не так",),
        ("Чаще всего", "вид", "число", "форм"),
        ("Лист «Кадры», «русского языка» / «количество»: нет обязательного ответа", "ошибка", 1, 1),
    ] == overview_rows(made_up())[8:]  # fmt: skip


def test_without_a_last_day() -> None:
    """Nothing is in time or late then: dashes in the table, and bars of received and missing."""
    sheet = opened(summary_of([full("001")], made_up_units(2, 1)))["Обзор"]
    rows = [tuple(value for value in row if value is not None) for row in rows_of(sheet)]
    assert ("Район 1", 2, 1, 0.5, "–", "–", 1, 0, 0, 0, 0) in rows
    assert [] == [row for row in rows if row[0] in ("– в срок", "– позже срока")]
    assert ["сдано", "не сдано"] == [series.tx.strRef.strCache.pt[0].v if series.tx.strRef else series.tx.v
                                     for series in sheet._charts[0].series]  # fmt: skip


def test_key_figures() -> None:
    """Figures of the region with the unit of measure, shares as per cent, and how many schools they cover."""
    sheet = opened(made_up(figures=True))["Обзор"]
    rows = [tuple(cell for cell in row if cell.value is not None) for row in sheet.iter_rows()]
    found = {
        str(row[0].value): (*(cell.value for cell in row[1:]), row[1].number_format) for row in rows if len(row) > 1
    }
    assert [
        (10, "2 из 4", "#,##0"), (0.125, "2 из 4", "0.0%"), (2.5, "1 из 4", "#,##0.0##"),
        (5, "2 из 4\u00a0✗\u00a01", "#,##0"),
        ("–", "0 из 4", "@"),
    ] == [
        found[label] for label in ("Учителей, чел.", "Доля молодых", "Площадь на ученика, кв. м", "На учителя",
                            "Никто не ответил")
    ]  # fmt: skip


@pytest.mark.parametrize("figures", [True, False])
def test_charts_show_the_municipalities(figures: bool) -> None:
    """Bars of municipalities, the region and files of nobody aside: the cells that the table below or above holds."""
    sheet = opened(made_up(figures=figures))["Обзор"]
    for chart in sheet._charts:
        (first, last) = range_boundaries(chart.series[0].cat.strRef.f.split("!")[1])[1::2]
        assert ["Район 1", "Район 2"] == [sheet.cell(row, 2).value for row in range(first, last + 1)]
        heads = [sheet.cell(first - 1, range_boundaries(series.val.numRef.f.split("!")[1])[0]).value
                 for series in chart.series]  # fmt: skip
        assert heads in (["в срок", "позже срока", "не сдано"], ["ошибок", "вопросов"])
    assert (1 if figures else 2) == len(sheet._charts)


def test_one_page() -> None:
    """With ten municipalities and key figures all is on one page of A4 that can be read; with many more the tables
    are not cut."""
    few, many = (opened(made_up(count, figures=True))["Обзор"] for count in (10, 45))
    assert (0, True) == (len(few.row_breaks.brk), few.page_setup.scale >= 75)
    starts = [mark.id + 1 for mark in many.row_breaks.brk]
    assert 1 <= len(starts)
    headings = ("Главные цифры", "По муниципалитетам", "Что чаще всего не так")
    assert [True] * len(starts) == [many.cell(row, 2).value in headings for row in starts]


def test_frequent_findings_lead_on() -> None:
    """The number of the most frequent findings leads to who has them."""
    book = opened(made_up())
    links = [cell.hyperlink.location for row in book["Обзор"].iter_rows() for cell in row if cell.hyperlink is not None]
    assert ["'Замечания по видам'!A4"] == [link for link in links if "видам" in link]


def test_several_forms() -> None:
    """Each form has a line of its own, and they add up."""
    other = form_of(SMALL_FORM.replace("form: small", "form: other").replace("Малая анкета", "Другая"))
    files = [full("001"), returned(submission(other, "002", RIGHT_ANSWERS))]
    forms = {("small", "1"): small_form(), ("other", "1"): other}
    summary = consolidate(files, forms, ["small", "other"], units=made_up_units(2, 1), collection=ROUND, as_of=None)
    rows = overview_rows(summary)
    at = rows.index(("По формам",))
    assert [
        ("Малая анкета", 2, 1, 0.5, 1, 0, 1, 0, 0, 0, 0),
        ("Другая", 2, 1, 0.5, 1, 0, 1, 0, 0, 0, 0),
        ("Всего", 4, 2, 0.5, 2, 0, 2, 0, 0, 0, 0),
    ] == rows[at + 2 : at + 5]


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
    wrong = returned(submission(small_form(), "003", RIGHT_ANSWERS | {"building.built": 99}))
    assert [
        FrequentFinding("Лист «Кадры», «русского языка» / «количество»", "нет обязательного ответа", "hard", 2, 2),
        FrequentFinding("Лист «Здание», «О здании» / «год постройки»", "число вне допустимых границ", "hard", 1, 1),
    ] == frequent_findings(summary_of([partial("001"), partial("002"), wrong], made_up_units(3, 1)))


def test_every_finding_has_words() -> None:
    """Every message about an answer or a workbook has its two or three words for tables."""
    codes = [code for code in CATALOGUE if code.startswith(("answer-", "structure-"))]
    assert [] == [code for code in codes if finding_words(code) == code]


def test_finding_groups() -> None:
    """All groups, with how many findings each unit has and how many it has explained."""
    summary = crowd_summary({"first.pupils": 50, "last.pupils": 60}, {"first.pupils": 41}, explanations=["crowd_first"])
    groups = [group for group in finding_groups(summary) if group.rule == "crowd"]
    assert [
        FindingGroup("crowd", "crowd", "Лист «Классы»", "Переполненные классы", "soft", {"001": 2, "002": 1},
                     {"001": 1, "002": 0})
    ] == groups  # fmt: skip
    assert 3 == groups[0].findings
