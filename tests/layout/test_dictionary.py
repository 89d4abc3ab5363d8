"""What `describe` tells of rules and live verdicts."""

from __future__ import annotations

from pathlib import Path

from tests.workbook.checked_form import checked_plan
from xlforms.layout.dictionary import check_dictionary, rule_dictionary


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
