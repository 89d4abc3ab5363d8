"""Why a rule was not checked: by item, and counted by reason."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.edit_rules.truth import Answers, Wrong, dataset_of, form_with
from xlforms.checks.not_checked import reasons_not_checked, why_not_checked
from xlforms.checks.rule_outcomes import evaluate_rules
from xlforms.dataset.dataset import Dataset
from xlforms.expressions.nodes import Number
from xlforms.intake.submission import Repair

RULE = "{rule: adds, kind: balance, parts: [c.a, c.x], total: c.c}"
SCHOOLS: tuple[Answers, ...] = (
    {"a": 1, "x": 2, "c": 3},
    {"a": Wrong(), "x": 2, "c": Wrong()},
    {"a": 1, "x": 2, "c": 3},
    {"a": 1, "x": Wrong(), "c": 3},
    {"a": 1, "x": 1.7e308, "c": -(10**308)},
)


def _dataset(folder: Path) -> Dataset:
    """The third school typed its 3 as text, the fourth its 1."""
    dataset = dataset_of(form_with(RULE, folder), *SCHOOLS)
    dataset.submissions[2].repairs.append(Repair(dataset.positions["c.c"], "number-from-text", "3"))
    dataset.submissions[3].repairs.append(Repair(dataset.positions["c.a"], "number-from-text", "1"))
    return dataset


def test_items(tmp_path: Path) -> None:
    """The answers that formulas cannot read, in the order of the form; text that we could read is one of them."""
    dataset = _dataset(tmp_path)
    outcomes = evaluate_rules(dataset)

    found = [why_not_checked(dataset, outcomes, 0, school) for school in range(len(SCHOOLS))]

    assert [(), ("c.a", "c.c"), ("c.c",), ("c.a", "c.x"), ()] == found


def test_reasons(tmp_path: Path) -> None:
    """What nobody can read weighs more than text that we could read; a result may also be too large."""
    dataset = _dataset(tmp_path)

    assert {"adds": {"unreadable": 2, "as-text": 1, "too-large": 1}} == reasons_not_checked(
        dataset, evaluate_rules(dataset)
    )


def test_broken_rules(tmp_path: Path) -> None:
    """A rule that cannot be computed blames no answer; one that was always checked has no reasons."""
    dataset = _dataset(tmp_path)
    (sound,) = dataset.rules
    broken = replace(dataset, rules=(replace(sound, condition=Number(1)),))
    outcomes = evaluate_rules(broken)

    assert {"adds": {"broken": 5}} == reasons_not_checked(broken, outcomes)
    assert () == why_not_checked(broken, outcomes, 0, 1)

    fine = replace(dataset, submissions=dataset.submissions[:1])
    assert {} == reasons_not_checked(fine, evaluate_rules(fine))
