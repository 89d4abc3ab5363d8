"""The lists of summary.xlsx: who has not returned the form, findings, files, changed answers."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from tests.reports.made_up import made_up_units, returned, small_form, submission, summary_of
from tests.reports.read_back import opened, rows_of
from xlforms.consolidation.received import Received
from xlforms.consolidation.summary import Summary
from xlforms.definitions.collection import Collection
from xlforms.definitions.units import Unit, Units
from xlforms.intake.submission import InvalidAnswer
from xlforms.reports import listing


def made_up() -> Summary:
    """Three schools: one answered, one sent a file that was rejected, one was silent; a foreign file came too."""
    answers = submission(
        small_form(), "001", {"staff.russian.total": 12, "staff.russian.topic": "ФГОС", "building.built": 2050},
        invalid={"building.area": InvalidAnswer("not-a-number", "=много")},
        repairs={"staff.russian.total": ("number-from-text", "12 ")}, signed_on=date(2020, 6, 2),
    )  # fmt: skip
    shown = (("limit", 255), ("length", 300), ("sheet", "Кадры"))
    rejected = Received("вход/002.xlsx", "", "b" * 64, "rejected", "unreadable", "workbook-footer-long", shown,
                        unit="002", form="small", version="1")  # fmt: skip
    foreign = Received("вход/письмо.eml", "отчёт.xlsx", "c" * 64, "rejected", "not-a-form",
                       "workbook-footer-long", shown, modified=datetime(2020, 6, 3, 8, 30, tzinfo=UTC))  # fmt: skip
    collection = Collection(collection="c", title="Сбор", deadline=date(2020, 6, 5))
    return summary_of([returned(answers, path="вход/001.xlsx"), rejected, foreign], made_up_units(3, 2),
                      collection=collection, as_of=date(2020, 6, 8))  # fmt: skip


def answers_of(book: Any, location: str) -> tuple[object, object]:
    """The item and the unit of a cell of «По школам»."""
    sheet, place = location.split("!")
    cell = book[sheet.strip("'")][place]
    return book["По школам"].cell(7, cell.column).value, book["По школам"].cell(cell.row, 1).value


def body(worksheet: Any) -> list[tuple[object, ...]]:
    """The rows under the headings."""
    return rows_of(worksheet, 4)


def test_missing() -> None:
    """The calling list: who was rejected, who was silent, who has errors to correct, files of nobody; with addresses,
    days after the last day and how many errors, which leads to them."""
    reason = "Лист «Кадры»: нижний колонтитул длиннее 255 знаков (300). Сократите код формы или организации."
    worksheet = opened(made_up())["Кто не сдал"]
    assert [
        ("002", "Школа № 2", "Район 1", "s2@example.org", "МА-1", "файл отклонён", 3, None, reason, "вход/002.xlsx"),
        ("003", "Школа № 3", "Район 2", "s3@example.org", "МА-1", "ничего не пришло", 3, None, None, None),
        ("001", "Школа № 1", "Район 1", "s1@example.org", "МА-1", "сдано с ошибками", None, 9, None, None),
        (None, None, None, None, None, "неизвестно чей файл", None, None, reason, "вход/письмо.eml!отчёт.xlsx"),
    ] == body(worksheet)
    assert "'Замечания'!A4:N13" == worksheet["H6"].hyperlink.location
    assert str(worksheet["A2"].value).endswith("Срок сдачи: 5 июня 2020 г. Прошло после срока: 3 дня.")
    assert "A3:J7" == worksheet.tables["т_Кто_не_сдал"].autoFilter.ref


def test_more_columns_of_the_register() -> None:
    """Further columns of the register stand beside the address, under names that differ from all others."""
    unit = Unit("1", "Школа", "Район", "a@example.org", {"телефон": "1-11-11", "Код": "77"})
    worksheet = opened(summary_of([], Units("units.csv", (unit,))))["Кто не сдал"]
    assert ("Код", "Школа", "Муниципалитет", "Электронная почта", "телефон", "Код 2") == rows_of(worksheet, 3)[0][:6]
    assert ("1", "Школа", "Район", "a@example.org", "1-11-11", "77") == body(worksheet)[0][:6]


def test_findings() -> None:
    """Findings stand with school, kind, words, and whether the answer was counted; the kind leads to the answer."""
    worksheet = opened(made_up())["Замечания"]
    rows = body(worksheet)
    assert [
        ("001", "Школа № 1", "Район 1", "ошибка", "число вне допустимых границ",
         "Лист «Здание», «О здании» / «год постройки», ячейка D7: указано 2050, а допустимо от 1800 до 2020. "
         "Проверьте значение.", None, "нет", "building.built", "range"),
        ("001", "Школа № 1", "Район 1", "ошибка", "не число",
         "Лист «Здание», «О здании» / «площадь», ячейка D10: «=много» — не число. Введите только число, без слов и "
         "знаков; если чего-то нет, поставьте 0.", None, "нет", "building.area", "type"),
    ] == [row[:8] + row[11:13] for row in rows if row[12] in ("range", "type")]  # fmt: skip
    assert {"нет ответа"} == {row[7] for row in rows if row[12] == "required"}
    book = opened(made_up())
    for number, row in enumerate(rows, start=4):
        answers = answers_of(book, book["Замечания"].cell(number, 4).hyperlink.location)
        assert answers in ((row[11], "001"), ("unit", "001"))


def test_findings_by_kind() -> None:
    """Every rule and sort with its municipalities and schools, what most schools have first."""
    rows = body(opened(made_up())["Замечания по видам"])
    assert [
        ("МА-1", "ошибка", "не число", "Лист «Здание», «О здании» / «площадь»", "Район 1", 1, 1, 0, "Школа № 1 (001)"),
        (
            "МА-1",
            "ошибка",
            "число вне допустимых границ",
            "Лист «Здание», «О здании» / «год постройки»",
            "Район 1",
            1,
            1,
            0,
            "Школа № 1 (001)",
        ),
    ] == [row[:9] for row in rows if row[1] == "ошибка" and row[8] == "Школа № 1 (001)"]
    assert ["Школа № 1 (001) – 7"] == [row[8] for row in rows if row[2] == "нет обязательного ответа"]


def test_sources() -> None:
    """Every file is there with what became of it and its whole hash; a day stays a day, a moment keeps its hours; one
    that counts leads to its answers."""
    worksheet = opened(made_up())["Откуда цифры"]
    rows = body(worksheet)
    assert [
        ("вход/001.xlsx", "учтён", "001", datetime(2020, 6, 2), rows[0][7]),
        ("вход/002.xlsx", "отклонён", "002", None, "b" * 12),
        ("вход/письмо.eml!отчёт.xlsx", "отклонён", None, datetime(2020, 6, 3, 8, 30), "c" * 12),
    ] == [(row[0], row[1], row[3], row[6], row[7]) for row in rows]
    assert ["b" * 64, "c" * 64] == [row[13] for row in rows[1:]]
    assert ("'По школам'!A8", None) == (worksheet["B4"].hyperlink.location, worksheet["B5"].hyperlink)


def test_superseded_sources() -> None:
    """A file that another one replaced says which."""
    files = [
        returned(submission(small_form(), "001", {"staff.russian.total": hours}), path=f"{hours}.xlsx", hours=hours)
        for hours in (1, 2)
    ]
    rows = body(opened(summary_of(files, made_up_units(1, 1)))["Откуда цифры"])
    assert [("1.xlsx", "заменён более новым", "Учтён файл 2.xlsx"), ("2.xlsx", "учтён", None)] == [
        row[:3] for row in rows
    ]


def test_changes() -> None:
    """Repairs with before and after, and answers left out with what stood there; the school leads to the answer."""
    worksheet = opened(made_up())["Что изменено"]
    assert [
        ("число набрано как текст", "12 ", "12", "staff.russian.total"),
        ("не учтено: число вне допустимых границ", "2050", None, "building.built"),
        ("не учтено: не число", "=много", None, "building.area"),
    ] == [row[3:6] + row[7:] for row in body(worksheet)]
    book = opened(made_up())
    assert [("staff.russian.total", "001"), ("building.built", "001"), ("building.area", "001")] == [
        answers_of(book, worksheet.cell(row, 1).hyperlink.location) for row in (4, 5, 6)
    ]


def test_more_links_than_excel_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then the first rows have them, and the hint says so."""
    monkeypatch.setattr(listing, "LINK_LIMIT", 2)
    worksheet = opened(made_up())["Замечания"]
    linked = [worksheet.cell(row, 4).hyperlink is not None for row in range(4, 13)]
    assert [True, True, *[False] * 7] == linked
    assert str(worksheet["A2"].value).endswith(
        "Ссылки есть в первых 2 строках: больше на одном листе Excel не открывает."
    )
