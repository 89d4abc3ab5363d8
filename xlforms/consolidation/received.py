"""What became of every file that was given."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from typing import Literal

from xlforms.intake.submission import Submission

Status = Literal["accepted", "superseded", "duplicate", "rejected", "ignored", "unpacked"]


@dataclass(frozen=True, slots=True)
class Received:
    """One file: its row in `received.csv`, and its submission if it could be read.

    `reason` is the coded word for rejected and ignored files, `code` and `parameters` give its sentence.
    `given_name` and `given_municipality` are what the title sheet says, for rounds without a register.
    """

    path: str
    member: str
    sha256: str
    status: Status
    reason: str = ""
    code: str = ""
    parameters: tuple[tuple[str, object], ...] = ()
    unit: str = ""
    form: str = ""
    version: str = ""
    given_name: str = ""
    given_municipality: str = ""
    modified: datetime | None = None
    submission: Submission | None = None

    @property
    def received_at(self) -> str:
        """When it came, as text; empty when not even the time of the file is known."""
        if self.submission is not None and self.submission.signed_on is not None:
            return self.submission.signed_on.isoformat()
        return f"{self.modified:%Y-%m-%dT%H:%M:%SZ}" if self.modified is not None else ""

    @property
    def moments(self) -> tuple[datetime, datetime]:
        """For «which is newer»: the moment received, then the time of the file."""
        unknown = datetime.min.replace(tzinfo=UTC)
        modified = self.modified or unknown
        if self.submission is not None and self.submission.signed_on is not None:
            return datetime.combine(self.submission.signed_on, time(), UTC), modified
        return modified, modified

    def rejected(self, reason: str, code: str, **parameters: object) -> Received:
        """The same file, rejected for a reason; what was read of it no longer takes part."""
        details = tuple(sorted(parameters.items()))
        return replace(self, status="rejected", reason=reason, code=code, parameters=details, submission=None)
