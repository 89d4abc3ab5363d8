"""Questions that a school explained are counted apart from those that wait for an answer."""

from __future__ import annotations

import pytest

from tests.reports.explained import crowd_summary
from tests.reports.read_back import opened, rows_of
from xlforms.intake.values import Value
from xlforms.reports.coverage import Coverage, coverage_by_municipality
from xlforms.reports.csv_files import received_rows
from xlforms.reports.next_steps import next_steps

CROWDED: dict[str, Value] = {"first.pupils": 50, "last.pupils": 60}
WRONG: dict[str, Value] = {"first.pupils": 5, "first.girls": 6}


def test_coverage() -> None:
    """Explained questions stay questions, and are counted beside them."""
    summary = crowd_summary(CROWDED, CROWDED | {"first.girls": 51}, explanations=["crowd_first"])
    assert {"Район 1": Coverage(2, 2, 1, 4, 1)} == coverage_by_municipality(summary)
    assert [(0, 2), (1, 2)] == [tuple(row[10:12]) for row in received_rows(summary)]


def test_overview() -> None:
    """The overview tells errors, questions, those of them that are explained and that are not, and their forms."""
    summary = crowd_summary(CROWDED, {"first.pupils": 50}, explanations=["crowd_first", "crowd_last"])
    rows = [tuple(value for value in row if value is not None) for row in rows_of(opened(summary)["Обзор"])]
    for row in (
        ("ожидалось", 2, "ошибки: нужно исправить", 0, 0, 0),
        ("сдано", 2, 1, "вопросы: нужно проверить", 3, 2, 1),
        ("не сдано", 0, 0, "из них вопросы, объяснённые школами", 2, 1, 0.5),
        ("отклонено файлов (% от всех)", 0, 0, "из них вопросы, ждущие пояснения", 1, 1, 0.5),
        ("Район 1", 2, 2, 1, "–", "–", 0, 0, 0, 3, 2),
    ):
        assert row in rows


@pytest.mark.parametrize(
    ("schools", "explanations", "expected"),
    [
        ([CROWDED], [], "Ошибок нет. Уточните у 1 школы 2 сомнительных ответа без пояснения — лист «Замечания»."),
        ([CROWDED], ["crowd_last"],
         "Ошибок нет. Уточните у 1 школы 1 сомнительный ответ без пояснения — лист «Замечания»."),
        ([CROWDED], ["crowd_first", "crowd_last"],
         "Исправлять нечего. Прочитайте 2 пояснения школ к сомнительным ответам — лист «Замечания»."),
        ([CROWDED, WRONG], ["crowd_first", "crowd_last"],
         "Верните на исправление 1 форму: всего 1 ошибка. Что исправить — лист «Замечания»."),
        ([CROWDED, WRONG], ["crowd_first"],
         "Верните на исправление 2 формы: 1 ошибка и 1 вопрос без пояснения. Что исправить — лист «Замечания»."),
    ],
)  # fmt: skip
def test_next_step(schools: list[dict[str, Value]], explanations: list[str], expected: str) -> None:
    """Forms go back for errors and for questions without an answer, not for those that are explained."""
    assert expected == next_steps(crowd_summary(*schools, explanations=explanations))[1].text


def test_findings() -> None:
    """What the school says stands in a column of its own, not in the sentence."""
    worksheet = opened(crowd_summary(CROWDED, explanations=["crowd_first"]))["Замечания"]
    assert [
        ("вопрос", "Переполненные классы", "Лист «Классы», «первые» / «учеников», ячейка D8: в классах «первые» "
         "по 50 учеников. Проверьте или поясните.", "ремонт второго здания", "да"),
        ("вопрос", "Переполненные классы", "Лист «Классы», «последние» / «учеников», ячейка D9: в классах "
         "«последние» по 60 учеников. Проверьте или поясните.", None, "да"),
    ] == [row[3:8] for row in rows_of(worksheet, 4)]  # fmt: skip
    assert "Пояснение школы" == worksheet["G3"].value
