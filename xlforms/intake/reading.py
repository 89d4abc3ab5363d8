"""Reads returned files in processes of their own, so that a file which hangs or aborts its reader costs one row."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from threading import Lock, Timer
from typing import BinaryIO, cast

from xlforms.intake.file_place import FilePlace
from xlforms.intake.file_reading import FileReading, Refusal
from xlforms.intake.limits import DEFAULT, Limits
from xlforms.intake.unfolding import UnfoldingFile
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
    comes. What lies inside archives and letters is read the same way when all that lies around it was read. A file
    whose reader dies is tried once more when no other is being read, so that a neighbour's hunger for memory is not put
    down to it.
    """
    files = [UnfoldingFile(path, limits) for path in paths]
    with _Readers(plans, limits) as readers:
        while wave := [(file, place) for file in files for place in file.next_places()]:
            dead = []
            for (file, place), reading in zip(wave, readers.read_all([place for _, place in wave]), strict=True):
                if reading is None:
                    dead.append((file, place))
                    continue
                _take(file, place, reading, progress)
            for file, place in dead:
                _take(file, place, readers.read(place) or _refused("unreadable", "reader-died"), progress)
    return [file.result() for file in files]


def _take(file: UnfoldingFile, place: FilePlace, reading: FileReading, progress: Callable[[], None]) -> None:
    file.take(place, reading)
    if file.is_complete:
        progress()


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

    def read(self, place: FilePlace) -> FileReading:
        """Reads one file. Raises ReaderDiedError, ReaderTimeoutError, and whatever the loading of its form raises."""
        try:
            if not self._greeted:
                self._send((self._limits, frozenset(self._plans)))
                self._greeted = True
            self._send(place)
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
    """Some reading processes, and as many threads that wait for them; more are started when there is more to read."""

    def __init__(self, plans: Plans, limits: Limits) -> None:
        self._plans, self._limits = plans, limits
        self._plan_lock, self._lock = Lock(), Lock()
        self._closing = False
        self._all: list[ReadingProcess] = []
        self._idle: SimpleQueue[ReadingProcess] = SimpleQueue()
        self._count = 0
        self._threads = ThreadPoolExecutor(1)

    def __enter__(self) -> _Readers:
        return self

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._closing = True
        self._threads.shutdown(wait=False, cancel_futures=True)
        for process in self._all:
            process.end()
        self._threads.shutdown()

    def read_all(self, places: Sequence[FilePlace]) -> Iterator[FileReading | None]:
        """The outcomes of files in their order; None for each whose reader died. One call ends before the next."""
        wanted = min(os.cpu_count() or 1, len(places), _MOST_PROCESSES)
        if wanted > self._count:
            self._threads.shutdown()
            self._threads = ThreadPoolExecutor(wanted)
            for _ in range(wanted - self._count):
                self._idle.put(self._start())
            self._count = wanted
        return self._threads.map(self.read, places)

    def read(self, place: FilePlace) -> FileReading | None:
        """The outcome of one file; None when its reader died."""
        process = self._idle.get()
        try:
            return process.read(place)
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
