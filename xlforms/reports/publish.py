"""Writes a set of results so that a crash at any moment leaves the old set or the new one, never a mixture.

The new set is written beside the folder, flushed to disk, and takes the folder's place by renaming. A folder that a
crash left between two renames is restored at the next run. Files in the folder that are not ours are carried over.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from xlforms.errors import OutputError

MARK = ".xlforms"  # lists the files of the last set, so that ours can be told from others'


def publish(files: Mapping[str, bytes], target: Path) -> None:
    """Makes `target` hold exactly `files` (relative paths with `/`) and whatever else it held before.

    Raises OutputError when the folder cannot be written, for instance because Excel holds a file of it open.
    """
    target = target.absolute()
    fresh, old = target.with_name(f".{target.name}.new"), target.with_name(f".{target.name}.old")
    try:
        restore(target)
        if target.exists() and not target.is_dir():
            raise OutputError("output-not-a-folder", path=str(target))
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh.mkdir()
        for name, content in files.items():
            _write(fresh / PurePosixPath(name), content)
        _write(fresh / MARK, "".join(f"{name}\n" for name in sorted(files)).encode())
        _carry_over(target, fresh, files)
        if target.exists():
            target.rename(old)
        fresh.rename(target)
        _flush_folder(target.parent)
        shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        if not target.exists() and old.exists():
            old.rename(target)
        raise OutputError("output-not-written", path=str(target), detail=error.strerror or str(error)) from error


def restore(target: Path) -> None:
    """Tidies up after a crash: the old set comes back when the new one never took its place."""
    fresh, old = target.with_name(f".{target.name}.new"), target.with_name(f".{target.name}.old")
    if old.exists() and not target.exists():
        old.rename(target)
    shutil.rmtree(old, ignore_errors=True)
    shutil.rmtree(fresh, ignore_errors=True)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _carry_over(target: Path, fresh: Path, files: Mapping[str, bytes]) -> None:
    if not target.is_dir():
        return
    mark = target / MARK
    ours = set(mark.read_text(encoding="utf-8").splitlines()) if mark.is_file() else set()
    for path in sorted(target.rglob("*")):
        name = path.relative_to(target).as_posix()
        if path.is_file() and name not in ours and name not in files and name != MARK:
            place = fresh / PurePosixPath(name)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, place)


def _flush_folder(folder: Path) -> None:
    """Makes a rename durable; Windows has no such call for folders and needs none."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
