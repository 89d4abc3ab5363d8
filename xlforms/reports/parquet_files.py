"""The tables as Parquet: the values of the CSV files with their types, column by column.

The only module that needs pyarrow (the extra `parquet`); it is loaded when somebody asks for such files. A text is the
one of the CSV file, with the apostrophe of `safe_text`, so that there is one rule for both. Decimals are doubles: the
answers are doubles in the workbooks, and the exact sums of totals.csv become the nearest double.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from xlforms.reports.csv_files import Row, print_column
from xlforms.reports.machine_table import Kind, MachineTable, TableFormat

_TYPES: dict[Kind, pa.DataType] = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "date": pa.date32(),
}


def print_parquet(table: MachineTable) -> bytes:
    """A table as a Parquet file, the same bytes for the same table; no value is null, as is an empty text."""
    values = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
    arrays = [
        pa.array(_typed(column.kind, cells), _TYPES[column.kind])
        for column, cells in zip(table.columns, values, strict=True)
    ]
    fields = [
        pa.field(column.name, _TYPES[column.kind], metadata={"title": column.title, "description": column.description})
        for column in table.columns
    ]
    schema = pa.schema(fields, metadata={"title": table.title, "description": table.description})
    sink = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), sink)
    content: bytes = sink.getvalue().to_pybytes()
    return content


def _typed(kind: Kind, values: Row) -> Row:
    """The values of a column as Arrow takes them for its type."""
    if kind == "date":
        return values
    if kind == "string":
        return [None if value is None or value == "" else str(value) for value in print_column(values)]
    convert: Callable[[Any], object] = int if kind == "integer" else float
    return [None if value is None else convert(value) for value in values]


PARQUET = TableFormat(".parquet", f"pyarrow {pa.__version__}", print_parquet)
