"""Files read in processes of their own."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.intake.returned import answers, plan
from xlforms.definitions.units import Unit
from xlforms.errors import UsageError
from xlforms.intake.file_reading import FileReading, Refusal
from xlforms.intake.limits import Limits
from xlforms.intake.reading import read_files
from xlforms.intake.submission import Submission
from xlforms.layout.plan import Plan
from xlforms.workbook.write import write_workbook

_FORMS = {("trial", "1"): plan()}
_FAKE = """
import os, pickle, sys, time
from pathlib import Path
from xlforms.intake.reading_process import send
from xlforms.intake.file_reading import FileReading, Refusal
pickle.load(sys.stdin.buffer)
while True:
    try:
        path = pickle.load(sys.stdin.buffer).path
    except EOFError:
        sys.exit()
    if path.name == "hang":
        time.sleep(60)
    if path.name == "die":
        os.abort()
    if path.name == "once" and not path.exists():
        path.write_text("died")
        os.abort()
    send(sys.stdout.buffer, FileReading(path.name, None, Refusal("unreadable", "reader-failed", {})))
"""


def _forms(folder: Path, count: int) -> list[Path]:
    paths = []
    for number in range(count):
        path = folder / f"{number}.xlsx"
        write_workbook(plan(), path, unit=Unit(f"{number:03}", "Школа", "Район"), values={"staff.all.total": number})
        paths.append(path)
    return paths


def _total(reading: FileReading) -> object:
    assert isinstance(reading.outcome, Submission)
    return answers(reading.outcome)["staff.all.total"]


def test_outcomes_come_in_the_order_of_the_paths(tmp_path: Path) -> None:
    """Several processes change nothing in the order; progress is told for each file."""
    steps: list[int] = []
    readings = read_files(_forms(tmp_path, 7), _FORMS, progress=lambda: steps.append(1))
    assert ([0, 1, 2, 3, 4, 5, 6], 7) == ([_total(reading) for reading in readings], len(steps))


def test_nothing_to_read() -> None:
    """Without files no process is started."""
    assert [] == read_files([], _FORMS)


class _Counting(Mapping[tuple[str, str], Plan]):
    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def __getitem__(self, name: tuple[str, str]) -> Plan:
        self.asked.append(name)
        if name == ("broken", "1"):
            raise UsageError("templates-missing")
        return plan()

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter([("trial", "1"), ("broken", "1"), ("never", "1")])

    def __len__(self) -> int:
        return 3


def test_forms_are_loaded_when_they_come(tmp_path: Path) -> None:
    """Only the forms of the files that came are asked for, by each process at most once."""
    forms = _Counting()
    read_files(_forms(tmp_path, 5), forms)
    assert {("trial", "1")} == set(forms.asked)
    assert len(forms.asked) <= 2 + 8


def test_a_form_that_cannot_be_loaded_stops_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake in a definition is not put down to a file, and no process is left behind."""
    started: list[subprocess.Popen[bytes]] = []
    start = subprocess.Popen

    def remember(*arguments: object, **settings: object) -> subprocess.Popen[bytes]:
        started.append(start(*arguments, **settings))  # type: ignore[call-overload]  # passed on as it came
        return started[-1]

    class Broken(_Counting):
        def __getitem__(self, name: tuple[str, str]) -> Plan:
            raise UsageError("templates-missing")

    monkeypatch.setattr(subprocess, "Popen", remember)
    with pytest.raises(UsageError):
        read_files(_forms(tmp_path, 4), Broken())
    assert started
    assert all(process.poll() is not None for process in started)


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reading process that hangs, dies, or dies once, as the name of the file says."""
    start = subprocess.Popen

    def instead(_command: list[str], **settings: object) -> subprocess.Popen[bytes]:
        process: subprocess.Popen[bytes] = start([sys.executable, "-c", _FAKE], **settings)  # type: ignore[call-overload]  # as it came
        return process

    monkeypatch.setattr(subprocess, "Popen", instead)


def _codes(readings: list[FileReading]) -> list[str]:
    return [reading.outcome.code if isinstance(reading.outcome, Refusal) else "" for reading in readings]


@pytest.mark.usefixtures("fake")
def test_a_file_that_kills_its_reader_costs_one_row(tmp_path: Path) -> None:
    """The guilty file is named, its neighbours are read; one that fails only once is read on the second try."""
    names = ["a", "die", "b", "once", "c", "die", "d"]
    readings = read_files([tmp_path / name for name in names], _FORMS)
    assert ["a", "", "b", "once", "c", "", "d"] == [reading.sha256 for reading in readings]
    assert ["reader-failed", "reader-died"] == _codes(readings)[:2]


@pytest.mark.usefixtures("fake")
def test_a_file_that_hangs_is_given_up(tmp_path: Path) -> None:
    """Reading ends after the time allowed, and only that file is late."""
    begun = time.monotonic()
    readings = read_files([tmp_path / name for name in ("a", "hang", "b")], _FORMS, limits=Limits(read_seconds=4.0))
    assert ["reader-failed", "reader-timed-out", "reader-failed"] == _codes(readings)
    assert time.monotonic() - begun < 20
