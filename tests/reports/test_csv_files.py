"""The CSV files of `consolidate`."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reports.made_up import made_up_units, returned, small_form, submission, summary_of
from xlforms.messages import CATALOGUE, say
from xlforms.reports.csv_files import (
    FINDINGS,
    MISSING,
    RECEIVED,
    TOTALS,
    finding_rows,
    missing_rows,
    print_csv,
    received_rows,
    total_rows,
)

_TIME = "2020-06-01T09:00:00Z"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        (12, "12"),
        (12.0, "12"),
        (0.1, "0.1"),
        (1e-07, "0.0000001"),
        (1e22, "10000000000000000000000"),
        (Decimal("0.30"), "0.30"),
        (Decimal("1E+2"), "100"),
        (-5, "-5"),
        (-0.5, "-0.5"),
        (date(2020, 6, 5), "2020-06-05"),
        ("да", "да"),
        ("007", "007"),
        ("=1+1", "'=1+1"),
        ("-5", "'-5"),
        ("a,b", '"a,b"'),
        ("два\nряда", '"два\nряда"'),
        ("a\rb", '"a\rb"'),
    ],
)
def test_values(value: object, expected: str) -> None:
    """Numbers have a point and all their digits and no exponent, dates are ISO, texts safe; one LF ends a line."""
    line = expected or '""'
    assert f"x\n{line}\n".encode() == print_csv(["x"], [[value]])


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=2)))
def test_every_text_comes_back(rows: list[list[str]]) -> None:
    """Whatever a text holds, a reader of CSV gets it back, with one apostrophe before the dangerous ones."""
    text = print_csv(["a", "b"], rows).decode()
    _, *found = csv.reader(io.StringIO(text, newline=""))
    assert rows == [[cell.removeprefix("'") for cell in row] for row in found]


def _summary_rows() -> dict[str, list[dict[str, str]]]:
    form = small_form()
    files = [
        returned(submission(form, "001", {"staff.russian.total": 900, "building.area": 0.1}), path="in/a,б.xlsx"),
        returned(submission(form, "003", {"staff.russian.total": 3, "building.area": 0.2}), path="=in/б.xlsx"),
        replace(returned(submission(form, "009", {})), path="c.xlsx").rejected("unknown-unit", "unit-not-given"),
        replace(returned(submission(form, "+1", {}), path="d"), form="=1", version="@").rejected(
            "unknown-form", "unknown-form", form="=1", version="@"
        ),
    ]
    summary = summary_of(files, made_up_units(3, 2))
    tables = {
        "received": (RECEIVED, received_rows(summary)),
        "findings": (FINDINGS, finding_rows(summary)),
        "missing": (MISSING, missing_rows(summary)),
        "totals": (TOTALS, total_rows(summary)),
    }
    return {
        name: list(csv.DictReader(io.StringIO(print_csv(header, rows).decode())))
        for name, (header, rows) in tables.items()
    }


def test_received() -> None:
    """A row for every file: its status, the reason in words, and of those that count findings and completeness."""
    rows = _summary_rows()["received"]
    columns = ("path", "status", "reason", "unit", "municipality", "form", "version", "received_at")
    unknown = say("unknown-form", "ru", form="=1", version="@")
    assert [
        ("in/a,б.xlsx", "accepted", "", "001", "Район 1", "small", "1", _TIME),
        ("'=in/б.xlsx", "accepted", "", "003", "Район 2", "small", "1", _TIME),
        ("c.xlsx", "rejected", "unknown-unit: " + CATALOGUE["unit-not-given"][0], "009", "", "small", "1", _TIME),
        ("d", "rejected", "unknown-form: " + unknown, "'+1", "", "'=1", "'@", _TIME),
    ] == [tuple(row[name] for name in columns) for row in rows]
    assert list(RECEIVED) == list(rows[0])
    assert [("8", "0", "0.125"), ("7", "0", "0.125"), ("", "", ""), ("", "", "")] == [
        (row["hard"], row["soft"], row["completeness"]) for row in rows
    ]


def test_findings() -> None:
    """A finding tells unit, file, sheet, cell, item and rule, and says in Russian what to do."""
    rows = [row for row in _summary_rows()["findings"] if row["rule"] == "range"]
    assert list(FINDINGS) == list(rows[0])
    assert [("001", "Район 1", "small", "1", "in/a,б.xlsx", "Кадры", "staff.russian.total", "hard")] == [
        tuple(row[name] for name in ("unit", "municipality", "form", "version", "path", "sheet", "item", "severity"))
        for row in rows
    ]
    assert rows[0]["message"].endswith("указано 900, а допустимо от 0 до 500. Проверьте значение.")


def test_missing_and_totals() -> None:
    """Who has not answered; what the region and each municipality add up to."""
    rows = _summary_rows()
    assert [{"unit": "002", "name": "Школа № 2", "municipality": "Район 1", "form": "small"}] == rows["missing"]
    area = [row for row in rows["totals"] if row["item"] == "building.area" and row["statistic"] == "sum"]
    assert [("", "0.3"), ("Район 1", "0.1"), ("Район 2", "0.2")] == [
        (row["municipality"], row["value"]) for row in area
    ]
    total = [row for row in rows["totals"] if row["item"] == "staff.russian.total" and row["statistic"] == "sum"]
    assert ["3", "", "3"] == [row["value"] for row in total]
