"""Reads one returned file to a submission or to the reason why not; this is what runs in a process of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from xlforms.errors import IntakeRefusal
from xlforms.intake.answer_reader import PlanKeys
from xlforms.intake.file_kind import recognise_name
from xlforms.intake.file_reading import FileReading, Refusal
from xlforms.intake.limits import DEFAULT, Limits
from xlforms.intake.read_submission import read_submission
from xlforms.intake.read_workbook import read_workbook
from xlforms.intake.submission import Submission


def read_file(path: Path, plans: Mapping[tuple[str, str], PlanKeys], limits: Limits = DEFAULT) -> FileReading:
    """Reads one file in this process; every failure becomes a refusal of that file."""
    sha256, modified = "", None
    outcome: Submission | Refusal
    try:
        status = path.stat()
        modified = datetime.fromtimestamp(status.st_mtime, UTC).replace(microsecond=0)
        content = _content(path, status.st_size, limits)
        sha256 = hashlib.sha256(content).hexdigest()
        _refuse_by_name(path)
        outcome = read_submission(read_workbook(content, path.name, limits), plans)
    except IntakeRefusal as refusal:
        outcome = Refusal(refusal.reason, refusal.code, refusal.parameters)
    except OSError as error:
        outcome = Refusal("unreadable", "file-not-opened", {"detail": error.strerror or type(error).__name__})
    except (MemoryError, RecursionError):
        outcome = Refusal("too-large", "reader-out-of-memory", {})
    except Exception as error:  # noqa: BLE001  # one broken file must not stop the others; it becomes its own row
        outcome = Refusal("unreadable", "reader-failed", {"detail": type(error).__name__})
    return FileReading(sha256, modified, outcome)


def _content(path: Path, size: int, limits: Limits) -> bytes:
    """The bytes of a regular file that is not too large; what a system has left there need not be opened."""
    if path.is_dir():
        raise IntakeRefusal("unreadable", "folder-not-opened")
    if not path.is_file():
        raise IntakeRefusal("not-a-workbook", "not-a-file")
    if size > limits.file_bytes:
        _refuse_by_name(path)
        raise IntakeRefusal("too-large", "file-too-large", size=size, limit=limits.file_bytes)
    try:
        return path.read_bytes()
    except OSError:
        _refuse_by_name(path)
        raise


def _refuse_by_name(path: Path) -> None:
    known = recognise_name(path.as_posix())
    if known is not None and known.refusal is not None:
        raise known.refusal
