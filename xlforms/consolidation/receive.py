"""The account of given files with what reading made of each, and of what was inside archives and letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xlforms.consolidation.join_sheets import join_sheets
from xlforms.consolidation.received import Received
from xlforms.intake.account import GivenFile
from xlforms.intake.file_reading import FileReading, Refusal, Unpacked
from xlforms.intake.member_names import DistinctNames

_PASSED_OVER = ("lock-file", "system-file")


def receive(files: Sequence[GivenFile], readings: Sequence[FileReading]) -> list[Received]:
    """What became of each file: accepted for now, rejected, ignored, or unpacked and followed by its members.

    `readings` are those of the files that are not ignored, in their order.
    """
    left = iter(readings)
    received: list[Received] = []
    for file in files:
        if file.ignored:
            received.append(Received(file.shown, "", "", "ignored", "system-file", file.ignored))
        else:
            received += _rows(file.shown, "", next(left), DistinctNames())
    if next(left, None) is not None:
        raise ValueError("more readings than files")
    return join_sheets(received)


def _rows(path: str, member: str, reading: FileReading, names: DistinctNames) -> Iterator[Received]:
    """The row of a file, and those of all that is inside it."""
    yield _received(path, member, reading)
    for inner, inside in zip(reading.members, reading.inside, strict=True):
        name = f"{member}!{inner.name}" if member else inner.name
        yield from _rows(path, names.take(name), inside, names)


def _received(path: str, member: str, reading: FileReading) -> Received:
    outcome = reading.outcome
    if isinstance(outcome, Unpacked):
        return Received(
            path, member, reading.sha256, "unpacked", modified=reading.modified, letter_date=reading.received
        )
    if isinstance(outcome, Refusal):
        parameters = outcome.parameters
        return Received(
            path=path,
            member=member,
            sha256=reading.sha256,
            status="ignored" if outcome.reason in _PASSED_OVER else "rejected",
            reason=outcome.reason,
            code=outcome.code,
            parameters=tuple(sorted(parameters.items())),
            unit=str(parameters.get("unit", "")),
            form=str(parameters.get("form", "")),
            version=str(parameters.get("version", "")),
            modified=reading.modified,
            letter_date=reading.received,
        )
    return Received(
        path=path,
        member=member,
        sha256=reading.sha256,
        status="accepted",
        unit=outcome.unit,
        form=outcome.form,
        version=outcome.version,
        given_name=outcome.given_name,
        given_municipality=outcome.given_municipality,
        modified=reading.modified,
        submission=outcome,
        letter_date=reading.received,
    )
