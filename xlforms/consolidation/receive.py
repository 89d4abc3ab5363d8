"""The account of given files with what reading made of each."""

from __future__ import annotations

from collections.abc import Sequence

from xlforms.consolidation.received import Received
from xlforms.intake.account import GivenFile
from xlforms.intake.file_reading import FileReading, Refusal

_PASSED_OVER = ("lock-file", "system-file")


def receive(files: Sequence[GivenFile], readings: Sequence[FileReading]) -> list[Received]:
    """What became of each file: accepted for now, rejected or ignored.

    `readings` are those of the files that are not ignored, in their order.
    """
    left = iter(readings)
    received = [_ignored(file) if file.ignored else _received(file, next(left)) for file in files]
    if next(left, None) is not None:
        raise ValueError("more readings than files")
    return received


def _ignored(file: GivenFile) -> Received:
    return Received(file.shown, "", "", "ignored", "system-file", file.ignored)


def _received(file: GivenFile, reading: FileReading) -> Received:
    outcome = reading.outcome
    if isinstance(outcome, Refusal):
        parameters = outcome.parameters
        return Received(
            path=file.shown,
            member="",
            sha256=reading.sha256,
            status="ignored" if outcome.reason in _PASSED_OVER else "rejected",
            reason=outcome.reason,
            code=outcome.code,
            parameters=tuple(sorted(parameters.items())),
            unit=str(parameters.get("unit", "")),
            form=str(parameters.get("form", "")),
            version=str(parameters.get("version", "")),
            modified=reading.modified,
        )
    return Received(
        path=file.shown,
        member="",
        sha256=reading.sha256,
        status="accepted",
        unit=outcome.unit,
        form=outcome.form,
        version=outcome.version,
        given_name=outcome.given_name,
        given_municipality=outcome.given_municipality,
        modified=reading.modified,
        submission=outcome,
    )
