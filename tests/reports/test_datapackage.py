"""The description of the CSV files."""

from __future__ import annotations

import json

from xlforms.reports.csv_files import FINDINGS, MISSING, RECEIVED, TOTALS
from xlforms.reports.data_files import DataFile
from xlforms.reports.datapackage import print_datapackage


def _described() -> dict[str, dict[str, str]]:
    types = ({"integer"}, {"decimal", "integer"}, {"percent"}, {"date"}, {"text", "integer"}, {"yes_no"}, {"year"})
    file = DataFile(
        name="data/form.my_table.csv",
        title="Таблица",
        keys=("unit", "municipality", "row"),
        columns=("whole", "number", "share", "day", "mixed", "choice", "year"),
        types=tuple(frozenset(names) for names in types),
        rows=(),
    )
    tables = {"received.csv": RECEIVED, "findings.csv": FINDINGS, "missing.csv": MISSING, "totals.csv": TOTALS}
    package = json.loads(print_datapackage(tables, [file]))
    assert ["received", "findings", "missing", "totals", "form.my-table"] == [
        resource["name"] for resource in package["resources"]
    ]
    assert "Таблица" == package["resources"][-1]["title"]
    return {
        resource["path"]: {field["name"]: field["type"] for field in resource["schema"]["fields"]}
        for resource in package["resources"]
    }


def test_columns_and_types() -> None:
    """Every column of every file is described, in its order; a column of different types is text."""
    described = _described()
    assert [list(RECEIVED), list(FINDINGS), list(MISSING), list(TOTALS)] == [
        list(described[f"{name}.csv"]) for name in ("received", "findings", "missing", "totals")
    ]
    assert {
        "unit": "string", "municipality": "string", "row": "string", "whole": "integer", "number": "number",
        "share": "number", "day": "date", "mixed": "string", "choice": "string", "year": "integer",
    } == described["data/form.my_table.csv"]  # fmt: skip
    assert ("integer", "number") == (described["received.csv"]["hard"], described["totals.csv"]["value"])
