"""Reads returned files in processes of their own, so that a file which hangs or aborts its reader costs one row."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from threading import Lock, Timer
from typing import BinaryIO, cast

from xlforms.intake.limits import DEFAULT, Limits
from xlforms.intake.read_file import FileReading, Refusal
from xlforms.intake.reading_process import send
from xlforms.layout.plan import Plan

Plans = Mapping[tuple[str, str], Plan]
_MOST_PROCESSES = 8


class ReaderDiedError(Exception):
    """The reading process ended before it answered."""


class ReaderTimeoutError(Exception):
    """The reading process took too long and was ended."""


def read_files(
    paths: Iterable[Path],
    plans: Plans,
    *,
    limits: Limits = DEFAULT,
    progress: Callable[[], None] = lambda: None,
) -> Iterator[FileReading]:
    """Reads files in parallel and gives the outcomes in the order of the paths; `progress` is called for each.

    `plans` are the forms that a file may be, by (id, version); a plan is taken from it when the first file of that form
    comes. A file whose reader dies is tried once more when no other is being read, so that neither a neighbour is
    blamed nor its hunger for memory.
    """
    files = list(paths)
    if not files:
        return
    processes = min(os.cpu_count() or 1, len(files), _MOST_PROCESSES)
    with _Readers(plans, limits, processes) as readers:
        first = list(readers.read_all(files))
        for path, reading in zip(files, first, strict=True):
            progress()
            yield reading if reading is not None else readers.read_alone(path)


class ReadingProcess:
    """One process; `read` gives it a file and waits. After a timeout or a death it cannot be used any more."""

    def __init__(self, plans: Plans, limits: Limits, lock: Lock) -> None:
        self._plans = plans
        self._limits = limits
        self._lock = lock
        self._late = False
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "xlforms.intake.reading_process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(path or str(Path.cwd()) for path in sys.path)},
            start_new_session=True,  # Ctrl-C is for us; we end the readers
        )
        self._requests, self._answers = cast("BinaryIO", self._process.stdin), cast("BinaryIO", self._process.stdout)
        send(self._requests, (limits, frozenset(plans)))

    def read(self, path: Path) -> FileReading:
        """Reads one file. Raises ReaderDiedError or ReaderTimeoutError."""
        try:
            send(self._requests, path)
            answer = self._answer()
            while isinstance(answer, tuple):  # it asks for a form; loading that is not the file's time
                with self._lock:
                    plan = self._plans[answer]
                send(self._requests, plan)
                answer = self._answer()
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            self.end()
            raise (ReaderTimeoutError if self._late else ReaderDiedError) from error
        return cast("FileReading", answer)

    def end(self) -> None:
        """Ends the process at once."""
        self._process.kill()
        self._process.wait()
        for stream in (self._requests, self._answers):
            try:
                stream.close()
            except BrokenPipeError:  # a message that it did not take any more
                continue

    def _answer(self) -> object:
        """Waits for an answer as long as the limits allow."""
        timer = Timer(self._limits.read_seconds, self._end_late)
        timer.daemon = True
        timer.start()
        try:
            return pickle.load(self._answers)
        finally:
            timer.cancel()

    def _end_late(self) -> None:
        self._late = True
        self._process.kill()


class _Readers:
    """Some reading processes and the threads that wait for them."""

    def __init__(self, plans: Plans, limits: Limits, count: int) -> None:
        self._plans, self._limits, self._lock = plans, limits, Lock()
        self._threads = ThreadPoolExecutor(count)
        self._idle: SimpleQueue[ReadingProcess] = SimpleQueue()
        self._all: list[ReadingProcess] = []
        for _ in range(count):
            self._idle.put(self._start())

    def __enter__(self) -> _Readers:
        return self

    def __exit__(self, *_: object) -> None:
        for process in self._all:
            process.end()
        self._threads.shutdown(cancel_futures=True)

    def read_all(self, paths: list[Path]) -> Iterator[FileReading | None]:
        """The outcomes in the order of the paths; None for a file whose reader died."""
        return self._threads.map(self._read, paths)

    def read_alone(self, path: Path) -> FileReading:
        """The outcome of a file on its second try."""
        return self._read(path) or _refused("unreadable", "reader-died")

    def _start(self) -> ReadingProcess:
        process = ReadingProcess(self._plans, self._limits, self._lock)
        self._all.append(process)
        return process

    def _read(self, path: Path) -> FileReading | None:
        process = self._idle.get()
        try:
            reading: FileReading | None = process.read(path)
        except ReaderTimeoutError:
            reading, process = _refused("timed-out", "reader-timed-out"), self._start()
        except ReaderDiedError:
            reading, process = None, self._start()
        finally:
            self._idle.put(process)
        return reading


def _refused(reason: str, code: str) -> FileReading:
    return FileReading("", None, Refusal(reason, code, {}))
