"""Coverage: expected, accepted and missing, by form and municipality."""

from __future__ import annotations

from tests.reports.made_up import made_up_units, returned, small_form, submission, summary_of
from xlforms.reports.coverage import Coverage, coverage_by_form, coverage_by_municipality, form_titles, total_coverage


def test_with_register() -> None:
    """Every registered unit is expected; municipalities add up to the whole."""
    received = [returned(submission(small_form(), unit, {})) for unit in ("001", "004")]
    summary = summary_of(received, made_up_units(5, 2))
    hard = len(summary.forms[0].versions[0].findings)
    parts = coverage_by_municipality(summary)
    assert {"Район 1": Coverage(3, 1, hard // 2, 0, 0), "Район 2": Coverage(2, 1, hard // 2, 0, 0)} == parts
    assert {"small": Coverage(5, 2, hard, 0, 0)} == coverage_by_form(summary)
    assert total_coverage(parts) == coverage_by_form(summary)["small"]
    assert (3, 0.4) == (total_coverage(parts).missing, total_coverage(parts).share)


def test_without_register() -> None:
    """Without a register only those that answered are known, so nothing is missing."""
    summary = summary_of([returned(submission(small_form(), "001", {"staff.russian.total": 1}))], None)
    assert (1, 1, 0) == (
        coverage_by_form(summary)["small"].expected,
        coverage_by_form(summary)["small"].accepted,
        coverage_by_form(summary)["small"].missing,
    )


def test_titles() -> None:
    """A form that nobody returned is known by its id."""
    assert {"small": "small"} == form_titles(summary_of([], made_up_units(1, 1)))
