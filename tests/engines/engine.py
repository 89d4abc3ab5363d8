"""What every engine is asked to do: open a form, mistreat it in a way that it knows, and save it in a format."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from tests.possible_answers import Answer
from xlforms.intake.raw import serial_of_date
from xlforms.layout.place import cell_name
from xlforms.layout.plan import Plan

SECONDS = 600
"""How long one engine may work on all its jobs before it is given up."""


@dataclass(frozen=True)
class Treatment:
    """A way to mistreat a form: its name in the engine's script, and the format in which the result is saved.

    `typed`: the engine gets the blank form and types every answer itself. `shown`: values are written as texts, as
    they are shown, so that a number keeps only the decimals of its cell.
    """

    name: str
    format: str
    typed: bool = False
    shown: bool = False


@dataclass(frozen=True)
class Job:
    """A treatment of one file: `source` becomes `target`; `largest` is the sheet with most answers."""

    source: Path
    target: Path
    treatment: Treatment
    largest: str
    entries: tuple[dict[str, object], ...]

    def told(self) -> dict[str, object]:
        """The job as scripts in other languages are told it."""
        return {
            "source": str(self.source),
            "target": str(self.target),
            "treatment": self.treatment.name,
            "format": self.treatment.format,
            "largest": self.largest,
            "entries": list(self.entries),
        }


class Engine(Protocol):
    """A program or library that saves spreadsheets."""

    @property
    def name(self) -> str:
        """How people call it."""

    @property
    def treatments(self) -> Sequence[Treatment]:
        """What it can do to a form."""

    def version(self) -> str:
        """Its version; empty when it is not installed."""

    def run(self, jobs: Sequence[Job]) -> list[str]:
        """Does every job; for each what went wrong, empty when it was done."""


def entries_of(plan: Plan, answers: dict[str, Answer]) -> tuple[dict[str, object], ...]:
    """Answers as what scripts type into cells: texts, numbers, and dates as serial numbers."""
    places = plan.cells()
    entries: list[dict[str, object]] = []
    for name, value in answers.items():
        sheet, cell = places[name]
        kind = "date" if isinstance(value, date) else "text" if isinstance(value, str) else "number"
        plain = serial_of_date(datetime(value.year, value.month, value.day)) if isinstance(value, date) else value
        place = cell_name(cell.row, cell.column)
        entries.append({"sheet": sheet.name, "cell": place, "value": plain, "kind": kind})
    return tuple(entries)


def run_script(command: Sequence[str], jobs: Sequence[Job], folder: Path, environment: dict[str, str]) -> list[str]:
    """Runs a script on a file of jobs, and returns what it printed: an error message or nothing for each job."""
    path = folder / "jobs.json"
    path.write_text(json.dumps([job.told() for job in jobs]), encoding="utf-8")
    told = subprocess.run(
        [*command, str(path)], env=environment, capture_output=True, text=True, timeout=SECONDS, check=False
    )
    lines = told.stdout.strip().splitlines()
    if told.returncode or not lines:
        raise RuntimeError(f"{command} ended with {told.returncode}: {told.stderr[-2000:]}")
    errors: list[str] = json.loads(lines[-1])
    return errors
