"""Reads given files, those that the ledger knows by their content not again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from xlforms.intake.file_reading import FileReading
from xlforms.intake.limits import DEFAULT, Limits
from xlforms.intake.personal_answers import can_be_veiled
from xlforms.intake.reading import Plans, read_files
from xlforms.intake.seen_files import SeenFile
from xlforms.intake.stored_reading import is_lasting, restore_reading, store
from xlforms.intake.submission import Submission
from xlforms.ledger.coding import CodingError
from xlforms.ledger.ledger import LedgerFile

Known = Mapping[str, tuple[LedgerFile, ...]]


@dataclass(frozen=True)
class ReadFiles:
    """The readings of files in their order, and the rows to remember of those that will always be read like this."""

    readings: tuple[FileReading, ...]
    known: Known = field(default_factory=dict)


def read_once(
    files: Sequence[SeenFile],
    plans: Plans,
    known: Known,
    *,
    limits: Limits = DEFAULT,
    progress: Callable[[], None] = lambda: None,
) -> ReadFiles:
    """Reads files as `read_files` does, from `known` what is there; `progress` is called after each file."""
    readings: dict[int, FileReading] = {}
    for number, file in enumerate(files):
        if file.key in known:
            try:
                readings[number] = restore_reading(known[file.key], file.modified)
            except CodingError:
                continue  # it is read from the file itself
            progress()
    unknown = [number for number in range(len(files)) if number not in readings]
    fresh = read_files([files[number].path for number in unknown], plans, limits=limits, progress=progress)
    rows = {file.key: known[file.key] for number, file in enumerate(files) if number in readings}

    @cache
    def is_veiled(form: str, version: str) -> bool:
        return can_be_veiled(plans[form, version])

    def veiled(submission: Submission) -> bool:
        return is_veiled(submission.form, submission.version)

    for number, reading in zip(unknown, fresh, strict=True):
        readings[number] = reading
        key = files[number].key
        if key.partition("|")[0] == reading.sha256 and is_lasting(reading, veiled):
            try:
                rows[key] = store(key, reading)
            except CodingError:
                continue  # it is read again the next time
    return ReadFiles(tuple(readings[number] for number in range(len(files))), rows)
