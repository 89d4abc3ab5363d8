"""What became of one file when it was read: it crosses from a reading process to the main one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from xlforms.intake.submission import Submission


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file was not read: the coded reason of `received.csv`, and the message with its parameters."""

    reason: str
    code: str
    parameters: dict[str, object]


@dataclass(frozen=True, slots=True)
class FileReading:
    """The file's hash and time (UTC) as far as it could be opened, and a submission or a refusal."""

    sha256: str
    modified: datetime | None
    outcome: Submission | Refusal
