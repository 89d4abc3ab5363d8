"""Reads given files, those that the ledger knows by their content not again."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from xlforms.intake.file_kind import recognise_name
from xlforms.intake.file_reading import FileReading
from xlforms.intake.limits import DEFAULT, Limits
from xlforms.intake.personal_answers import can_be_veiled
from xlforms.intake.reading import Plans, read_files
from xlforms.intake.stored_reading import is_lasting, restore_reading, store
from xlforms.intake.submission import Submission
from xlforms.intake.unpack import hash_of
from xlforms.ledger.coding import CodingError
from xlforms.ledger.ledger import LedgerFile

Known = Mapping[str, tuple[LedgerFile, ...]]
_NAMED_BY_SUFFIX = (".csv", ".tsv")


@dataclass(frozen=True, slots=True)
class SeenFile:
    """A given file as it lies there now: its time (UTC), and the key of its content, empty when it has to be opened."""

    path: Path
    modified: datetime | None = None
    key: str = ""


@dataclass(frozen=True)
class ReadFiles:
    """The readings of files in their order, and the rows to remember of those that will always be read like this."""

    readings: tuple[FileReading, ...]
    known: Known = field(default_factory=dict)


def look_at(path: Path, limits: Limits = DEFAULT) -> SeenFile:
    """The key of a file: the hash of its content, and what else the readers ask of its name.

    They ask whether a file is a lock file or one of a system, and a sheet exported to CSV is called as its file. What
    is no regular file, is too large to be opened, or cannot be read has no key.
    """
    try:
        status = path.stat()
        modified = datetime.fromtimestamp(status.st_mtime, UTC).replace(microsecond=0)
        if not stat.S_ISREG(status.st_mode) or status.st_size > limits.archive_bytes:
            return SeenFile(path, modified)
        with path.open("rb") as file:
            content = hash_of(file)
    except OSError:
        return SeenFile(path)  # the reader meets the same obstacle and says why
    return SeenFile(path, modified, "|".join((content, *_asked_of_name(path))))


def read_once(
    files: Sequence[SeenFile],
    plans: Plans,
    known: Known,
    *,
    limits: Limits = DEFAULT,
    progress: Callable[[], None] = lambda: None,
) -> ReadFiles:
    """Reads files as `read_files` does, from `known` what is there; `progress` is called after each file."""
    readings: dict[int, FileReading] = {}
    for number, file in enumerate(files):
        if file.key in known:
            try:
                readings[number] = restore_reading(known[file.key], file.modified)
            except CodingError:
                continue  # it is read from the file itself
            progress()
    unknown = [number for number in range(len(files)) if number not in readings]
    fresh = read_files([files[number].path for number in unknown], plans, limits=limits, progress=progress)
    rows = {file.key: known[file.key] for number, file in enumerate(files) if number in readings}

    @cache
    def is_veiled(form: str, version: str) -> bool:
        return can_be_veiled(plans[form, version])

    def veiled(submission: Submission) -> bool:
        return is_veiled(submission.form, submission.version)

    for number, reading in zip(unknown, fresh, strict=True):
        readings[number] = reading
        key = files[number].key
        if key.partition("|")[0] == reading.sha256 and is_lasting(reading, veiled):
            try:
                rows[key] = store(key, reading)
            except CodingError:
                continue  # it is read again the next time
    return ReadFiles(tuple(readings[number] for number in range(len(files))), rows)


def _asked_of_name(path: Path) -> tuple[str, str, str]:
    """What a name decides: the refusal of the file, that of everything inside it, and the name of an exported sheet."""
    name = path.as_posix()
    refusals = [
        "" if kind is None or kind.refusal is None else kind.refusal.reason
        for kind in (recognise_name(name), recognise_name(f"{name}/-"))
    ]
    sheet = os.fsencode(path.name).decode("utf-8", "backslashreplace")
    return refusals[0], refusals[1], sheet if path.suffix.lower() in _NAMED_BY_SUFFIX else ""
