"""Reads files as `read_files` does, in this process: no reading processes have to start, which take most of a test."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from xlforms.intake.answer_reader import PlanKeys
from xlforms.intake.file_reading import FileReading
from xlforms.intake.limits import DEFAULT, Limits
from xlforms.intake.personal_answers import personal_items, veil
from xlforms.intake.read_file import read_file, read_member
from xlforms.intake.read_submission import prepare
from xlforms.intake.reading import Plans
from xlforms.intake.submission import Submission
from xlforms.intake.unfolding import UnfoldingFile
from xlforms.intake.unpack import Unpacking


def read_here(
    paths: Iterable[Path], plans: Plans, *, limits: Limits = DEFAULT, progress: Callable[[], None] = lambda: None
) -> list[FileReading]:
    """The outcomes in the order of the paths; only what must not happen (a reader that dies or hangs) is not caught."""
    forms, readings = _Prepared(plans), []
    with Unpacking(limits) as unpacking:
        for path in paths:
            file = UnfoldingFile(path, limits)
            while places := file.next_places():
                for place in places:
                    found = (
                        read_member(place, unpacking, forms, limits) if place.way else read_file(path, forms, limits)
                    )
                    file.take(place, _veiled(found, plans))
            readings.append(file.result())
            progress()
    return readings


class _Prepared(Mapping[tuple[str, str], PlanKeys]):
    """The forms, each prepared when it is first met."""

    def __init__(self, plans: Plans) -> None:
        self._plans = plans
        self._ready: dict[tuple[str, str], PlanKeys] = {}

    def __getitem__(self, name: tuple[str, str]) -> PlanKeys:
        if name not in self._ready:
            self._ready[name] = prepare(self._plans[name])
        return self._ready[name]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(sorted(self._plans))

    def __len__(self) -> int:
        return len(self._plans)


def _veiled(reading: FileReading, plans: Plans) -> FileReading:
    if not isinstance(reading.outcome, Submission):
        return reading
    personal = personal_items(plans[reading.outcome.form, reading.outcome.version])
    return replace(reading, outcome=veil(reading.outcome, personal))
