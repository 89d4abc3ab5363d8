"""What a rule is about in a few words."""

from __future__ import annotations

import pytest

from tests.reports.explained import crowd_form, crowd_summary
from xlforms.layout.plan import Plan
from xlforms.reports.frequent_findings import FrequentFinding, frequent_findings
from xlforms.reports.rule_words import common_start, rule_words


def _plan() -> Plan:
    return crowd_form()[0]


def test_words() -> None:
    """The author's title; else the message without values and without what differs from row to row."""
    instances = [check.instance for check in _plan().checks]
    assert {"part": "в классах … девочек …, а учеников …", "crowd": "Переполненные классы"} == rule_words(instances)
    assert {"part": "в классах «первые» девочек …, а учеников …"} == rule_words(
        [instance for instance in instances if instance.id == "part_first"]
    )


@pytest.mark.parametrize(
    ("sequences", "expected"),
    [([], []), (["а"], ["а"]), (["абв", "абг"], ["а", "б"]), (["а", "аб"], ["а"]), (["а", "б"], [])],
)
def test_common_start(sequences: list[str], expected: list[str]) -> None:
    """Only what all have, from the beginning."""
    assert expected == common_start(sequences)


def test_frequent_findings_by_rule() -> None:
    """Findings of one rule in several rows are one group, placed where they have a place in common."""
    summary = crowd_summary(
        {"first.pupils": 50, "last.pupils": 60}, {"last.pupils": 70, "first.pupils": 1, "first.girls": 2},
        {"first.years": 99},
    )  # fmt: skip
    assert [
        FrequentFinding("Лист «Классы»", "Переполненные классы", "soft", 2, 3),
        FrequentFinding("Лист «Классы», «первые» / «средний стаж»", "число вне допустимых границ", "hard", 1, 1),
        FrequentFinding("Лист «Классы», «первые» / «девочек»", "в классах … девочек …, а учеников …", "hard", 1, 1),
    ] == frequent_findings(summary)
