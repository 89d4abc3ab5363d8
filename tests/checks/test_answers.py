"""Checks of single answers: blank, wrong, at the edge, just over it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reports.made_up import form_of, submission
from xlforms.checks.answers import check_answers, shown
from xlforms.checks.finding import Finding
from xlforms.dataset.dataset import build_dataset
from xlforms.intake.submission import InvalidAnswer
from xlforms.intake.values import Value

FORM = form_of("""
form: small
version: "1"
title: Проба
code: П
sections:
  - section: one
    title: Раздел
    sheet: Лист
    blocks:
      - card: c
        title: О школе
        fields:
          - {field: count, title: сколько, type: integer, minimum: 1, maximum: 10}
          - {field: area, title: площадь, type: decimal, maximum: 99.5}
          - {field: share, title: доля, type: percent}
          - {field: day, title: дата, type: date, minimum: 2020-01-01, maximum: 2020-12-31}
          - {field: kind, title: вид, type: choice, choices: [очная, заочная]}
          - {field: name, title: название, type: text, max_length: 5}
          - {field: mail, title: почта, type: email}
          - {field: home, title: личная почта, type: email, personal: true, max_length: 20}
""")
_ITEMS = {item.name: item for item in FORM[0].items}


def _check(answers: dict[str, Value] | None = None, invalid: dict[str, InvalidAnswer] | None = None) -> list[Finding]:
    return list(check_answers(build_dataset(*FORM, [submission(FORM, "1", answers or {}, invalid=invalid)])))


@pytest.mark.parametrize(
    ("item", "within", "outside"),
    [
        ("c.count", [1, 10], [0, 11, -1]),
        ("c.area", [0, 99.5], [99.50001, -0.1]),
        ("c.share", [0, 1, 0.25], [1.0001, 25]),
        ("c.day", [date(2020, 1, 1), date(2020, 12, 31)], [date(2019, 12, 31), date(2021, 1, 1)]),
    ],
)
def test_range(item: str, within: list[Value], outside: list[Value]) -> None:
    """The bounds belong to the range; what lies just outside is a hard finding and is not counted."""
    assert [] == [finding for value in within for finding in _check({item: value})]
    assert [(item, "range", "hard", "answer-out-of-range", False)] * len(outside) == [
        (finding.item, finding.rule, finding.severity, finding.code, finding.counts)
        for value in outside
        for finding in _check({item: value})
    ]


def test_blank_is_no_wrong_answer() -> None:
    """A form without any answer has none that is wrong."""
    assert [] == _check()


@pytest.mark.parametrize(("name", "expected"), [("абвгд", []), ("абвгде", ["answer-too-long"]), ("а\nб", [])])
def test_length(name: str, expected: list[str]) -> None:
    """The limit counts characters, line ends too."""
    assert expected == [finding.code for finding in _check({"c.name": name})]


@pytest.mark.parametrize("address", ["a@example.org", "первая.школа@пример.рф", "a+b@x-y.example.org"])
def test_addresses(address: str) -> None:
    """Usual addresses pass, Cyrillic ones too."""
    assert [] == _check({"c.mail": address})


@pytest.mark.parametrize(
    "address", ["нет", "a@b", "a@@example.org", "a@example.org, b@example.org", "@example.org", "a@.ru"]
)
def test_what_is_no_address(address: str) -> None:
    """What cannot be an address is a hard finding of the rule «type»."""
    assert [("type", "answer-not-an-email")] == [
        (finding.rule, finding.code) for finding in _check({"c.mail": address})
    ]


@pytest.mark.parametrize(
    ("item", "code", "rule"),
    [
        ("c.count", "not-a-number", "type"),
        ("c.count", "ambiguous-number", "type"),
        ("c.count", "not-whole", "type"),
        ("c.count", "too-many-digits", "type"),
        ("c.count", "date-in-number", "type"),
        ("c.count", "cell-error", "type"),
        ("c.count", "uncalculated", "type"),
        ("c.count", "cell-twice", "type"),
        ("c.day", "not-a-date", "type"),
        ("c.day", "ambiguous-date", "type"),
        ("c.kind", "not-a-choice", "choice"),
    ],
)
def test_what_cannot_be_read(item: str, code: str, rule: str) -> None:
    """Whatever the reader could not read is a hard finding that can be said in both languages."""
    (finding,) = _check(invalid={item: InvalidAnswer(code, "12 чел.")})
    assert (item, rule, "hard", f"answer-{code}", False) == (
        finding.item,
        finding.rule,
        finding.severity,
        finding.code,
        finding.counts,
    )
    assert finding.message("ru") != finding.message("en")


def test_words() -> None:
    """A message tells the place as a person sees it, what stands there, what is allowed, and what to do."""
    assert [
        "Лист «Лист», «О школе» / «сколько», ячейка {cell}: указано 11, а допустимо от 1 до 10. Проверьте значение.",
        "Лист «Лист», «О школе» / «вид», ячейка {cell}: «вечерняя» нет в списке. "
        "Выберите один из вариантов: очная, заочная.",
    ] == [
        finding.message().replace(finding.cell, "{cell}")
        for finding in _check({"c.count": 11}, {"c.kind": InvalidAnswer("not-a-choice", "вечерняя")})
    ]


@pytest.mark.parametrize(
    ("item", "value", "expected"),
    [
        ("c.share", 0.125, "12,5 %"),
        ("c.area", 12.5, "12,5"),
        ("c.count", 12.0, "12"),
        ("c.day", date(2020, 6, 5), "05.06.2020"),
        ("c.name", "первая\r\nвторая\x1b[31m", "первая вторая[31m"),
        ("c.name", "я" * 100, "я" * 79 + "…"),
        ("c.home", "a@example.org", "…"),
    ],
)
def test_shown(item: str, value: object, expected: str) -> None:
    """An answer is repeated in one line as people write it, shortened; a personal one never."""
    assert expected == shown(_ITEMS[item], value)


def test_personal_answers_are_not_repeated() -> None:
    """Findings on a personal item tell what is wrong without what was written."""
    marker = "тайна" * 10
    findings = [*_check({"c.home": marker}), *_check(invalid={"c.home": InvalidAnswer("cell-error", marker)})]
    assert ["answer-too-long", "answer-not-an-email", "answer-cell-error"] == [finding.code for finding in findings]
    assert [] == [finding for finding in findings if "тайна" in finding.message() or "тайна" in str(finding)]
