"""Every file that was given, listed before any is opened, so that each can end in one row of `received.csv`."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from xlforms.errors import UsageError


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file to account for: the path as shown (the argument as given plus the path below it, with `/`), and itself.

    `ignored` is a message code when the file is known not to be a submission before it is opened: a link, or the
    register that the command itself reads.
    """

    shown: str
    path: Path
    ignored: str = ""


def list_files(
    paths: Sequence[Path], *, outside: Iterable[Path] = (), registers: Iterable[Path] = ()
) -> list[GivenFile]:
    """All files of the given files and folders, each once, sorted by the path shown.

    Folders in `outside` (where results are written) are not entered; links are not followed; `registers` are files
    that the command reads for itself. Raises UsageError (`path-missing`) when a given path does not exist.
    """
    skipped = {folder.resolve() for folder in outside}
    own = {file.resolve() for file in registers}
    found: dict[Path, GivenFile] = {}
    for given in paths:
        if not given.exists() and not given.is_symlink():
            raise UsageError("path-missing", path=str(given))
        for path in _walk(given, skipped):
            shown = path.as_posix()
            key = path.parent.resolve() / path.name
            ignored = "system-link" if path.is_symlink() else "system-register" if path.resolve() in own else ""
            found.setdefault(key, GivenFile(shown, path, ignored))
    return sorted(found.values(), key=lambda file: file.shown)


def _walk(given: Path, skipped: set[Path]) -> Iterable[Path]:
    if not given.is_dir() or given.is_symlink() and not given.resolve().is_dir():
        yield given
        return
    for folder, folders, files in os.walk(given, followlinks=False):
        here = Path(folder)
        links = [name for name in folders if (here / name).is_symlink()]
        folders[:] = sorted(name for name in folders if name not in links and (here / name).resolve() not in skipped)
        yield from (here / name for name in [*files, *links])
