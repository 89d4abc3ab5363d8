"""Opens archives, letters and mailboxes, and finds the way to a file inside them; this runs in a reading process.

Members come one after another: the containers on the way to the last one stay open, so that five hundred forms in one
archive open it once in each process, and never more than one of them is unpacked at a time.
"""

from __future__ import annotations

import io
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Self

from xlforms.errors import IntakeRefusal
from xlforms.intake import ole_directory
from xlforms.intake.container import Container, Member
from xlforms.intake.file_kind import FileKind, is_letter, recognise
from xlforms.intake.file_place import FilePlace
from xlforms.intake.letter import Letter
from xlforms.intake.limits import Limits
from xlforms.intake.mailbox_file import Mailbox, is_mailbox
from xlforms.intake.ole_streams import OleFile
from xlforms.intake.outlook_letter import OutlookLetter
from xlforms.intake.zip_archive import ZipArchive

_HEAD = 64 * 1024


@dataclass(frozen=True, slots=True)
class Found:
    """A file inside a container, not yet unpacked: its own time, and when the letter around it was sent."""

    container: Container
    number: int
    expected: Member
    modified: datetime | None
    received: datetime | None

    def open(self) -> bytes | Container:
        """Its bytes or, for a letter stored in pieces, the letter; IntakeRefusal when it cannot be had."""
        return _member(self.container, self.number, self.expected)


def open_container(content: bytes, found: FileKind, limits: Limits) -> Container | None:
    """The container that the bytes of a file are, None when they are none; IntakeRefusal when it cannot be opened."""
    if found.kind == "letter":
        return Letter(content, limits)
    if found.kind == "mailbox":
        return Mailbox(io.BytesIO(content), limits)
    if found.kind == "outlook-letter":
        return OutlookLetter(OleFile(content), limits)
    if found.kind == "zip":
        return ZipArchive(io.BytesIO(content), limits)
    if found.kind == "damaged" and content.startswith(b"PK\x03\x04"):
        return _damaged_archive(content, found, limits)
    return None


def _damaged_archive(content: bytes, found: FileKind, limits: Limits) -> Container:
    """What is left of an archive; what was wrong with the workbook when it is none."""
    try:
        return ZipArchive(io.BytesIO(content), limits)
    except IntakeRefusal as refusal:
        if refusal.reason != "damaged" or found.refusal is None:
            raise
        raise found.refusal from refusal


def open_large(file: BinaryIO, size: int, limits: Limits) -> Container | None:
    """The container in a file that is too large for a workbook; None when it is none, or too large even so."""
    head = file.read(_HEAD)
    file.seek(0)
    if size <= limits.archive_bytes and head.startswith(b"PK"):
        return ZipArchive(file, limits)
    if size <= limits.archive_bytes and is_mailbox(head):
        return Mailbox(file, limits)
    if size <= limits.letter_bytes and is_letter(head):
        return Letter(file.read(), limits)
    if size <= limits.letter_bytes and head.startswith(ole_directory.SIGNATURE):
        content = file.read()
        return open_container(content, recognise(content, "", limits), limits)
    return None


class Unpacking:
    """Finds files inside containers; keeps those on the way to the last one open."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._path: Path | None = None
        self._modified: datetime | None = None
        self._open: list[Container] = []
        self._way: tuple[int, ...] = ()
        self._files = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def find(self, place: FilePlace) -> Found:
        """The file at a place inside a container; IntakeRefusal or OSError when the way to it cannot be gone."""
        try:
            return self._find(place)
        except (MemoryError, RecursionError):
            self.close()
            raise

    def close(self) -> None:
        """Forgets all that is open."""
        self._files.close()
        self._path, self._way = None, ()
        self._open.clear()

    def _find(self, place: FilePlace) -> Found:
        if place.path != self._path:
            self.close()
            self._open.append(self._open_given(place.path))
            self._path = place.path
        *way, last = place.way
        known = 0
        while known < min(len(way), len(self._way)) and way[known] == self._way[known]:
            known += 1
        del self._open[known + 1 :]
        self._way = place.way[:known]
        for step in range(known, len(way)):
            self._open.append(self._container_in(self._open[-1], place, step))
            self._way = place.way[: step + 1]
        times = [time for time in (place.members[-1].modified, self._modified) if time is not None]
        sent = [container.sent for container in self._open if container.sent is not None]
        return Found(self._open[-1], last, place.members[-1], min(times, default=None), sent[-1] if sent else None)

    def _open_given(self, path: Path) -> Container:
        """The container that was given; it is looked at again, and must still be one."""
        status = path.stat()
        self._modified = datetime.fromtimestamp(status.st_mtime, UTC).replace(microsecond=0)
        file = self._files.enter_context(path.open("rb"))
        if status.st_size > self._limits.file_bytes:
            container = open_large(file, status.st_size, self._limits)
        else:
            content = file.read(status.st_size)
            container = open_container(content, recognise(content, path.name, self._limits), self._limits)
        return _required(container)

    def _container_in(self, outer: Container, place: FilePlace, step: int) -> Container:
        member = place.members[step]
        content = _member(outer, place.way[step], member)
        return _required(content if not isinstance(content, bytes) else inner_container(content, member, self._limits))


def inner_container(content: bytes, member: Member, limits: Limits) -> Container | None:
    """The container that a member is, None when it is none; IntakeRefusal when it cannot be opened."""
    found = FileKind("letter") if member.is_letter else recognise(content, member.name, limits)
    return open_container(content, found, limits)


def _member(container: Container, number: int, expected: Member) -> bytes | Container:
    """The member at one step of the way, if it is still the one that was expected there."""
    if number >= len(container.members) or container.members[number] != expected:
        raise IntakeRefusal("unreadable", "file-changed")
    return container.open(number)


def _required(container: Container | None) -> Container:
    if container is None:
        raise IntakeRefusal("unreadable", "file-changed")
    return container
