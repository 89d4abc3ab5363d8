"""Verdicts that a workbook shows and that its answers do not give."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.edit_rules.truth import Answers, dataset_of, form_with
from xlforms.checks.run import run_checks

RULE = "{rule: part_fits, kind: share, part: c.a, whole: c.b}"


def told(folder: Path, answers: Answers, shown: str) -> list[tuple[str, object]]:
    """The findings on shown verdicts when the one rule `a` not above `b` shows this."""
    dataset = dataset_of(form_with(RULE, folder), answers)
    (submission,) = dataset.submissions
    changed = replace(submission, shown=(shown,))
    found = run_checks(replace(dataset, submissions=(changed,)))
    return [(one.severity, one.parameters["count"]) for one in found if one.code == "structure-verdicts-differ"]


def test_what_agrees_is_no_finding(tmp_path: Path) -> None:
    """A failure shown as such, and nothing shown where nothing fails, say the same as we do."""
    assert [] == told(tmp_path, {"a": 5, "b": 4}, "✗")
    assert [] == told(tmp_path, {"a": 4, "b": 4}, "")
    assert [] == told(tmp_path, {"a": 4}, "")


def test_what_differs_is_one_soft_finding(tmp_path: Path) -> None:
    """A failure that was not shown, and a failure shown where there is none, are told."""
    assert [("soft", 1)] == told(tmp_path, {"a": 5, "b": 4}, "")
    assert [("soft", 1)] == told(tmp_path, {"a": 5, "b": 4}, "?")
    assert [("soft", 1)] == told(tmp_path, {"a": 4, "b": 4}, "✗")


def test_a_cell_without_result_matters_where_a_rule_fails(tmp_path: Path) -> None:
    """A verdict never calculated is told when the school should have seen a failure, not otherwise."""
    assert [("soft", 1)] == told(tmp_path, {"a": 5, "b": 4}, "!")
    assert [] == told(tmp_path, {"a": 4, "b": 4}, "!")


def test_what_is_not_known_is_not_compared(tmp_path: Path) -> None:
    """On a sheet whose rows were moved nobody knows what its verdict cells were."""
    assert [] == told(tmp_path, {"a": 5, "b": 4}, "-")
