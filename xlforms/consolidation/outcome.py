"""What a run of `consolidate` has to tell at its end, small enough to be remembered, and told without the summary."""

from __future__ import annotations

from dataclasses import dataclass

from xlforms.consolidation.notice import Notice
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
