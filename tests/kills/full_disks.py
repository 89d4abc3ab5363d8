"""Runs of `consolidate` that meet a full disk: files that may not grow, or a small disk that was filled up."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.kills.returned_files import OUT, Round, command, read_set, require_next_run, reset, state_of
from tests.kills.running import start
from xlforms.ledger.ledger import LEDGER

_BALLAST = "ballast"
PAGE = 4096


def limit_files(prepared: Round, size: int) -> str:
    """Runs while no file may be larger than `size` bytes; tells which set was there afterwards: «old», «new», or «new
    without ledger». Raises AssertionError when it is a mixture, is not told, or the next run does not give the new set.
    """
    out = prepared.folder / OUT
    reset(prepared, has_old=True)
    run = start(prepared.folder, command(), largest_file=size)
    state = _outcome(prepared, out, run.end())
    require_next_run(prepared, out)
    return state


def fill_disk(prepared: Round, disk: Path, free: int) -> str:
    """The same with the results on a disk with `free` bytes left (less than a page of them is none)."""
    out, ballast = disk / OUT, disk / _BALLAST
    reset(prepared, has_old=True, out=out)
    status = os.statvfs(disk)
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(1, (status.f_bavail - free // status.f_bsize) * status.f_bsize))
    state = _outcome(prepared, out, start(prepared.folder, command(out=str(out))).end())
    ballast.unlink()
    require_next_run(prepared, out)
    return state


def pages_of(prepared: Round) -> int:
    """How many pages of a disk the new set takes, folders and the lock included, and some more."""
    return sum(1 + len(content) // PAGE for content in prepared.new.values()) + 8


@contextmanager
def small_disk(folder: Path, pages: int) -> Iterator[bool]:
    """Mounts a disk in memory at a folder; False where that is not permitted."""
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={pages * PAGE}", "xlforms-trial", folder],
        check=False,
        capture_output=True,
    )
    try:
        yield mounted.returncode == 0
    finally:
        if mounted.returncode == 0:
            subprocess.run(["umount", folder], check=True)


def _outcome(prepared: Round, out: Path, ended: tuple[int, str]) -> str:
    """Which set is there; it must be told in one plain line."""
    found, (code, told) = read_set(out), ended
    without = {name: content for name, content in prepared.new.items() if name != LEDGER}
    state = "new without ledger" if found == without else state_of(prepared, out, has_old=True)
    expected = {"old": ((2,), 1), "new": ((0, 1), 0), "new without ledger": ((0, 1), 1)}[state]
    lines = told.splitlines()
    if code not in expected[0] or len(lines) != expected[1] or not all(line.startswith("xlforms: ") for line in lines):
        raise AssertionError(f"the run ended with {code}, left the set «{state}» and said: {told}")
    return state
