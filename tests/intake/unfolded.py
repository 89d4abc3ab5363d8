"""Given files read in this process with all that is inside them, as the reading processes do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.intake.returned import plan
from xlforms.intake.file_reading import FileReading, Refusal, Unpacked
from xlforms.intake.limits import DEFAULT, Limits
from xlforms.intake.read_file import read_file, read_member
from xlforms.intake.read_submission import prepare
from xlforms.intake.unfolding import UnfoldingFile
from xlforms.intake.unpack import Unpacking

PLANS = {("trial", "1"): prepare(plan())}


def unfold(path: Path, limits: Limits = DEFAULT) -> FileReading:
    """The reading of a file with those of everything inside."""
    file = UnfoldingFile(path, limits)
    with Unpacking(limits) as unpacking:
        while places := file.next_places():
            for place in places:
                reading = read_member(place, unpacking, PLANS, limits) if place.way else read_file(path, PLANS, limits)
                file.take(place, reading)
    assert file.is_complete
    return file.result()


def every(reading: FileReading, name: str = "") -> Iterator[tuple[str, FileReading]]:
    """The file and everything inside it, each with the names on the way."""
    yield name, reading
    for member, inside in zip(reading.members, reading.inside, strict=True):
        yield from every(inside, f"{name}!{member.name}")


def outcomes(reading: FileReading) -> dict[str, str]:
    """What became of everything, by the way to it: «unpacked», «read», or the code of the refusal."""
    return {name: outcome_of(found) for name, found in every(reading)}


def outcome_of(reading: FileReading) -> str:
    """In one word what became of a file."""
    if isinstance(reading.outcome, Refusal):
        return reading.outcome.code
    return "unpacked" if isinstance(reading.outcome, Unpacked) else "read"


def unfold_bytes(folder: Path, content: bytes, limits: Limits = DEFAULT, name: str = "given") -> FileReading:
    """The same for bytes that are given as a file."""
    path = folder / name
    path.write_bytes(content)
    return unfold(path, limits)
