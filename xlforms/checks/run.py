"""All checks over a dataset, in the order of the form.

Each check is a function from a dataset to findings and works on whole columns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from xlforms.checks.answers import check_answers
from xlforms.checks.finding import Finding
from xlforms.checks.printed import check_printed
from xlforms.checks.required import check_required
from xlforms.checks.rule_outcomes import RuleOutcomes, evaluate_rules
from xlforms.checks.rules import check_rules
from xlforms.checks.shown import check_shown
from xlforms.checks.structure import check_structure
from xlforms.checks.unseen import check_unseen
from xlforms.dataset.dataset import Dataset

CHECKS: tuple[Callable[[Dataset], Iterator[Finding]], ...] = (
    check_structure,
    check_printed,
    check_answers,
    check_unseen,
    check_required,
)


def run_checks(dataset: Dataset, outcomes: RuleOutcomes | None = None) -> list[Finding]:
    """Every finding, sorted by submission, then by place in the form.

    `outcomes` are those of the edit rules, for one who has evaluated them already.
    """
    findings = [finding for check in CHECKS for finding in check(dataset)]
    verdicts = evaluate_rules(dataset) if outcomes is None else outcomes
    findings += check_rules(dataset, verdicts)
    findings += check_shown(dataset, verdicts)
    findings.sort(key=lambda finding: (finding.submission, dataset.positions.get(finding.item, -1)))
    return findings
