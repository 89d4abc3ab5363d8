"""Every file that was given, listed before any is opened, so that each can end in one row of `received.csv`."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from xlforms.errors import UsageError
from xlforms.intake.earlier_results import earlier_results


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file to account for: the path as shown (the argument as given plus the path below it, with `/`), and itself.

    `ignored` is a message code when the file is known not to be a submission before it is opened: a link, the register
    that the command itself reads, a result of an earlier run. A folder that cannot be listed stands for what it may
    hold.
    """

    shown: str
    path: Path
    ignored: str = ""


def list_files(
    paths: Sequence[Path], *, outside: Iterable[Path] = (), registers: Iterable[Path] = ()
) -> list[GivenFile]:
    """All files of the given files and folders, each once, sorted by the path shown.

    What is in `outside` (where results are written) is left out, folders with all they hold; links are not followed;
    `registers` are files that the command reads for itself. Raises UsageError when a given path does not exist or
    cannot be looked at.
    """
    skipped = {folder.resolve() for folder in outside}
    own = {file.resolve() for file in registers}
    found: dict[Path, GivenFile] = {}
    for given in sorted(paths, key=lambda path: path.as_posix()):
        _require(given)
        for path in _walk(given, skipped):
            key = path.parent.resolve() / path.name
            if key in skipped:
                continue
            is_link = path is not given and path.is_symlink()
            ignored = "system-link" if is_link else "system-register" if key in own else ""
            found.setdefault(key, GivenFile(printable(path.as_posix()), path, ignored))
    for key in earlier_results(found):
        found[key] = replace(found[key], ignored=found[key].ignored or "system-results")
    return sorted(found.values(), key=lambda file: (file.shown, os.fsencode(file.path)))


def printable(name: str) -> str:
    """A name from a file system that can be printed and written: what is no text in it is shown as `\\xff`."""
    text = os.fsencode(name).decode("utf-8", "backslashreplace")
    return "".join(letter if letter >= " " and letter != "\x7f" else f"\\x{ord(letter):02x}" for letter in text)


def _require(given: Path) -> None:
    try:
        given.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UsageError("path-missing", path=printable(str(given))) from error
    except OSError as error:
        raise UsageError("path-unreadable", path=printable(str(given)), detail=error.strerror or "") from error


def _walk(given: Path, skipped: set[Path]) -> Iterator[Path]:
    """The files under a path; links are followed only when they were given themselves."""
    if not given.is_dir():
        yield given
        return
    unlisted: list[Path] = []
    for folder, folders, files in os.walk(given, onerror=lambda error: unlisted.append(Path(error.filename))):
        here = Path(folder)
        links = [name for name in folders if (here / name).is_symlink()]
        folders[:] = [name for name in folders if name not in links and (here / name).resolve() not in skipped]
        yield from (here / name for name in [*files, *links])
    yield from unlisted
