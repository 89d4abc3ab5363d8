"""What became of every file that was given."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from typing import Literal

from xlforms.intake.submission import StructureNote, Submission

Status = Literal["accepted", "superseded", "duplicate", "rejected", "ignored", "unpacked"]


@dataclass(frozen=True, slots=True)
class Received:
    """One file: its row in `received.csv`, and its submission if it could be read.

    `reason` is the coded word for rejected and ignored files, `code` and `parameters` give its sentence.
    `given_name` and `given_municipality` are what the title sheet says of the unit. `doubtful` when they say that
    another unit than that of the code may have sent it. `letter_date` is when the letter was sent that it came in, with
    the time zone of the sender. `part_of` names another file that holds a sheet of the same submission, which
    stands there.
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
    doubtful: bool = False
    letter_date: datetime | None = None
    part_of: str = ""

    @property
    def name(self) -> str:
        """How people are told of the file: its path, and the way inside an archive or letter («forms.zip!a.xlsx»)."""
        return f"{self.path}!{self.member}" if self.member else self.path

    @property
    def received_at(self) -> str:
        """When it came, as text; empty when not even the time of the file is known."""
        if self.letter_date is not None:
            return self.letter_date.isoformat().replace("+00:00", "Z")
        if self.submission is not None and self.submission.signed_on is not None:
            return self.submission.signed_on.isoformat()
        return f"{self.modified:%Y-%m-%dT%H:%M:%SZ}" if self.modified is not None else ""

    @property
    def moments(self) -> tuple[datetime, datetime]:
        """For «which is newer»: the moment received, then the time of the file."""
        unknown = datetime.min.replace(tzinfo=UTC)
        modified = self.modified or unknown
        if self.letter_date is not None:
            return self.letter_date, modified
        if self.submission is not None and self.submission.signed_on is not None:
            return datetime.combine(self.submission.signed_on, time(), UTC), modified
        return modified, modified

    def noted(self, note: StructureNote) -> Received:
        """The same file with one more note on its submission; one without a submission stays as it is."""
        if self.submission is None:
            return self
        return replace(self, submission=replace(self.submission, notes=[*self.submission.notes, note]))

    def rejected(self, reason: str, code: str, **parameters: object) -> Received:
        """The same file, rejected for a reason; what was read of it no longer takes part."""
        details = tuple(sorted(parameters.items()))
        return replace(self, status="rejected", reason=reason, code=code, parameters=details, submission=None)
