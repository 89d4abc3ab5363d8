"""What `describe` tells of rules and live verdicts."""

from __future__ import annotations

from pathlib import Path

from tests.workbook.checked_form import checked_plan
from tests.workbook.roadmap_form import roadmap_plan
from xlforms.layout.dictionary import check_dictionary, indicator_dictionary, measure_dictionary, rule_dictionary


def test_checks(tmp_path: Path) -> None:
    """A row for each verdict cell."""
    checks = check_dictionary(checked_plan(tmp_path))
    assert 10 == len(checks)
    assert {
        "rule": "adds",
        "severity": "hard",
        "sheet": "Лист",
        "cell": "H10",
        "items": ["staff.art.total", "staff.art.young", "staff.art.old"],
    } == checks[5]
    assert ("column", "Проверка", "E34") == (checks[1]["rule"], checks[1]["sheet"], checks[1]["cell"])


def test_rules(tmp_path: Path) -> None:
    """A row for each rule, its message without values."""
    assert [
        ("adds", "hard", "по стажу указано …, а всего …", "Проверьте стаж."),
        ("column", "hard", "в строках вместе …, а всего …", "Проверьте строки."),
        ("load", "soft", "на место …", "Объясните."),
        ("no_canteen", "hard", "столовая – «…», а мест …", "Уберите места."),
        ("full", "soft", "занято …", "Объясните."),
        ("years", "hard", "… позже, чем …", "Проверьте даты."),
    ] == [tuple(rule.values()) for rule in rule_dictionary(checked_plan(tmp_path))]


def test_measures() -> None:
    """A row for each measure, its days as ISO texts, None where the deadline names none."""
    measures = measure_dictionary(roadmap_plan())
    assert ["m1", "m2", "m3", "m4_1", "m4_2", "m5", "m6"] == [row["measure"] for row in measures]
    assert [
        ("measure", "m4_1"),
        ("title", "Мониторинг: программ"),
        ("section", "1. Кадры"),
        ("deadline", "апрель"),
        ("due_start", "2021-04-01"),
        ("due_end", "2021-04-30"),
        ("number", ""),
        ("responsible", ""),
        ("result", ""),
        ("kind", "dated"),
    ] == list(measures[3].items())[:-1]
    columns = ("status", "date_done", "result", "evidence", "reason", "note")
    assert {column: f"plan.m4_1.{column}" for column in columns} == measures[3]["items"]


def test_indicators() -> None:
    """A row for each indicator, with the items of its periods."""
    assert {
        "indicator": "poor",
        "title": "Слабых школ",
        "group": "",
        "measured": "count",
        "unit": "шк.",
        "better": "less",
        "periods": [
            {
                "label": "2020/21",
                "target": "aims.poor.target_1",
                "fact": "aims.poor.fact_1",
                "deviation": "aims.poor.deviation_1",
                "attained": "aims.poor.attained_1",
            }
        ],
    } == indicator_dictionary(roadmap_plan())[1]
