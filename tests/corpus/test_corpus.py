"""Every broken and hostile input at once, through the real command line."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from pathlib import Path

from tests.corpus.run import (
    GOOD,
    Ran,
    consolidate,
    differing_findings,
    expected_rows,
    given_answers,
    is_reason,
    printed_answers,
)
from tests.corpus.table import TABLE

_MOST_MEMORY = 1024**3
_RUN = re.compile(r"[=+@\t\r＝＋－＠]|-(?![0-9.]+$)")
"""Texts that a spreadsheet may run as a formula."""


def test_hostile_inputs_end_as_the_table_tells(tmp_path: Path) -> None:
    """Right status and reason, every answer right or named, nothing runs, no process above 1 GB or 20 s; the good forms
    come out as if they had come alone.
    """
    ran, alone = consolidate(tmp_path / "all", TABLE), consolidate(tmp_path / "alone", ())
    assert (1, "", 0, "") == (ran.code, ran.errors, alone.code, alone.errors)
    assert [] == _wrong_rows(ran)
    assert [] == _wrong_answers(ran)
    assert [] == _running_texts(ran.folder)
    assert _of_good(alone) == _of_good(ran)
    assert max(ran.memory, alone.memory) < _MOST_MEMORY


def test_table_is_sound() -> None:
    """More than eighty inputs, no two of one name, each with its reason to be here; none may take its 20 seconds."""
    assert len(TABLE) >= 80
    assert len(TABLE) == len({entry.name.casefold() for entry in TABLE})
    assert all(entry.note for entry in TABLE)
    assert "timed-out" not in {outcome.reason for entry in TABLE for outcome in entry.outcomes.values()}


def _wrong_rows(ran: Ran) -> list[str]:
    """Files without a row, with two, or with one that says something else than the table."""
    expected, wrong = expected_rows(TABLE), []
    rows = ran.rows("received.csv")
    places = [(row["path"].removeprefix("'"), row["member"].removeprefix("'")) for row in rows]
    wrong += [f"{place}: no row or several" for place in expected if places.count(place) != 1]
    for place, row in zip(places, rows, strict=True):
        outcome = expected.get(place)
        if outcome is None or outcome.status != row["status"] or not is_reason(row["reason"], outcome):
            wrong.append(f"{place}: {row['status']} {row['reason']}, not {outcome}")
    return wrong


def _wrong_answers(ran: Ran) -> list[str]:
    """Accepted files, the findings or answers of which are others than those of the table."""
    messages: dict[str, list[str]] = defaultdict(list)
    for row in ran.rows("findings.csv"):
        messages[row["unit"]].append(row["message"])
    wrong, expected = [], expected_rows(TABLE)
    for row in ran.rows("received.csv"):
        place = (row["path"].removeprefix("'"), row["member"].removeprefix("'"))
        if row["status"] != "accepted" or place not in expected:
            continue
        outcome, unit = expected[place], row["unit"]
        others = differing_findings(messages[unit], outcome.findings)
        answers, given = printed_answers(ran, unit), {**given_answers(unit), **outcome.answers}
        others += [f"{name}: {answers[name]!r}, not {given[name]!r}" for name in given if answers[name] != given[name]]
        wrong += [f"{place}: {other}" for other in others]
    return wrong


def _running_texts(folder: Path) -> list[str]:
    """Cells of CSV files that a spreadsheet may run, and markup in the report that no template of ours wrote."""
    found = [
        f"{path.name}: {cell}"
        for path in sorted(folder.rglob("*.csv"))
        for row in _cells(path)
        for cell in row
        if _RUN.match(cell)
    ]
    report = (folder / "report.html").read_text(encoding="utf-8")
    return found + [text for text in ("<script>alert", "<img src=x", "onerror=alert(1)>.xlsx<") if text in report]


def _cells(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def _of_good(ran: Ran) -> list[str]:
    """The lines about the good forms in the tables of answers, findings and files."""
    units = {unit.unit for unit in GOOD}
    lines = []
    for name in ("data/corpus.c.csv", "data/corpus.t.csv", "findings.csv", "received.csv"):
        rows = [row for row in ran.rows(name) if row["unit"] in units]
        lines += [",".join(row.values()) for row in rows]
    return lines
