"""`datapackage.json`: the Frictionless description of the CSV files, with types and what every column means.

Source: Data Package specification 1.0 (specs.frictionlessdata.io), the one that the `frictionless` command validates;
`categories`, what coded values are called, is of version 2.0. Parquet files have no part in it: they carry types and
words themselves, a tabular package may hold nothing but tables, and `frictionless` 5 reads them through fastparquet,
which makes «nan» of an empty whole number and calls that an error.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from xlforms.reports.machine_table import Column, MachineTable

Described = dict[str, object]


def print_datapackage(tables: Iterable[MachineTable]) -> bytes:
    """The description of the tables as CSV files, as JSON."""
    package = {
        "name": "xlforms-consolidated",
        "title": "Свод xlforms",
        "profile": "tabular-data-package",
        "resources": [_resource(table) for table in tables],
    }
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def _resource(table: MachineTable) -> Described:
    schema: Described = {"fields": [_field(column) for column in table.columns], "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    return {
        "name": table.name.removeprefix("data/").lower().replace("_", "-"),
        "path": f"{table.name}.csv",
        "title": table.title,
        "description": table.description,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column: Column) -> Described:
    described: Described = {
        "name": column.name,
        "type": column.kind,
        "title": column.title,
        "description": column.description,
    }
    if column.constraints:
        described["constraints"] = dict(column.constraints)
    if column.labels:
        described["categories"] = [{"value": value, "label": label} for value, label in column.labels.items()]
    return described
