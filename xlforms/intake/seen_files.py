"""Given files as they lie there now: known by their content before any is opened for reading."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from xlforms.intake.content_hash import hash_of
from xlforms.intake.file_kind import recognise_name
from xlforms.intake.limits import DEFAULT, Limits

_NAMED_BY_SUFFIX = (".csv", ".tsv")


@dataclass(frozen=True, slots=True)
class SeenFile:
    """A given file as it lies there now: its time (UTC), and the key of its content, empty when it has to be opened."""

    path: Path
    modified: datetime | None = None
    key: str = ""


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


def _asked_of_name(path: Path) -> tuple[str, str, str]:
    """What a name decides: the refusal of the file, that of everything inside it, and the name of an exported sheet."""
    name = path.as_posix()
    refusals = [
        "" if kind is None or kind.refusal is None else kind.refusal.reason
        for kind in (recognise_name(name), recognise_name(f"{name}/-"))
    ]
    sheet = os.fsencode(path.name).decode("utf-8", "backslashreplace")
    return refusals[0], refusals[1], sheet if path.suffix.lower() in _NAMED_BY_SUFFIX else ""
