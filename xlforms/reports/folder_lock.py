"""Keeps two runs from writing into one folder of results at the same time.

A lock of the operating system (`flock`, on Windows `msvcrt.locking`) on a file beside the folder: it ends with the
process that holds it, however that ends, so no lock is ever left over, as one made of a mere file would be after a
kill. The folder itself cannot hold the file, since publishing exchanges it for another.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from xlforms.errors import OutputError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

PATIENCE = 5.0  # seconds that a second run waits
_PAUSE = 0.1
_HELD = frozenset((errno.EACCES, errno.EAGAIN, errno.EDEADLK))
_FAR = 1 << 20  # the byte that Windows locks; what is locked there cannot be read, and the process number is to be


def lock_path(target: Path) -> Path:
    """The file that is locked while results are written into `target`."""
    return target.with_name(f".{target.name}.xlforms-lock")


@contextlib.contextmanager
def lock_folder(target: Path, *, patience: float = PATIENCE) -> Iterator[None]:
    """Holds the lock of a folder of results; the file is gone afterwards.

    Raises OutputError: `output-busy` when another run still holds it after `patience` seconds, `output-not-locked` when
    the disk knows no locks, `output-not-written` when the file cannot be made.
    """
    path, until = lock_path(target), time.monotonic() + patience
    handle = _take(path, target)
    while handle is None:
        if time.monotonic() >= until:
            raise OutputError("output-busy", path=str(target), process=_holder(path))
        time.sleep(_PAUSE)
        handle = _take(path, target)
    try:
        yield
    finally:
        _give_back(handle, path)


def _take(path: Path, target: Path) -> int | None:
    """The locked file, or None when another process holds it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise OutputError("output-not-written", path=str(target), detail=error.strerror or "") from error
    try:
        _lock(handle)
    except OSError as error:
        os.close(handle)
        if error.errno in _HELD:
            return None
        raise OutputError("output-not-locked", path=str(target), detail=error.strerror or "") from error
    if not _is_still_there(handle, path):  # the one before us has just deleted it
        os.close(handle)
        return None
    with contextlib.suppress(OSError):  # on a full disk the lock holds all the same, only without a number
        os.truncate(handle, 0)
        os.write(handle, str(os.getpid()).encode())
    return handle


if sys.platform == "win32":

    def _lock(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)

    def _is_still_there(_handle: int, _path: Path) -> bool:
        return True  # an open file cannot be deleted there

    def _give_back(handle: int, path: Path) -> None:
        os.close(handle)
        with contextlib.suppress(PermissionError):  # the next one has opened it already
            path.unlink(missing_ok=True)

else:

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _is_still_there(handle: int, path: Path) -> bool:
        try:
            return os.path.samestat(os.fstat(handle), path.stat())
        except FileNotFoundError:
            return False

    def _give_back(handle: int, path: Path) -> None:
        path.unlink(missing_ok=True)  # while it is held: nobody can take it in between
        os.close(handle)


def _holder(path: Path) -> str:
    """The number of the process that holds the lock, «?» when it cannot be read."""
    try:
        return path.read_text(encoding="ascii").strip() or "?"
    except (OSError, UnicodeDecodeError):
        return "?"
