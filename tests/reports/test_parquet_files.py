"""The tables as Parquet."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from collections.abc import Callable
from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports.made_up_roadmap import progress_summary, report, said
from tests.reports.nasty_round import nasty_files, nasty_summary
from xlforms.consolidation.summary import Summary
from xlforms.reports.csv_files import print_csv
from xlforms.reports.data_files import data_files
from xlforms.reports.fixed_tables import fixed_tables
from xlforms.reports.machine_table import Column, MachineTable
from xlforms.reports.parquet_files import PARQUET, print_parquet

_READ: dict[str, Callable[[str], object]] = {
    "string": str,
    "integer": int,
    "number": float,
    "date": date.fromisoformat,
}
_STORED = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "date": pa.date32()}
_VALUES = {
    "string": st.none()
    | st.text(st.characters(exclude_categories=["Cs"]))
    | st.integers()
    | st.floats(0, 1)
    | st.dates(),
    "integer": st.none() | st.integers(-(2**63), 2**63 - 1) | st.integers(1 - 2**53, 2**53 - 1).map(float),
    "number": st.none()
    | st.integers(-(10**30), 10**30)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20),
    "date": st.none() | st.dates(),
}


def _table(rows: list[tuple[object, ...]]) -> MachineTable:
    """A table with a column of every kind."""
    columns = tuple(Column(f"{kind}_column", kind, f"«{kind}»", "что это") for kind in _READ)  # type: ignore[arg-type]
    return MachineTable("data/f.t", "Таблица", columns, (), tuple(rows), "Строка – что-то.")


def _assert_same(table: MachineTable) -> None:
    """Every value of the Parquet file is that of the CSV file read as its type; blank is null."""
    text = print_csv(table.header, table.rows).decode()
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    stored = pq.read_table(io.BytesIO(print_parquet(table)))
    assert [(column.name, _STORED[column.kind]) for column in table.columns] == [
        (field.name, field.type) for field in stored.schema
    ]
    assert list(table.header) == header
    for number, column in enumerate(table.columns):
        read = _READ[column.kind]
        expected = [read(row[number]) if row[number] else None for row in rows]
        assert expected == stored.column(number).to_pylist(), (table.name, column.name)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(*_VALUES.values()), max_size=6))
def test_equals_the_csv(rows: list[tuple[object, ...]]) -> None:
    """Whatever a table holds, both files say the same, value by value."""
    _assert_same(_table(rows))


@pytest.mark.parametrize(
    "summary",
    [
        nasty_summary(),
        nasty_summary(units=None),
        nasty_summary([]),
        progress_summary([report("001", said(spring="выполнено 2021-02-01", summer="в работе: нет денег"))], 2, 1),
    ],
    ids=["nasty", "no register", "nothing came", "roadmap"],
)
def test_every_table_equals_its_csv(summary: Summary) -> None:
    """So do the tables of whole rounds."""
    for table in (*fixed_tables(summary), *data_files(summary)):
        _assert_same(table)


def test_what_is_stored() -> None:
    """Types, nulls and texts as in the CSV file, with what the table and its columns are called."""
    rows: list[tuple[object, ...]] = [
        ("=1", 3.0, 0.25, date(2020, 6, 5)),
        ("", None, None, None),
        (2020, 1, 10**16 + 1, None),
    ]
    stored = pq.read_table(io.BytesIO(print_parquet(_table(rows))))
    assert {
        "string_column": ["'=1", None, "2020"],
        "integer_column": [3, None, 1],
        "number_column": [0.25, None, 1e16],
        "date_column": [date(2020, 6, 5), None, None],
    } == stored.to_pydict()
    assert {b"title": "Таблица".encode(), b"description": "Строка – что-то.".encode()} == stored.schema.metadata
    assert {b"title": "«date»".encode(), b"description": "что это".encode()} == stored.schema.field(
        "date_column"
    ).metadata


def test_the_same_bytes() -> None:
    """Two runs give the same file: it holds no time and no random number, and says which program it depends on."""
    one, other = (
        [print_parquet(table) for table in (*fixed_tables(summary), *data_files(summary))]
        for summary in (nasty_summary(), nasty_summary(nasty_files()))
    )
    assert one == other
    assert (".parquet", f"pyarrow {pa.__version__}") == (PARQUET.ending, PARQUET.made_by)


def test_loaded_only_when_asked() -> None:
    """Neither the program nor the making of all other results needs pyarrow."""
    script = "import sys, xlforms.cli.main, xlforms.cli.consolidate_anew; sys.exit('pyarrow' in sys.modules)"
    assert 0 == subprocess.run([sys.executable, "-c", script], check=False).returncode
