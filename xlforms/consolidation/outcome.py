"""What a run of `consolidate` has to tell at its end, small enough to be remembered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from xlforms.consolidation.choices import Notice
from xlforms.consolidation.received import Status
from xlforms.consolidation.summary import Summary
from xlforms.ledger.coding import Coding, CodingError


@dataclass(frozen=True, slots=True)
class RejectedFile:
    """A file that was not accepted, and why."""

    name: str
    reason: str
    code: str
    parameters: tuple[tuple[str, object], ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many files ended in each status, who is missing, how many findings there are, and what was settled.

    `units` is the size of the register, 0 without one; `soft` findings include the `explained` ones.
    """

    counts: dict[str, int]
    rejected: tuple[RejectedFile, ...]
    registered: bool
    units: int
    missing: int
    hard: int
    soft: int
    explained: int
    notices: tuple[Notice, ...] = ()

    @property
    def files(self) -> int:
        """Every file met."""
        return sum(self.counts.values())

    @property
    def to_act_on(self) -> bool:
        """Is there something that somebody has to do?"""
        return bool(self.hard or self.rejected or self.missing)


_CODING = Coding((Outcome, RejectedFile, Notice))


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


def write_outcome(outcome: Outcome) -> str:
    """The outcome as text; empty when something in it cannot be written."""
    try:
        return _CODING.write(outcome)
    except CodingError:
        return ""


def read_outcome(text: str) -> Outcome | None:
    """The outcome again; None when the text holds none."""
    try:
        outcome = _CODING.read(text)
    except CodingError:
        return None
    return outcome if isinstance(outcome, Outcome) else None
