"""Reads returned files in processes of their own, so that a file which hangs or aborts its reader costs one row."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from threading import Lock, Timer
from typing import BinaryIO, cast

from xlforms.intake.file_reading import FileReading, Refusal
from xlforms.intake.limits import DEFAULT, Limits
from xlforms.layout.plan import Plan

Plans = Mapping[tuple[str, str], Plan]
_MOST_PROCESSES = 8


def read_files(
    paths: Iterable[Path],
    plans: Plans,
    *,
    limits: Limits = DEFAULT,
    progress: Callable[[], None] = lambda: None,
) -> list[FileReading]:
    """Reads files in parallel; the outcomes are in the order of the paths. `progress` is called after each file.

    `plans` are the forms that a file may be, by (id, version); a plan is taken from it when the first file of that form
    comes. A file whose reader dies is tried once more when no other is being read, so that a neighbour's hunger for
    memory is not put down to it.
    """
    files = list(paths)
    if not files:
        return []
    found: list[FileReading | None] = []
    with _Readers(plans, limits, min(os.cpu_count() or 1, len(files), _MOST_PROCESSES)) as readers:
        for reading in readers.threads.map(readers.read, files):
            found.append(reading)
            progress()
        return [
            reading or readers.read(path) or _refused("unreadable", "reader-died")
            for path, reading in zip(files, found, strict=True)
        ]


class ReaderDiedError(Exception):
    """The reading process ended before it answered."""


class ReaderTimeoutError(Exception):
    """The reading process took too long and was ended."""


class ReadingProcess:
    """One process: `read` gives it a file and waits. After a timeout or a death it cannot be used any more.

    See `reading_process.py` for what is said.
    """

    def __init__(self, plans: Plans, limits: Limits, lock: Lock) -> None:
        self._plans, self._limits, self._lock = plans, limits, lock
        self._greeted = self._late = False
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "xlforms.intake.reading_process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(path or str(Path.cwd()) for path in sys.path)},
            start_new_session=True,  # Ctrl-C is for us; we end the readers
        )
        self._requests, self._answers = cast("BinaryIO", self._process.stdin), cast("BinaryIO", self._process.stdout)

    def read(self, path: Path) -> FileReading:
        """Reads one file. Raises ReaderDiedError, ReaderTimeoutError, and whatever the loading of its form raises."""
        try:
            if not self._greeted:
                self._send((self._limits, frozenset(self._plans)))
                self._greeted = True
            self._send(path)
            answer = self._answer()
            while isinstance(answer, tuple):  # it asks for a form; loading that is not the file's time
                with self._lock:
                    plan = self._plans[answer]
                self._send(plan)
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
            except BrokenPipeError:  # the rest of a message that it did not take any more
                continue

    def _send(self, message: object) -> None:
        pickle.dump(message, self._requests, protocol=pickle.HIGHEST_PROTOCOL)
        self._requests.flush()

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
    """Some reading processes, and as many threads that wait for them."""

    def __init__(self, plans: Plans, limits: Limits, count: int) -> None:
        self._plans, self._limits = plans, limits
        self._plan_lock, self._lock = Lock(), Lock()
        self._closing = False
        self._all: list[ReadingProcess] = []
        self._idle: SimpleQueue[ReadingProcess] = SimpleQueue()
        self.threads = ThreadPoolExecutor(count)
        for _ in range(count):
            self._idle.put(self._start())

    def __enter__(self) -> _Readers:
        return self

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._closing = True
        self.threads.shutdown(wait=False, cancel_futures=True)
        for process in self._all:
            process.end()
        self.threads.shutdown()

    def read(self, path: Path) -> FileReading | None:
        """The outcome of one file; None when its reader died."""
        process = self._idle.get()
        try:
            return process.read(path)
        except ReaderTimeoutError:
            process = self._start()
            return _refused("timed-out", "reader-timed-out")
        except ReaderDiedError:
            process = self._start()
            return None
        finally:
            self._idle.put(process)

    def _start(self) -> ReadingProcess:
        with self._lock:
            if self._closing:
                raise ReaderDiedError
            process = ReadingProcess(self._plans, self._limits, self._plan_lock)
            self._all.append(process)
            return process


def _refused(reason: str, code: str) -> FileReading:
    return FileReading("", None, Refusal(reason, code, {}))
