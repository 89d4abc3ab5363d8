"""What was read of a file, as rows of the ledger, and back: a row for the file and one for each member."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from xlforms.intake.container import Member
from xlforms.intake.file_reading import FileReading, Refusal, Unpacked
from xlforms.intake.submission import InvalidAnswer, PrintedChange, Repair, StructureNote, Submission
from xlforms.layout.plan import PrintedCell
from xlforms.ledger.coding import Coding, CodingError
from xlforms.ledger.ledger import LedgerFile

_CODING = Coding((
    FileReading, Member, Submission, Refusal, Unpacked, InvalidAnswer, Repair, StructureNote, PrintedChange, PrintedCell
))  # fmt: skip
_PASSING = frozenset(("timed-out", "unreadable"))
_PASSING_CODES = frozenset(("reader-out-of-memory",))


def is_lasting(reading: FileReading, veiled: Callable[[Submission], bool]) -> bool:
    """Whether the same bytes will always be read like this, members included.

    A file that took too much time or memory may do better next time, and what could not be opened may be there again.
    A submission that `veiled` denies still holds personal answers; these are not written anywhere.
    """
    outcome = reading.outcome
    if isinstance(outcome, Refusal) and (outcome.reason in _PASSING or outcome.code in _PASSING_CODES):
        return False
    if isinstance(outcome, Submission) and not veiled(outcome):
        return False
    return bool(reading.sha256) and all(is_lasting(inside, veiled) for inside in reading.inside)


def store(given: str, reading: FileReading) -> tuple[LedgerFile, ...]:
    """The rows of a file with the key `given`, itself first. Raises CodingError for what cannot be written."""
    return tuple(_rows(given, (), reading))


def restore_reading(rows: Sequence[LedgerFile], modified: datetime | None) -> FileReading:
    """The reading that `store` made rows of; `modified` is the time of the given file now. Raises CodingError."""
    return _restored({row.way: row for row in rows}, (), modified, modified)


def _rows(given: str, way: tuple[int, ...], reading: FileReading) -> list[LedgerFile]:
    bare = replace(reading, modified=None, inside=())
    text = _CODING.write((bare, reading.modified is not None))
    rows = [LedgerFile(given, _way(way), reading.sha256, _kind(reading), text)]
    for number, inside in enumerate(reading.inside):
        rows += _rows(given, (*way, number), inside)
    return rows


def _restored(
    rows: Mapping[str, LedgerFile], way: tuple[int, ...], own: datetime | None, given: datetime | None
) -> FileReading:
    """The reading at one place: `own` is its time as `Unpacking.find` tells it, the earlier of its and the file's."""
    row = rows.get(_way(way))
    stored = None if row is None else _CODING.read(row.reading)
    if not isinstance(stored, tuple) or len(stored) != 2 or not isinstance(stored[0], FileReading):
        raise CodingError(_way(way))
    reading: FileReading = stored[0]
    inside = []
    for number, member in enumerate(reading.members):
        times = [time for time in (member.modified, given) if time is not None]
        inside.append(_restored(rows, (*way, number), min(times, default=None), given))
    return replace(reading, modified=own if stored[1] else None, inside=tuple(inside))


def _way(way: tuple[int, ...]) -> str:
    return "/".join(map(str, way))


def _kind(reading: FileReading) -> str:
    """What the file was: the form, the kind of a container, or the reason of its refusal."""
    outcome = reading.outcome
    if isinstance(outcome, Submission):
        return f"{outcome.form}@{outcome.version}"
    return outcome.reason if isinstance(outcome, Refusal) else reading.container or ""
