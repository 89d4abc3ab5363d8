"""The process that reads returned files: `python -m xlforms.intake.reading_process`, started by `reading.py`.

It speaks pickles over its standard input and output. First it gets its limits and the names of the forms that can be
had; then the place of a file at a time, loose or inside an archive or letter. To each it answers a FileReading, whose
personal answers are veiled; before that it may ask for a form by the pair (id, version) and gets its Plan. It ends when
its input ends. It loads no numpy, pydantic, xlsxwriter, click or rich.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import BinaryIO

from xlforms.intake.answer_reader import PlanKeys
from xlforms.intake.file_place import FilePlace
from xlforms.intake.file_reading import FileReading
from xlforms.intake.limits import Limits
from xlforms.intake.personal_answers import personal_items, veil
from xlforms.intake.read_file import read_file, read_member
from xlforms.intake.read_submission import prepare
from xlforms.intake.submission import Submission
from xlforms.intake.unpack import Unpacking
from xlforms.layout.plan import Plan

if sys.platform != "win32":
    import resource


_GARBAGE_AFTER = 200_000


class AskedPlans(Mapping[tuple[str, str], PlanKeys]):
    """The forms by (id, version): known by name from the start, asked for when the first file of theirs comes."""

    def __init__(self, names: frozenset[tuple[str, str]], requests: BinaryIO, answers: BinaryIO) -> None:
        self._names = names
        self._requests = requests
        self._answers = answers
        self._plans: dict[tuple[str, str], PlanKeys] = {}
        self._personal: dict[tuple[str, str], frozenset[int]] = {}

    def __getitem__(self, name: tuple[str, str]) -> PlanKeys:
        if name not in self._names:
            raise KeyError(name)
        if name not in self._plans:
            send(self._answers, name)
            plan: Plan = pickle.load(self._requests)
            self._plans[name] = prepare(plan)
            self._personal[name] = personal_items(plan)
        return self._plans[name]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(sorted(self._names))

    def __len__(self) -> int:
        return len(self._names)

    def veiled(self, reading: FileReading) -> FileReading:
        """What was read, without what is personal in it."""
        if not isinstance(reading.outcome, Submission):
            return reading
        personal = self._personal[reading.outcome.form, reading.outcome.version]
        return replace(reading, outcome=veil(reading.outcome, personal))


def send(stream: BinaryIO, message: object) -> None:
    """Writes one message."""
    pickle.dump(message, stream, protocol=pickle.HIGHEST_PROTOCOL)
    stream.flush()


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Reads files until there are no more requests."""
    limits: Limits
    names: frozenset[tuple[str, str]]
    limits, names = pickle.load(requests)
    _limit_memory(limits)
    gc.set_threshold(_GARBAGE_AFTER)  # a workbook is a hundred thousand small tuples, none of them in a ring
    plans = AskedPlans(names, requests, answers)
    with Unpacking(limits) as unpacking:
        while True:
            try:
                place: FilePlace = pickle.load(requests)
            except EOFError:
                return
            if place.way:
                send(answers, plans.veiled(read_member(place, unpacking, plans, limits)))
            else:
                send(answers, plans.veiled(read_file(place.path, plans, limits)))


def _limit_memory(limits: Limits) -> None:
    """A ceiling where the system has one; on Windows limits of bytes and cells are the only protection."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (limits.read_bytes, limits.read_bytes))


def main() -> None:
    """Keeps the pipe to itself: what a library prints must not get between the messages."""
    answers = os.fdopen(os.dup(1), "wb")
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
