"""What became of one file when it was read: it crosses from a reading process to the main one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from xlforms.errors import IntakeRefusal
from xlforms.intake.container import Container, ContainerKind, Member
from xlforms.intake.submission import Submission


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file was not read: the coded reason of `received.csv`, and the message with its parameters."""

    reason: str
    code: str
    parameters: dict[str, object]

    @classmethod
    def of(cls, refusal: IntakeRefusal) -> Refusal:
        """The same as plain values."""
        return cls(refusal.reason, refusal.code, refusal.parameters)


@dataclass(frozen=True, slots=True)
class Unpacked:
    """An archive or letter, all of whose members can be listed: each has an outcome of its own."""


@dataclass(frozen=True, slots=True)
class FileReading:
    """The file's hash and time (UTC) as far as it could be opened, and a submission or a refusal.

    `received` is when the letter was sent that the file came in, or that it is; None outside letters. An archive or
    letter has a `container` kind and `members`, even when a part of it is lost and the outcome is a refusal; `inside`
    are their readings, in the order of `members`, once they were read.
    """

    sha256: str
    modified: datetime | None
    outcome: Submission | Refusal | Unpacked
    received: datetime | None = None
    container: ContainerKind | None = None
    members: tuple[Member, ...] = ()
    inside: tuple[FileReading, ...] = ()


def contents_of(container: Container, sha256: str, modified: datetime | None, received: datetime | None) -> FileReading:
    """The reading of an archive or letter that could be opened; `received` is the moment of the letter around it."""
    outcome = Unpacked() if container.problem is None else Refusal.of(container.problem)
    moment = container.sent or received
    return FileReading(sha256, modified, outcome, moment, container.kind, tuple(container.members))
