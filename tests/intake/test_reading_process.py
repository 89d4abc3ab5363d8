"""The process that reads: what it says, and what it does not load."""

from __future__ import annotations

import io
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from tests.intake.returned import SCHOOL, plan
from xlforms.intake import reading_process
from xlforms.intake.file_place import FilePlace
from xlforms.intake.file_reading import FileReading, Refusal
from xlforms.intake.limits import Limits
from xlforms.intake.reading_process import AskedPlans, send, serve
from xlforms.intake.submission import Submission
from xlforms.workbook.write import write_workbook

_HEAVY = ("numpy", "pydantic", "yaml", "xlsxwriter", "click", "rich", "openpyxl", "pandas", "asyncio")


def test_light_process() -> None:
    """A reading process, with a form in hand, has loaded none of the heavy libraries."""
    code = (
        "import pickle, sys, xlforms.intake.reading_process\n"
        "pickle.load(sys.stdin.buffer)\n"
        f"print([name for name in {_HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], input=pickle.dumps(plan()), capture_output=True, check=True)
    assert "[]" == done.stdout.decode().strip()


def test_conversation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It asks for a form once, answers every path, and ends with its input."""
    monkeypatch.setattr(reading_process, "_limit_memory", lambda _limits: None)
    path, text = tmp_path / "a.xlsx", tmp_path / "a.txt"
    write_workbook(plan(), path, unit=SCHOOL, values={"staff.all.total": 9})
    text.write_text("text")
    requests, answers = io.BytesIO(), io.BytesIO()
    for message in ((Limits(), frozenset({("trial", "1")})), FilePlace(path), plan(), FilePlace(path), FilePlace(text)):
        send(requests, message)
    requests.seek(0)
    serve(requests, answers)
    answers.seek(0)
    asked, *readings = [pickle.load(answers) for _ in range(4)]
    assert b"" == answers.read()
    assert ("trial", "1") == asked
    assert [Submission, Submission, Refusal] == [type(reading.outcome) for reading in readings]
    assert all(isinstance(reading, FileReading) for reading in readings)


def test_known_forms() -> None:
    """Forms are known by name without being asked for; an unknown one is not asked for at all."""
    plans = AskedPlans(frozenset({("b", "1"), ("a", "2")}), io.BytesIO(), io.BytesIO())
    assert ([("a", "2"), ("b", "1")], 2, None) == (list(plans), len(plans), plans.get(("c", "1")))
