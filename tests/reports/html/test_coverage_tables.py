"""Coverage with its shares."""

from __future__ import annotations

from datetime import date

from tests.reports.html.read_page import page_of, part, table
from tests.reports.made_up import made_up_units, returned, small_form, submission, summary_of
from xlforms.consolidation.received import Received
from xlforms.consolidation.summary import Summary
from xlforms.definitions.collection import Collection

FOREIGN = Received("x.xlsx", "", "d" * 64, "rejected", "not-a-form", "count-ready")
DAMAGED = Received("y.xlsx", "", "e" * 64, "rejected", "damaged", "count-ready", unit="004", form="small")


def _summary(deadline: date | None) -> Summary:
    files = [
        returned(submission(small_form(), unit, {"staff.russian.total": 3}), hours=24 * number)
        for number, unit in enumerate(("001", "002", "003"))
    ]
    collection = Collection(collection="c", title="Сбор", deadline=deadline)
    return summary_of([*files, FOREIGN, DAMAGED], made_up_units(4, 2), collection=collection)


def test_municipalities() -> None:
    """Expected, returned, in time, late, missing with their shares; rejected files of whom they are known to be."""
    heads, *rows = table(part(page_of(_summary(date(2020, 6, 2))), "places"),
                         "Сколько форм собрано в каждом муниципалитете").rows()  # fmt: skip
    assert ("Муниципалитет", "сдано, доля", "ожидалось", "сдано", "вовремя", "с опозданием", "не сдано",
            "файлов отклонено") == heads[:8]  # fmt: skip
    assert [
        ("Район 1", "", "2", "2 100 %", "2 100 %", "0 0 %", "0 0 %", "0"),
        ("Район 2", "", "2", "1 50 %", "0 0 %", "1 50 %", "1 50 %", "1"),
        ("Всего по региону", "", "4", "3 75 %", "2 50 %", "1 25 %", "1 25 %", "2"),
    ] == [row[:8] for row in rows]


def test_forms() -> None:
    """A rejected file of no known form is in the line of all together; without a deadline nothing is late."""
    heads, *rows = table(part(page_of(_summary(None)), "overview"), "Сколько форм собрано").rows()
    assert ("Форма", "сдано, доля", "ожидалось", "сдано", "не сдано", "файлов отклонено") == heads[:6]
    assert [
        ("Малая анкета", "", "4", "3 75 %", "1 25 %", "1"),
        ("Всего", "", "4", "3 75 %", "1 25 %", "2"),
    ] == [row[:6] for row in rows]


def test_bars() -> None:
    """A bar is as long as the share that answered."""
    bars = part(page_of(_summary(None)), "places").all("span", class_="track")
    assert ["width:100.0%", "width:50.0%", "width:75.0%"] == [bar.all("span")[0].attributes["style"] for bar in bars]


def test_quality() -> None:
    """Errors, questions, and what became of the files."""
    page = page_of(_summary(None))
    assert [
        ("вид", "файлов"),
        ("Учтены в своде", "3 60 %"),
        ("Отклонены: прочитать нельзя или неизвестно чьи", "2 40 %"),
    ] == table(part(page, "quality"), "Что стало с файлами").rows()
    rows = table(part(page, "quality"), "Замечания к принятым формам").rows()
    assert ("Ответы с ошибками, не вошедшие в свод", "0", "") == rows[-1]


def test_missing_because_rejected() -> None:
    """A missing unit whose file was rejected is told so."""
    known = table(part(page_of(_summary(None)), "missing"), "Школы реестра без пригодной формы").rows()[1][-1]
    assert known.startswith("файл отклонён: ")
