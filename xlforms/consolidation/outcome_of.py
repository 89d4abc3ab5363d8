"""What a summary has to tell at the end of its run."""

from __future__ import annotations

from typing import get_args

from xlforms.consolidation.notice import Notice
from xlforms.consolidation.outcome import Outcome, RejectedFile
from xlforms.consolidation.received import Status
from xlforms.consolidation.summary import Summary


def outcome_of(summary: Summary, notices: tuple[Notice, ...] = ()) -> Outcome:
    """The outcome of a summary."""
    counts: dict[str, int] = dict.fromkeys(get_args(Status), 0)
    for file in summary.received:
        counts[file.status] += 1
    findings = [finding for form in summary.forms for version in form.versions for finding in version.findings]
    hard = sum(finding.severity == "hard" for finding in findings)
    return Outcome(
        counts=counts,
        rejected=tuple(
            RejectedFile(file.name, file.reason, file.code, file.parameters)
            for file in summary.received
            if file.status == "rejected"
        ),
        registered=summary.registered,
        units=len(summary.units) if summary.registered else 0,
        missing=len(summary.missing),
        hard=hard,
        soft=len(findings) - hard,
        explained=sum(finding.explained for finding in findings),
        notices=notices,
    )
