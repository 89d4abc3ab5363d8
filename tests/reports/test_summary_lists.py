"""The lists of summary.xlsx: who has not returned the form, findings, files, changed answers."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from tests.reports.made_up import made_up_units, returned, small_form, submission, summary_of
from tests.reports.read_back import opened, rows_of
from xlforms.consolidation.received import Received
from xlforms.consolidation.summary import Summary
from xlforms.definitions.collection import Collection
from xlforms.intake.submission import InvalidAnswer


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


def body(worksheet: Any) -> list[tuple[object, ...]]:
    """The rows under the headings."""
    return rows_of(worksheet, 4)


def test_missing() -> None:
    """Silent units, units whose file was rejected, then files of which nobody knows whose they are."""
    reason = "Лист «Кадры»: нижний колонтитул длиннее 255 знаков (300). Сократите код формы или организации."
    worksheet = opened(made_up())["Кто не сдал"]
    assert [
        ("002", "Школа № 2", "Район 1", "s2@example.org", "МА-1", "файл отклонён", reason, "вход/002.xlsx"),
        ("003", "Школа № 3", "Район 2", "s3@example.org", "МА-1", "ничего не пришло", None, None),
        (None, None, None, None, None, "неизвестно чей файл", reason, "вход/письмо.eml!отчёт.xlsx"),
    ] == body(worksheet)
    assert str(worksheet["A2"].value).endswith("Срок сдачи: 5 июня 2020 г. Прошло после срока: 3 дня.")
    assert "A3:H6" == worksheet.auto_filter.ref


def test_findings() -> None:
    """Findings stand with school, kind, words, and whether the answer was counted."""
    rows = body(opened(made_up())["Замечания"])
    assert [
        ("001", "Школа № 1", "Район 1", "ошибка", "число вне допустимых границ",
         "Лист «Здание», «О здании» / «год постройки», ячейка D7: указано 2050, а допустимо от 1800 до 2020. "
         "Проверьте значение.", None, "нет", "building.built", "range"),
        ("001", "Школа № 1", "Район 1", "ошибка", "не число",
         "Лист «Здание», «О здании» / «площадь», ячейка D10: «=много» — не число. Введите только число, без слов и "
         "знаков; если чего-то нет, поставьте 0.", None, "нет", "building.area", "type"),
    ] == [row[:8] + row[11:13] for row in rows if row[12] in ("range", "type")]  # fmt: skip
    assert {"нет ответа"} == {row[7] for row in rows if row[12] == "required"}


def test_sources() -> None:
    """Every file is there with what became of it; a day stays a day, a moment keeps its hours."""
    rows = body(opened(made_up())["Откуда цифры"])
    assert [
        ("вход/001.xlsx", "учтён", "001", datetime(2020, 6, 2), rows[0][7]),
        ("вход/002.xlsx", "отклонён", "002", None, "b" * 12),
        ("вход/письмо.eml!отчёт.xlsx", "отклонён", None, datetime(2020, 6, 3, 8, 30), "c" * 12),
    ] == [(row[0], row[1], row[3], row[6], row[7]) for row in rows]


def test_changes() -> None:
    """Repairs with before and after, and answers left out with what stood there."""
    assert [
        ("число набрано как текст", "12 ", "12", "staff.russian.total"),
        ("не учтено: число вне допустимых границ", "2050", None, "building.built"),
        ("не учтено: не число", "=много", None, "building.area"),
    ] == [row[3:6] + row[7:] for row in body(opened(made_up())["Что изменено"])]
