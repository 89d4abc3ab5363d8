"""Reads returned files in processes of their own, so that a file which hangs or aborts its reader costs one row."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import TimeoutError as FutureTimeout
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from xlforms.errors import IntakeRefusal
from xlforms.intake.file_kind import recognise_name
from xlforms.intake.limits import DEFAULT, Limits
from xlforms.intake.read_submission import PlanKeys, prepare, read_submission
from xlforms.intake.read_workbook import read_workbook
from xlforms.intake.submission import Submission
from xlforms.layout.plan import Plan


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file was not read: the coded reason of `received.csv`, and the message with its parameters."""

    reason: str
    code: str
    parameters: dict[str, object]


@dataclass(frozen=True, slots=True)
class FileReading:
    """What became of one file: its hash and time (UTC) as far as it could be opened, and a submission or a refusal."""

    sha256: str
    modified: datetime | None
    outcome: Submission | Refusal


def read_files(
    paths: Iterable[Path],
    plans: Mapping[tuple[str, str], Plan],
    *,
    limits: Limits = DEFAULT,
    progress: Callable[[], None] = lambda: None,
) -> Iterator[FileReading]:
    """Reads files in parallel and gives the outcomes in the order of the paths; `progress` is called for each.

    A file whose reader dies is tried once more by itself, so that a neighbour is never blamed.
    """
    files = list(paths)
    workers = max(1, min(os.cpu_count() or 1, len(files), 8))
    context = get_context("spawn")
    with ProcessPool(workers, initializer=_start, initargs=(dict(plans), limits), context=context) as pool:
        futures = [pool.schedule(_read, args=(path,), timeout=limits.read_seconds) for path in files]
        for path, future in zip(files, futures, strict=True):
            reading = _result(future)
            if reading is None:
                reading = _result(pool.schedule(_read, args=(path,), timeout=limits.read_seconds))
            progress()
            yield reading or _refused(Refusal("unreadable", "reader-died", {}))


def read_file(path: Path, plans: Mapping[tuple[str, str], PlanKeys], limits: Limits = DEFAULT) -> FileReading:
    """Reads one file in this process; every failure becomes a refusal of that file."""
    sha256, modified = "", None
    try:
        recognise_name(path.name)
        status = path.stat()
        modified = datetime.fromtimestamp(status.st_mtime, UTC).replace(microsecond=0)
        if not path.is_file():
            raise IntakeRefusal("not-a-workbook", "not-a-file")
        if status.st_size > limits.file_bytes:
            raise IntakeRefusal("too-large", "file-too-large", size=status.st_size, limit=limits.file_bytes)
        content = path.read_bytes()
        sha256 = hashlib.sha256(content).hexdigest()
        outcome: Submission | Refusal = read_submission(read_workbook(content, path.name, limits), plans)
    except IntakeRefusal as refusal:
        outcome = Refusal(refusal.reason, refusal.code, refusal.parameters)
    except OSError as error:
        outcome = Refusal("unreadable", "file-not-opened", {"detail": error.strerror or type(error).__name__})
    except MemoryError:
        outcome = Refusal("too-large", "reader-out-of-memory", {})
    except Exception as error:  # noqa: BLE001  # one broken file must not stop the others; it becomes its own row
        outcome = Refusal("unreadable", "reader-failed", {"detail": type(error).__name__})
    return FileReading(sha256, modified, outcome)


_prepared: dict[tuple[str, str], PlanKeys] = {}
_limits: list[Limits] = [DEFAULT]


def _start(plans: dict[tuple[str, str], Plan], limits: Limits) -> None:
    """Prepares a reading process: the plans once, and a ceiling on memory where the system has one."""
    _prepared.update((key, prepare(plan)) for key, plan in plans.items())
    _limits[0] = limits
    try:
        import resource
    except ImportError:  # Windows has no such ceiling; limits on bytes and cells are the protection there
        return
    resource.setrlimit(resource.RLIMIT_AS, (limits.read_bytes, limits.read_bytes))


def _read(path: Path) -> FileReading:
    return read_file(path, _prepared, _limits[0])


def _result(future: ProcessFuture) -> FileReading | None:
    """What a reading process answered; None when it died."""
    try:
        reading: FileReading = future.result()
    except FutureTimeout:
        return _refused(Refusal("timed-out", "reader-timed-out", {}))
    except ProcessExpired:
        return None
    except MemoryError:
        return _refused(Refusal("too-large", "reader-out-of-memory", {}))
    return reading


def _refused(refusal: Refusal) -> FileReading:
    return FileReading("", None, refusal)
