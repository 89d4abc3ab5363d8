"""One changed file read in this process, as a reading process reads it, and whether that ended as it should.

Whatever the bytes are, reading ends in a submission, an account of members or a refusal that was foreseen: never in an
exception of a library (which would be the refusal «reader-failed»), never out of memory and never late.
"""

from __future__ import annotations

import random
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.corpus.form import plan
from tests.fuzz.targets import Target
from tests.intake.unfolded import every
from xlforms.intake.file_reading import FileReading, Refusal
from xlforms.intake.limits import DEFAULT
from xlforms.intake.read_file import read_file, read_member
from xlforms.intake.read_submission import prepare
from xlforms.intake.unfolding import UnfoldingFile
from xlforms.intake.unpack import Unpacking

_PLANS = {("corpus", "1"): prepare(plan())}
_UNFORESEEN = ("reader-failed", "reader-out-of-memory")
MOST_SECONDS = 10.0


@dataclass(frozen=True)
class Failure:
    """What went wrong, and how to have it again: the kind of file and the seed."""

    target: str
    seed: int
    what: str


def fuzz(
    targets: Mapping[str, Target], seconds: float, first_seed: int, folder: Path
) -> tuple[dict[str, int], list[Failure]]:
    """Reads changed files until the time is over; how many of each kind, and what failed."""
    counts, failures = dict.fromkeys(targets, 0), []
    end, seed = time.monotonic() + seconds, first_seed
    while time.monotonic() < end:
        for name, target in targets.items():
            counts[name] += 1
            what = try_one(target, seed, folder)
            if what:
                failures.append(Failure(name, seed, what))
        seed += 1
    return counts, failures


def try_one(target: Target, seed: int, folder: Path) -> str:
    """What is wrong with reading the file of a seed; empty when nothing is."""
    path = folder / "given"
    path.write_bytes(target(random.Random(seed)))
    begin = time.monotonic()
    reading = _unfolded(path)
    took = time.monotonic() - begin
    outcomes = [found.outcome for _, found in every(reading)]
    failed = [
        f"{one.code} {one.parameters}" for one in outcomes if isinstance(one, Refusal) and one.code in _UNFORESEEN
    ]
    if took > MOST_SECONDS:
        failed.append(f"took {took:.1f} s")
    return "; ".join(failed)


def _unfolded(path: Path) -> FileReading:
    given = UnfoldingFile(path, DEFAULT)
    with Unpacking(DEFAULT) as unpacking:
        while places := given.next_places():
            for place in places:
                inside = bool(place.way)
                given.take(place, read_member(place, unpacking, _PLANS) if inside else read_file(path, _PLANS))
    return given.result()
