"""All checks together."""

from __future__ import annotations

from dataclasses import replace

from tests.reports.made_up import small_form, submission
from xlforms.checks.run import run_checks
from xlforms.dataset.dataset import build_dataset
from xlforms.intake.submission import StructureNote


def test_findings_are_sorted_by_submission_and_place() -> None:
    """Findings on the workbook come first, then those on answers in the order of the form, whoever found them."""
    note = StructureNote("sheet-foreign", False, "Лист1", "A1")
    first = submission(small_form(), "1", {"staff.mathematics.young": 900})
    second = replace(submission(small_form(), "2", {"staff.russian.total": 501}), notes=[note])
    unit = [f"unit.{field}" for field in ("code", "name", "municipality")]
    contact = ["contact.person", "contact.position", "contact.date"]
    assert [
        *((0, name) for name in (*unit, *contact)),
        (0, "staff.russian.total"),
        (0, "staff.mathematics.total"),
        (0, "staff.mathematics.young"),
        (1, ""),
        *((1, name) for name in (*unit, *contact)),
        (1, "staff.russian.total"),
        (1, "staff.mathematics.total"),
    ] == [(finding.submission, finding.item) for finding in run_checks(build_dataset(*small_form(), [first, second]))]
