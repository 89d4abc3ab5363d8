"""Answers that count though no live check saw them: told, once, with what to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.edit_rules.truth import dataset_of, form_with
from xlforms.checks.unseen import check_unseen
from xlforms.dataset.dataset import Dataset
from xlforms.intake.submission import Repair
from xlforms.intake.values import Value

RULE = "{rule: r, kind: consistency, if: 'c.k = \"да\"', then: c.a > 0}"


def _repaired(folder: Path, name: str, value: Value | None, repair: tuple[str, str, float | None]) -> Dataset:
    dataset = dataset_of(form_with(RULE, folder), {name: value})
    code, before, number = repair
    dataset.submissions[0].repairs.append(Repair(dataset.positions[f"c.{name}"], code, before, number))
    return dataset


@pytest.mark.parametrize(
    ("name", "value", "repair", "rule", "message"),
    [
        ("a", 12, ("number-from-text", "12 ", None), "number-as-text",
         "вместо числа стоит текст «12». Он учтён как 12, но проверки формы этого числа не видят. "
         "Введите число заново."),
        ("x", 12.5, ("number-from-text", "12,5", None), "number-as-text",
         "вместо числа стоит текст «12,5». Он учтён как 12,5, но проверки формы этого числа не видят. "
         "Введите число заново."),
        ("d", date(2020, 6, 5), ("date-from-text", "5 июня 2020 г.", None), "number-as-text",
         "вместо даты стоит текст «5 июня 2020 г.». Он учтён как 05.06.2020, но проверки формы этой даты не видят. "
         "Введите дату заново."),
        ("a", None, ("spaces-only", "  ", None), "number-as-text",
         "вместо ответа стоят пробелы. Здесь считается, что ответа нет, а проверки формы видят текст. "
         "Очистите ячейку."),
        ("k", "да", ("choice-from-plus", "+", None), "choice-as-text",
         "стоит «+». Ответ учтён как «да», но проверки формы такого ответа не знают. Выберите его из списка."),
    ],
)  # fmt: skip
def test_words(
    tmp_path: Path, name: str, value: Value | None, repair: tuple[str, str, float | None], rule: str, message: str
) -> None:
    """What stands in the cell, what it counts as, what to do; a question, and the answer counts."""
    (finding,) = check_unseen(_repaired(tmp_path, name, value, repair))

    assert message == finding.message().partition(": ")[2]
    assert (rule, "soft", True, f"c.{name}") == (finding.rule, finding.severity, finding.counts, finding.item)


@pytest.mark.parametrize(
    ("name", "value", "repair"),
    [
        ("k", "да", ("choice-respelt", "ДА ", None)),  # formulas find the same
        ("d", date(2020, 6, 5), ("date-from-number", "43987", 43987.0)),  # a number is what a formula wants
        ("a", 5, ("formula-result", "5", 5.0)),
        ("a", 5_000_000, ("number-from-text", "5000000", None)),  # out of bounds: not counted, told elsewhere
        ("t", "слово", ("text-tidied", "слово ", None)),
        ("t", None, ("spaces-only", " ", None)),
    ],
)
def test_what_makes_no_difference(
    tmp_path: Path, name: str, value: Value | None, repair: tuple[str, str, float | None]
) -> None:
    """Repairs that formulas need not know of, and answers that do not count, are no such finding."""
    assert [] == list(check_unseen(_repaired(tmp_path, name, value, repair)))


def test_a_choice_that_nothing_looks_at(tmp_path: Path) -> None:
    """Without a rule about it a choice written in hides nothing; the record of the repair is enough."""
    dataset = _repaired(tmp_path, "k", "да", ("choice-from-plus", "+", None))

    assert [] == list(check_unseen(replace(dataset, rules=())))
