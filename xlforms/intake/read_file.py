"""Reads one returned file to a submission or to the reason why not; this is what runs in a process of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from xlforms.errors import IntakeRefusal
from xlforms.intake.answer_reader import PlanKeys
from xlforms.intake.container import Container
from xlforms.intake.content_hash import hash_of
from xlforms.intake.file_kind import recognise, recognise_name
from xlforms.intake.file_place import FilePlace
from xlforms.intake.file_reading import FileReading, Refusal, contents_of
from xlforms.intake.limits import DEFAULT, Limits, too_large
from xlforms.intake.read_submission import read_submission
from xlforms.intake.read_workbook import read_workbook
from xlforms.intake.submission import Submission
from xlforms.intake.unpack import Unpacking, inner_container, open_container, open_large

Plans = Mapping[tuple[str, str], PlanKeys]


def read_file(path: Path, plans: Plans, limits: Limits = DEFAULT) -> FileReading:
    """Reads one file in this process; every failure becomes a refusal of that file.

    Of an archive, letter or mailbox the members are listed; `read_member` reads them, one by one.
    """
    return _guarded(lambda draft: _read_given(draft, path, plans, limits))


def read_member(place: FilePlace, unpacking: Unpacking, plans: Plans, limits: Limits = DEFAULT) -> FileReading:
    """Reads one file inside a container exactly as `read_file` reads one that lies loose."""
    return _guarded(lambda draft: _read_found(draft, place, unpacking, plans, limits))


@dataclass(slots=True)
class _Draft:
    """What is known of a file so far; it stays known when reading fails."""

    sha256: str = ""
    modified: datetime | None = None
    received: datetime | None = None


def _guarded(read: Callable[[_Draft], Submission | Container]) -> FileReading:
    draft = _Draft()
    try:
        outcome = read(draft)
        if not isinstance(outcome, Submission):
            return contents_of(outcome, draft.sha256, draft.modified, draft.received)
        return FileReading(draft.sha256, draft.modified, outcome, draft.received)
    except IntakeRefusal as error:
        error.__traceback__ = (
            None  # a refusal kept in a local name would keep the bytes of its file until the next collection of garbage
        )
        refusal = Refusal.of(error)
    except OSError as error:
        refusal = Refusal("unreadable", "file-not-opened", {"detail": error.strerror or type(error).__name__})
    except (MemoryError, RecursionError):
        refusal = Refusal("too-large", "reader-out-of-memory", {})
    except Exception as error:  # noqa: BLE001  # one broken file must not stop the others; it becomes its own row
        refusal = Refusal("unreadable", "reader-failed", {"detail": type(error).__name__})
    return FileReading(draft.sha256, draft.modified, refusal, draft.received)


def _read_given(draft: _Draft, path: Path, plans: Plans, limits: Limits) -> Submission | Container:
    status = path.stat()
    draft.modified = datetime.fromtimestamp(status.st_mtime, UTC).replace(microsecond=0)
    if path.is_dir():
        raise IntakeRefusal("unreadable", "folder-not-opened")
    if not path.is_file():
        raise IntakeRefusal("not-a-workbook", "not-a-file")
    if status.st_size > limits.file_bytes:
        return _read_large(draft, path, status.st_size, limits)
    content = _content(path)
    draft.sha256 = hashlib.sha256(content).hexdigest()
    _refuse_by_name(path.as_posix())
    found = recognise(content, path.name, limits)
    container = open_container(content, found, limits)
    return container or read_submission(read_workbook(content, path.name, limits, found), plans)


def _read_large(draft: _Draft, path: Path, size: int, limits: Limits) -> Container:
    """What is too large for a workbook may be an archive or mailbox; what a system has left there is not opened."""
    _refuse_by_name(path.as_posix())
    with path.open("rb") as file:
        container = open_large(file, size, limits)
        if container is None:
            raise too_large(size, limits.file_bytes)
        file.seek(0)
        draft.sha256 = hash_of(file)
    return container


def _read_found(
    draft: _Draft, place: FilePlace, unpacking: Unpacking, plans: Plans, limits: Limits
) -> Submission | Container:
    name = "/".join([place.path.as_posix(), *(member.name for member in place.members)])
    member = place.members[-1]
    found = unpacking.find(place)
    draft.modified, draft.received = found.modified, found.received
    content = found.open()
    if not isinstance(content, bytes):
        return content
    draft.sha256 = hashlib.sha256(content).hexdigest()
    _refuse_by_name(name)
    container = inner_container(content, member, limits)
    return container or read_submission(read_workbook(content, member.name, limits), plans)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        _refuse_by_name(path.as_posix())
        raise


def _refuse_by_name(name: str) -> None:
    known = recognise_name(name)
    if known is not None and known.refusal is not None:
        raise known.refusal
