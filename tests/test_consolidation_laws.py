"""What must hold of every consolidation, whatever came."""

from __future__ import annotations

import csv
import io
import random
from collections import defaultdict
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import EVERYTHING
from tests.reports.made_up import form_of, made_up_units, returned, submission, summary_of
from xlforms.consolidation.received import Received
from xlforms.intake.submission import InvalidAnswer
from xlforms.intake.values import Value
from xlforms.reports.csv_files import print_csv
from xlforms.reports.data_files import data_files
from xlforms.reports.fixed_tables import fixed_tables
from xlforms.reports.output import summary_files

FORM = form_of("""
form: f
version: "1"
title: Ф
code: Ф
sections:
  - section: s
    title: Раздел
    sheet: Лист
    blocks:
      - table: t
        columns:
          - {column: whole, title: целое, type: integer}
          - {column: money, title: сумма, type: money}
          - {column: kind, title: вид, type: choice, choices: [а, б]}
        rows: [{row: a, title: А}, {row: b, title: Б}]
""")
UNITS = made_up_units(6, 3)
_CELLS = [f"t.{row}.{column}" for row in "ab" for column in ("whole", "money", "kind")]
_VALUES: dict[str, st.SearchStrategy[Value]] = {
    "whole": st.integers(-5, 1_000_005),  # some out of range: they must not count
    "money": st.sampled_from([0.1, 0.2, 0.7, 1e-3, 123456789.01]) | st.floats(0, 1e12, allow_nan=False),
    "kind": st.sampled_from(["а", "б"]),
}
_ANSWERS = st.fixed_dictionaries({}, optional={name: _VALUES[name.rpartition(".")[2]] for name in _CELLS})
_FILES = st.lists(
    st.tuples(
        st.sampled_from(["001", "2", "003", "6", "77", ""]),
        _ANSWERS,
        st.integers(0, 3),
        st.sets(st.sampled_from(_CELLS), max_size=2),
    ),
    max_size=8,
)


def _received(drawn: list[tuple[str, dict[str, Value], int, set[str]]], names: list[str]) -> list[Received]:
    """Files as they were drawn: unit, answers, hours after the first morning, cells that cannot be read."""
    return [
        returned(
            submission(
                FORM,
                unit,
                {name: value for name, value in answers.items() if name not in wrong},
                invalid={name: InvalidAnswer("not-a-number", "нет") for name in wrong},
            ),
            path=name,
            hours=hours,
        )
        for (unit, answers, hours, wrong), name in zip(drawn, names, strict=True)
    ]


def _tables(received: list[Received]) -> dict[str, bytes]:
    """The machine data of the summary, which takes a tenth of what the whole set takes."""
    summary = summary_of(received, UNITS, form=FORM)
    tables = [*fixed_tables(summary), *data_files(summary)]
    return {f"{table.name}.csv": print_csv(table.header, table.rows) for table in tables}


def _rows(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[name].decode())))


@settings(max_examples=60, deadline=None)
@given(_FILES)
def test_sums(drawn: list[tuple[str, dict[str, Value], int, set[str]]]) -> None:
    """The sum in totals.csv is the sum over data/, exactly, and the region is the sum of its municipalities."""
    names = [f"in/{number}.xlsx" for number in range(len(drawn))]
    files = _tables(_received(drawn, names))
    if "data/f.t.csv" not in files:
        assert [] == _rows(files, "totals.csv")
        return
    sums: dict[tuple[str, str], Fraction] = defaultdict(Fraction)
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for row in _rows(files, "data/f.t.csv"):
        for column in ("whole", "money"):
            if row[column]:
                for municipality in ("", row["municipality"]):
                    sums[f"t.{row['row']}.{column}", municipality] += Fraction(row[column])
                    counts[f"t.{row['row']}.{column}", municipality] += 1
    totals = {
        statistic: {
            (row["item"], row["municipality"]): Fraction(row["value"])
            for row in _rows(files, "totals.csv")
            if row["statistic"] == statistic and row["value"] and row["item"].endswith(("whole", "money"))
        }
        for statistic in ("sum", "n")
    }
    assert dict(sums) == totals["sum"]
    assert dict(counts) == {key: value for key, value in totals["n"].items() if value}
    for item in {item for item, _ in sums}:
        parts = [value for (name, municipality), value in totals["sum"].items() if name == item and municipality]
        assert totals["sum"][item, ""] == sum(parts)


@settings(max_examples=40 if EVERYTHING else 8, deadline=None)
@given(_FILES, st.randoms(use_true_random=False))
def test_order_changes_no_byte(drawn: list[tuple[str, dict[str, Value], int, set[str]]], chance: random.Random) -> None:
    """Files in any order give the same bytes in every file."""
    received = _received(drawn, [f"in/{number}.xlsx" for number in range(len(drawn))])
    shuffled = received[:]
    chance.shuffle(shuffled)
    ordered = sorted(shuffled, key=lambda file: file.path)  # as `list_files` lists them
    assert summary_files(summary_of(received, UNITS, form=FORM)) == summary_files(summary_of(ordered, UNITS, form=FORM))


@settings(max_examples=40, deadline=None)
@given(_FILES, st.randoms(use_true_random=False))
def test_order_of_rows_changes_nothing_that_counts(
    drawn: list[tuple[str, dict[str, Value], int, set[str]]], chance: random.Random
) -> None:
    """Even when they are not listed by name, the same answers count and the same is found wrong."""
    received = _received(drawn, [f"in/{number}.xlsx" for number in range(len(drawn))])
    shuffled = received[:]
    chance.shuffle(shuffled)
    counted = ("totals.csv", "missing.csv", "data/f.t.csv", "findings.csv")
    one, other = (_tables(files) for files in (received, shuffled))
    assert [one.get(name) for name in counted] == [other.get(name) for name in counted]


@settings(max_examples=40, deadline=None)
@given(_FILES, st.randoms(use_true_random=False))
def test_names_and_folders_change_nothing_that_counts(
    drawn: list[tuple[str, dict[str, Value], int, set[str]]], chance: random.Random
) -> None:
    """Whatever the files are called and wherever they lie, the totals and the answers are the same."""
    names = [f"{number}.xlsx" for number in range(len(drawn))]
    others = [f"{chance.choice(['а', 'я/б', 'z'])}/{name}" for name in names]
    hashes = [file.sha256 for file in _received(drawn, names)]
    moved = [
        Received(**{**{field: getattr(file, field) for field in Received.__dataclass_fields__}, "sha256": sha256})
        for file, sha256 in zip(_received(drawn, others), hashes, strict=True)
    ]
    one, other = (_tables(files) for files in (_received(drawn, names), moved))
    counted = ("totals.csv", "missing.csv", "data/f.t.csv")
    assert [one.get(name) for name in counted] == [other.get(name) for name in counted]


@settings(max_examples=40, deadline=None)
@given(_FILES)
def test_every_file_once(drawn: list[tuple[str, dict[str, Value], int, set[str]]]) -> None:
    """Each file given is in received.csv once; of each unit at most one is accepted, and then it is not missing."""
    names = [f"in/{number}.xlsx" for number in range(len(drawn))]
    files = _tables(_received(drawn, names))
    rows = _rows(files, "received.csv")
    assert names == [row["path"] for row in rows]
    accepted = [row["unit"] for row in rows if row["status"] == "accepted"]
    assert len(accepted) == len(set(accepted))
    missing = [row["unit"] for row in _rows(files, "missing.csv")]
    assert sorted(unit.unit for unit in UNITS) == sorted([*accepted, *missing])
    assert {"accepted", "superseded", "duplicate", "rejected"} >= {row["status"] for row in rows}
