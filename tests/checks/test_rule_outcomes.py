"""Outcomes of all rules over all submissions: counted, explained, and never stopped by one of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from tests.edit_rules.truth import FAILED, NOT_APPLICABLE, NOT_CHECKED, PASSED, Answers, Wrong, dataset_of, form_with
from xlforms.checks.rule_outcomes import evaluate_rules
from xlforms.checks.rules import check_rules
from xlforms.expressions.nodes import Binary, Number, Text

RULE = "{rule: adds, kind: balance, parts: [c.a, c.b], total: c.c}"
SCHOOLS: tuple[Answers, ...] = (
    {"a": 1, "b": 2, "c": 3},
    {"a": 1, "b": 2, "c": 4},
    {"c": 4},
    {"a": Wrong(), "b": 2, "c": Wrong()},
)


def test_table(tmp_path: Path) -> None:
    """A row for each instance, a column for each submission, one byte each."""
    found = evaluate_rules(dataset_of(form_with(RULE, tmp_path), *SCHOOLS))

    assert [[PASSED, FAILED, NOT_APPLICABLE, NOT_CHECKED]] == found.table.tolist()
    assert np.uint8 == found.table.dtype
    assert [{"adds": 1}] * 4 == [found.count(outcome) for outcome in (FAILED, PASSED, NOT_APPLICABLE, NOT_CHECKED)]


def test_one_broken_rule_does_not_stop_the_others(tmp_path: Path) -> None:
    """A tree that cannot be computed is not checked, and says why; the next rule is."""
    dataset = dataset_of(form_with(RULE, tmp_path), *SCHOOLS)
    (sound,) = dataset.rules
    broken = replace(sound, id="broken", rule="broken", condition=Binary("<", Number(1), Text("а")))
    no_condition = replace(sound, id="sum", rule="sum", condition=Number(1))
    both = replace(dataset, rules=(broken, no_condition, sound))
    found = evaluate_rules(both)

    assert [[NOT_CHECKED] * 4] * 2 + [[PASSED, FAILED, NOT_APPLICABLE, NOT_CHECKED]] == found.table.tolist()
    assert [0, 1] == list(found.broken)
    assert "TypeError: a rule's condition gives no verdict" == found.broken[1]
    assert {"broken": 4, "sum": 4, "adds": 1} == found.count(NOT_CHECKED)
    assert ["adds"] == [finding.rule for finding in check_rules(both)]


def test_no_submissions(tmp_path: Path) -> None:
    """Nothing to check is no mistake."""
    found = evaluate_rules(dataset_of(form_with(RULE, tmp_path)))

    assert (1, 0) == found.table.shape
    assert {"adds": 0} == found.count(FAILED)
