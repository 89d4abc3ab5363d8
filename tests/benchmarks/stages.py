"""Measures the stages of a consolidation in one process: reading, deciding, and each report; prints the ratio aimed at.

    python tests/benchmarks/stages.py FOLDER

FOLDER is one that `run.py --units 1000 --folder FOLDER` has filled. All reports together are to cost at most as much as
reading the files; `guard` is what looking at a file costs before it is read, as a share of reading it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from xlforms.consolidation.consolidate import consolidate, expected_forms
from xlforms.consolidation.receive import receive
from xlforms.intake.account import list_files
from xlforms.intake.file_kind import recognise
from xlforms.intake.reading import read_files
from xlforms.intake.unit_register import read_units
from xlforms.layout.form_library import FormLibrary
from xlforms.reports.csv_files import print_csv
from xlforms.reports.data_files import data_files
from xlforms.reports.datapackage import print_datapackage
from xlforms.reports.day_made import day_made
from xlforms.reports.docx.note import make_note
from xlforms.reports.docx.write_note import print_note
from xlforms.reports.fixed_tables import fixed_tables
from xlforms.reports.html.page import print_page
from xlforms.reports.summary_workbook import write_summary

_Result = TypeVar("_Result")


@dataclass
class Stages:
    """Seconds of wall time by stage, in the order in which they ran."""

    seconds: dict[str, float] = field(default_factory=dict)

    def time(self, name: str, work: Callable[[], _Result]) -> _Result:
        """What the work gives; how long it took is kept."""
        started = time.perf_counter()
        result = work()
        self.seconds[name] = time.perf_counter() - started
        return result


def measure(folder: Path) -> dict[str, float]:
    """The seconds of every stage over the questionnaires of a folder."""
    stages, library = Stages(), FormLibrary()
    files = list_files([folder / "received"])
    readings = stages.time("read", lambda: read_files([file.path for file in files], library))
    received = receive(files, readings)
    expected = expected_forms(received, library.ids)
    forms = library.chosen(((file.form, file.version) for file in received), expected)
    units = read_units(folder / "units.csv")
    summary = stages.time(
        "consolidate",
        lambda: consolidate(
            received, forms, expected, units=units, collection=None, as_of=date(2020, 6, 8), last_day=date(2020, 6, 8)
        ),
    )
    tables = stages.time("tables", lambda: [*fixed_tables(summary), *data_files(summary)])
    stages.time("csv", lambda: [print_csv(table.header, table.rows) for table in tables])
    stages.time("datapackage.json", lambda: print_datapackage(tables))
    stages.time("summary.xlsx", lambda: write_summary(summary, BytesIO()))
    stages.time("report.html", lambda: print_page(summary))
    stages.time("report.docx", lambda: print_note(make_note(summary), day_made(summary)))
    stages.time("guard", lambda: [recognise(file.path.read_bytes(), file.path.name) for file in files])
    return stages.seconds


def main() -> None:
    """Measures once and prints it."""
    seconds = measure(Path(sys.argv[1]))
    for name, value in seconds.items():
        print(f"{name:18}{value:8.2f}")
    reports = sum(value for name, value in seconds.items() if name not in ("read", "consolidate", "guard"))
    print(f"all reports / reading  {reports / seconds['read']:.2f}  (aim: at most 1)")


if __name__ == "__main__":
    main()
