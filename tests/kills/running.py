"""Starts the command in a process of its own that has its modules already, so that a kill falls into its work.

Most of a second would else go by before a run begins: no result can be harmed then, and hundreds of runs would take
hours. The process is forked from one that has loaded the program and done nothing else.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from xlforms.cli.main import main

_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["xlforms.cli.main", "xlforms.cli.consolidate", __name__])
MOST_SECONDS = 120.0


@dataclass(frozen=True)
class Run:
    """A run that was started: its process, and where it says what went wrong."""

    process: ForkServerProcess
    told: Connection

    def end(self) -> tuple[int, str]:
        """Waits for its end: the exit code, negative for a signal, and what it said on stderr."""
        self.process.join(MOST_SECONDS)
        if self.process.exitcode is None:
            self.process.kill()
            raise AssertionError(f"the run did not end in {MOST_SECONDS} s")
        parts = []
        while part := os.read(self.told.fileno(), 65536):
            parts.append(part)
        self.told.close()
        return self.process.exitcode, b"".join(parts).decode()


def start(folder: Path, arguments: Sequence[str], *, largest_file: int | None = None) -> Run:
    """Starts the command in a folder; it can write no file larger than so many bytes."""
    told, telling = _CONTEXT.Pipe(duplex=False)
    process = _CONTEXT.Process(target=_work, args=(folder, list(arguments), largest_file, telling))
    process.start()
    telling.close()
    return Run(process, told)


def children_of(process: int) -> list[int]:
    """The processes that a process has started and that still run."""
    return [number for number, parent in _processes() if parent == process]


def wait_for_end(processes: Sequence[int], seconds: float = 20.0) -> None:
    """Waits until all of them have ended. Raises AssertionError when one outlives its time."""
    until = time.monotonic() + seconds
    while left := {number for number, _ in _processes()} & set(processes):
        if time.monotonic() > until:
            raise AssertionError(f"these live on: {sorted(left)}")
        time.sleep(0.01)


def _work(folder: Path, arguments: list[str], largest_file: int | None, telling: Connection) -> None:
    os.chdir(folder)
    sys.stdout = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")
    sys.stderr = os.fdopen(os.dup(telling.fileno()), "w", encoding="utf-8", buffering=1)
    if largest_file is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))
    main(arguments)


def _processes() -> list[tuple[int, int]]:
    """Every process that has not ended, with the one that started it."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = path.read_text().rpartition(")")[2].split()[:2]
        except (FileNotFoundError, ProcessLookupError):  # it has ended since
            continue
        if state not in "ZX":
            found.append((int(path.parent.name), int(parent)))
    return found
