"""Failed rules as findings: place, words, values as people write them, explanations."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.edit_rules.truth import Answers, Wrong, dataset_of, form_with
from xlforms.checks.finding import Finding
from xlforms.checks.rules import check_rules
from xlforms.checks.run import run_checks
from xlforms.dataset.dataset import Dataset
from xlforms.layout.place import cell_name

SOFT = (
    "{rule: many, kind: share, part: c.a, whole: 10, severity: soft, title: Много ли, reason: потому, "
    'message: "указано {left}, а обычно до {right}", advice: Проверьте число.}'
)


def _dataset(folder: Path, rule: str, *schools: Answers) -> Dataset:
    return dataset_of(form_with(rule, folder), *schools)


def test_a_finding_says_everything(tmp_path: Path) -> None:
    """Place of the anchor, rule, severity, captions and both numbers; the answer still counts."""
    rule = '{rule: sum, kind: balance, parts: [c.a, c.b], total: c.c, message: "вместе {left}, а всего {right}"}'
    dataset = _dataset(tmp_path, rule, {"a": 1, "b": 2, "c": 3}, {"a": 1, "b": 2, "c": 4})

    sheet, at = dataset.plan.cells()["c.c"]
    cell = cell_name(at.row, at.column)

    assert [
        Finding(
            submission=1, item="c.c", sheet=sheet.name, cell=cell, rule="sum", severity="hard", code="rule-failed",
            captions=("графа В",), parameters={"text": "вместе 3, а всего 4. Проверьте слагаемые и итог."}, counts=True,
        )
    ] == list(check_rules(dataset))  # fmt: skip
    assert (
        f"Лист «Лист», «графа В», ячейка {cell}: вместе 3, а всего 4. Проверьте слагаемые и итог."
        == next(check_rules(dataset)).message()
    )


def test_an_answer_that_was_found_elsewhere(tmp_path: Path) -> None:
    """A moved anchor is named where it stands."""
    dataset = _dataset(tmp_path, "{rule: few, kind: range, item: c.a, low: 5}", {"a": 1})
    moved = replace(dataset.submissions[0], moved={dataset.positions["c.a"]: ("Лист (2)", "D9")})

    (finding,) = check_rules(replace(dataset, submissions=(moved,)))

    assert ("Лист (2)", "D9") == (finding.sheet, finding.cell)


@pytest.mark.parametrize(
    ("rule", "answers", "text"),
    [
        ("item: c.x, low: 2.675", {"x": 0.125}, "0,13 и 2,68"),
        ("item: c.x, low: 1000000", {"x": 2}, "2 и 1000000"),
        ("item: c.x, low: c.y", {"x": 0.1, "y": 1 / 3}, "0,1 и 0,33"),
        ("item: c.x, low: c.a * 0 - c.a", {"x": -3.5, "a": 2}, "-3,5 и -2"),
        ("item: c.d, high: c.e", {"d": date(2020, 6, 15), "e": date(2020, 6, 5)}, "15.06.2020 и 05.06.2020"),
    ],
)
def test_values_as_people_write_them(tmp_path: Path, rule: str, answers: Answers, text: str) -> None:
    """Two decimals and a comma, no zeros at the end, dates by day, month and year."""
    whole_rule = f'{{rule: r, kind: range, {rule}, message: "{{left}} и {{right}}", advice: Вот.}}'

    assert [f"{text}. Вот."] == [
        finding.parameters["text"] for finding in check_rules(_dataset(tmp_path, whole_rule, answers))
    ]


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ({"a": 1}, "не указано, не указано, 1"),
        ({"a": 1, "t": "слово  и\nслово", "b": Wrong()}, "слово и слово, не прочитано, 1"),
        ({"a": 1, "t": "ы" * 100, "b": 0}, "ы" * 79 + "…, 0, 1"),
    ],
)
def test_values_beside_the_failure(tmp_path: Path, answers: Answers, text: str) -> None:
    """Other values may be blank or unreadable; long texts are cut."""
    rule = (
        "{rule: r, kind: range, item: c.a, low: 2, show: {text: c.t, other: c.b}, "
        'message: "{text}, {other}, {item}", advice: Вот.}'
    )

    assert [f"{text}. Вот."] == [
        finding.parameters["text"] for finding in check_rules(_dataset(tmp_path, rule, answers))
    ]


def test_explanations(tmp_path: Path) -> None:
    """What the school wrote on the sheet «Проверка» travels with the question; without it there is just a question."""
    dataset = _dataset(
        tmp_path, SOFT, {"a": 11}, {"a": 12, "explanations.many.text": "два\nздания"}, {"explanations.many.text": "нет"}
    )
    first, second = check_rules(dataset)

    assert ("soft", "", False) == (first.severity, first.explanation, first.explained)
    assert ("два\nздания", True) == (second.explanation, second.explained)
    assert second.message().endswith("указано 12, а обычно до 10. Проверьте число. Пояснение школы: «два здания».")


def test_rules_run_with_the_other_checks(tmp_path: Path) -> None:
    """Findings come in the order of the form; what cannot be checked is a finding on the answer alone."""
    rule = "{rule: fits, kind: share, part: c.b, whole: c.a}"
    dataset = _dataset(tmp_path, rule, {"a": 1, "b": 2}, {"a": Wrong(), "b": 2})
    of_card = [finding for finding in run_checks(dataset) if finding.item.startswith("c.")]

    assert [(0, "fits", "c.b"), (1, "type", "c.a")] == [
        (finding.submission, finding.rule, finding.item) for finding in of_card
    ]
