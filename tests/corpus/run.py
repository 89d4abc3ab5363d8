"""The corpus as a folder of returned files, consolidated by the real command line."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.corpus.entry import Entry, Outcome
from tests.corpus.form import ANSWERS, DISTRICT, FORM, form, school, story
from xlforms.messages import CATALOGUE

GOOD = tuple(school(number) for number in range(1, 6))
_FIRST = 101
_ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Ran:
    """What a run cost and left behind: rows of the CSV files by file name, in their order."""

    code: int
    errors: str
    seconds: float
    memory: int
    folder: Path

    def rows(self, name: str) -> list[dict[str, str]]:
        """The rows of a CSV file of the results."""
        with (self.folder / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))


def consolidate(folder: Path, entries: Sequence[Entry]) -> Ran:
    """Makes the good forms and the entries in `folder/in`, runs the command once, and measures it."""
    received = folder / "in"
    received.mkdir(parents=True)
    for unit in GOOD:
        (received / f"good-{int(unit.unit)}.xlsx").write_bytes(form(unit))
    for number, entry in enumerate(entries, _FIRST):
        entry.put(received / entry.name, school(number))
    units = [*GOOD, *(school(number) for number in range(_FIRST, _FIRST + len(entries)))]
    lines = [f"{unit.unit},{unit.name},{DISTRICT}\n" for unit in units]
    (folder / "units.csv").write_text("unit,name,municipality\n" + "".join(lines), encoding="utf-8")
    (folder / "corpus.yaml").write_text(FORM, encoding="utf-8")
    command = [sys.executable, "-m", "xlforms", "consolidate", "in", "--units", "units.csv", "--form", "corpus.yaml"]
    told = subprocess.run(
        [sys.executable, "-m", "tests.corpus.measured", *command, "--as-of", "2026-01-01", "--out", "out"],
        cwd=folder, env=os.environ | {"PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1"}, stdout=subprocess.PIPE,
        text=True, check=True,
    )  # fmt: skip
    return Ran(**json.loads(told.stdout), folder=folder / "out")


def expected_rows(entries: Sequence[Entry]) -> dict[tuple[str, str], Outcome]:
    """What must become of every file, by path and member; no others may have a row."""
    rows = {(f"in/good-{int(unit.unit)}.xlsx", ""): Outcome("accepted") for unit in GOOD}
    for entry in entries:
        path = f"in/{entry.shown or entry.name}"
        for member, outcome in entry.outcomes.items():
            rows[(f"{path}/{member}", "") if entry.is_folder else (path, member)] = outcome
    return rows


def is_message(text: str, *codes: str) -> bool:
    """Whether a text has the words of one of these messages, whatever the names and numbers in it."""
    templates = [CATALOGUE[code][0] for code in codes if code in CATALOGUE]
    if not templates:
        raise KeyError(codes)
    patterns = [".*?".join(map(re.escape, re.split(r"\{[^{}]*\}", template))) for template in templates]
    return any(re.search(pattern, text, re.DOTALL | re.IGNORECASE) for pattern in patterns)


def is_reason(text: str, outcome: Outcome) -> bool:
    """Whether the reason of a row begins with the word expected, and the sentence is the one expected."""
    if not outcome.reason:
        return not text
    return text.startswith(f"{outcome.reason}: ") and is_message(text, outcome.code)


def differing_findings(messages: Sequence[str], codes: Sequence[str]) -> list[str]:
    """The messages that were not expected and the codes that did not come; each message stands for one code."""
    left, missing = list(messages), []
    for code in codes:
        found = next((text for text in left if is_message(text, f"structure-{code}", f"answer-{code}")), None)
        if found is None:
            missing.append(code)
        else:
            left.remove(found)
    return left + missing


def given_answers(unit: str) -> dict[str, str]:
    """The answers of a school as the tables print them."""
    answers = {name: value.isoformat() if isinstance(value, date) else str(value) for name, value in ANSWERS.items()}
    return {name: text for name, text in answers.items() if name.startswith(("c.", "t."))} | {"c.story": story(unit)}


def printed_answers(ran: Ran, unit: str) -> dict[str, str]:
    """The answers of a school in the tables, by item."""
    answers = {}
    for row in ran.rows("data/corpus.c.csv"):
        if row["unit"] == unit:
            answers.update({f"c.{name}": row[name] for name in row if f"c.{name}" in ANSWERS})
    for row in ran.rows("data/corpus.t.csv"):
        if row["unit"] == unit:
            answers.update({f"t.{row['row']}.{name}": row[name] for name in ("count", "topic")})
    return answers
