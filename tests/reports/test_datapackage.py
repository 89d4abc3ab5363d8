"""The description of the CSV files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.reports.judged_package import assert_judged_sound, faults, judged
from tests.reports.made_up_roadmap import progress_summary, report, said
from tests.reports.nasty_round import nasty_summary
from xlforms.consolidation.summary import Summary
from xlforms.reports.csv_files import print_csv
from xlforms.reports.data_files import data_files
from xlforms.reports.datapackage import print_datapackage
from xlforms.reports.fixed_tables import fixed_tables
from xlforms.reports.machine_table import Column, MachineTable


def test_what_is_described() -> None:
    """A resource for each table: its path, words, key, and every column in its order with all that is known of it."""
    columns = (
        Column("row", "string", "Строка", "Имя строки.", {"enum": ["a"]}, {"a": "строка А"}),
        Column("whole", "integer", "Целое", "Целое число."),
    )
    package = json.loads(
        print_datapackage([MachineTable("data/form.my_table", "Таблица", columns, ("row",), (), "Строка – одна.")])
    )
    assert {
        "name": "xlforms-consolidated",
        "title": "Свод xlforms",
        "profile": "tabular-data-package",
        "resources": [
            {
                "name": "form.my-table",
                "path": "data/form.my_table.csv",
                "title": "Таблица",
                "description": "Строка – одна.",
                "profile": "tabular-data-resource",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": {
                    "fields": [
                        {
                            "name": "row",
                            "type": "string",
                            "title": "Строка",
                            "description": "Имя строки.",
                            "constraints": {"enum": ["a"]},
                            "categories": [{"value": "a", "label": "строка А"}],
                        },
                        {"name": "whole", "type": "integer", "title": "Целое", "description": "Целое число."},
                    ],
                    "missingValues": [""],
                    "primaryKey": ["row"],
                },
            }
        ],
    } == package


_ROUNDS: dict[str, Summary] = {
    "nasty": nasty_summary(),
    "empty": nasty_summary([]),
    "roadmap": progress_summary(
        [report("001", said(spring="выполнено 2021-02-01", summer="в работе: нет\nденег")), report("003", {})], 3, 2
    ),
}


@pytest.mark.parametrize("name", _ROUNDS)
def test_everything_has_words(name: str) -> None:
    """Every column of every table has a title and a description."""
    for table in (*fixed_tables(_ROUNDS[name]), *data_files(_ROUNDS[name])):
        assert all((table.title, table.description)), table.name
        assert [] == [
            (table.name, column.name) for column in table.columns if not (column.title and column.description)
        ]


def _write(summary: Summary, folder: Path) -> Path:
    """The CSV files and their description."""
    tables = [*fixed_tables(summary), *data_files(summary)]
    (folder / "data").mkdir(parents=True)
    for table in tables:
        (folder / f"{table.name}.csv").write_bytes(print_csv(table.header, table.rows))
    (folder / "datapackage.json").write_bytes(print_datapackage(tables))
    return folder / "datapackage.json"


def test_frictionless_finds_no_error(tmp_path: Path) -> None:
    """The judge accepts a round of formulas, quotes, line breaks, blanks, dates, two versions, and one of no files."""
    for name, summary in _ROUNDS.items():
        assert_judged_sound(_write(summary, tmp_path / name).parent)


def test_frictionless_would_find_errors(tmp_path: Path) -> None:
    """Values out of their limits, a choice that there is none and a row that comes twice are errors to the judge."""
    package = _write(nasty_summary(), tmp_path / "spoilt")
    for name, before, after in (
        ("t", '\'+8,"Район\n2",a,,-7,', '\'+8,"Район\n2",a,,-70,'),
        ("c", ",'-нет,", ",нет,"),
        ("mixed", ",day,2100-12-31", ",year,2100-12-31"),
    ):
        file = package.parent / "data" / f"nasty-form.{name}.csv"
        text = file.read_text(encoding="utf-8")
        assert before in text
        file.write_bytes(text.replace(before, after).encode())
    assert [
        ("nasty-form.t", "constraint-error"),
        ("nasty-form.mixed", "primary-key"),
        ("nasty-form.c", "constraint-error"),
    ] == faults(judged(package))
