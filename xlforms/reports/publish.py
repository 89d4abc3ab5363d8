"""Writes a set of results so that a crash at any moment leaves the old set or the new one, never a mixture.

The new set is written beside the folder, flushed to disk, and takes the folder's place in one step. Where the system
cannot exchange two folders the old one is renamed away first; a crash between the two renames is put right at the next
run. Files in the folder that are not ours are carried over.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from xlforms.errors import OutputError
from xlforms.reports.exchange import exchange

Content = bytes | Callable[[Path], None]
"""The bytes of a file, or what writes it to the path that it is given, or leaves none there."""

MARK = ".xlforms"  # lists the files of the last set, so that ours can be told from others'


def prepare_folder(target: Path) -> None:
    """Makes sure before the work begins that `target` can be written, and tidies up after a crash.

    Raises OutputError.
    """
    try:
        restore(target)
        if target.exists() and not target.is_dir():
            raise OutputError("output-not-a-folder", path=str(target))
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh, _ = _beside(target)
        fresh.mkdir()
        fresh.rmdir()
    except OSError as error:
        raise _not_written(target, error) from error


def publish(files: Mapping[str, Content], target: Path) -> None:
    """Makes `target` hold exactly `files` (relative paths with `/`) and whatever others put there.

    Raises OutputError when the folder cannot be written, for instance because Excel holds a file of it open.
    """
    prepare_folder(target)
    fresh, old = _beside(target)
    try:
        fresh.mkdir()
        for name, content in files.items():
            _write(fresh / PurePosixPath(name), content)
        _write(fresh / MARK, "".join(f"{name}\n" for name in sorted(files)).encode())
        if target.is_dir():
            _carry_over(target, fresh, files)
            shutil.copymode(target, fresh)
        for folder in (fresh, *(path for path in fresh.rglob("*") if path.is_dir() and not path.is_symlink())):
            _flush_folder(folder)
        if not (target.is_dir() and exchange(fresh, target)):
            if target.is_dir():
                target.rename(old)
            fresh.rename(target)
        _flush_folder(target.parent)
    except OSError as error:
        restore(target)
        raise _not_written(target, error) from error
    shutil.rmtree(old, ignore_errors=True)
    shutil.rmtree(fresh, ignore_errors=True)


def restore(target: Path) -> None:
    """Tidies up after a crash: the old set comes back when the new one never took its place."""
    fresh, old = _beside(target)
    if old.is_dir() and not target.exists():
        old.rename(target)
    shutil.rmtree(old, ignore_errors=True)
    shutil.rmtree(fresh, ignore_errors=True)


def _beside(target: Path) -> tuple[Path, Path]:
    """The folders of the new and of the old set while they change places."""
    return target.with_name(f".{target.name}.new"), target.with_name(f".{target.name}.old")


def _not_written(target: Path, error: OSError) -> OutputError:
    return OutputError("output-not-written", path=str(target), detail=error.strerror or str(error))


def _write(path: Path, content: Content) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not isinstance(content, bytes):
        content(path)
        if not path.exists():
            return
    with path.open("wb" if isinstance(content, bytes) else "r+b") as file:
        if isinstance(content, bytes):
            file.write(content)
            file.flush()
        os.fsync(file.fileno())


def _carry_over(target: Path, fresh: Path, files: Mapping[str, Content]) -> None:
    """Copies what is not ours: files, links as links, and folders that are empty."""
    ours = {*_last_set(target), *files, MARK}
    ours |= {parent.as_posix() for name in ours for parent in PurePosixPath(name).parents}
    for path in _below(target):
        name = path.relative_to(target).as_posix()
        place, is_folder = fresh / PurePosixPath(name), path.is_dir() and not path.is_symlink()
        if place.is_dir() and not is_folder:
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        if name in ours:
            continue
        if is_folder:
            place.mkdir(parents=True, exist_ok=True)
        else:
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, place, follow_symlinks=False)


def _last_set(target: Path) -> list[str]:
    mark = target / MARK
    return mark.read_text(encoding="utf-8").splitlines() if mark.is_file() else []


def _below(folder: Path) -> Iterator[Path]:
    """Everything below a folder, links not followed."""
    for path in sorted(folder.iterdir()):
        yield path
        if path.is_dir() and not path.is_symlink():
            yield from _below(path)


def _flush_folder(folder: Path) -> None:
    """Makes a rename durable; Windows has no such call for folders and needs none."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
