"""Libraries of Python that scripts save workbooks with: openpyxl and pandas."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import openpyxl
import pandas

from tests.engines.engine import Job, Treatment

_INSERTED_BEFORE = 16
_START = datetime(1899, 12, 30)
_EVERY_SHEET: dict[str, Any] = {"sheet_name": None, "engine": "openpyxl"}


@dataclass(frozen=True)
class PythonEngine:
    """A library of this environment, and what it does for each treatment."""

    name: str
    module: Any
    changes: dict[str, Callable[[Job], None]]
    treatments: Sequence[Treatment]

    def version(self) -> str:
        """The version of the library."""
        return str(self.module.__version__)

    def run(self, jobs: Sequence[Job]) -> list[str]:
        """All jobs in this process."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for job in jobs:
                self.changes[job.treatment.name](job)
        return ["" for _ in jobs]


def _saved(change: Callable[[Any, Job], None], *, values: bool = False) -> Callable[[Job], None]:
    """Opens the workbook with openpyxl, with formulas or with the values that they had, changes and saves it."""

    def run(job: Job) -> None:
        book = openpyxl.load_workbook(job.source, data_only=values)
        change(book, job)
        book.save(job.target)

    return run


def _nothing(_book: Any, _job: Job) -> None:
    pass


def _type(book: Any, job: Job) -> None:
    for entry in job.entries:
        cell, value = book[entry["sheet"]][entry["cell"]], entry["value"]
        cell.value = _START + timedelta(days=float(str(value))) if entry["kind"] == "date" else value
        if entry["kind"] == "text":
            cell.data_type = "s"  # it takes «=1+1» for a formula


def _insert_row(book: Any, job: Job) -> None:
    book[job.largest].insert_rows(_INSERTED_BEFORE)


def _delete_hidden(book: Any, _job: Job) -> None:
    for sheet in book.worksheets:
        for merged in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(merged))
        sheet.delete_rows(1)
        sheet.delete_cols(1)


def _rename(book: Any, _job: Job) -> None:
    for number, sheet in enumerate(book.worksheets, start=1):
        sheet.title = f"Лист{number}"


def _reverse(book: Any, _job: Job) -> None:
    book._sheets.reverse()


def _unprotect(book: Any, _job: Job) -> None:
    for sheet in book.worksheets:
        sheet.protection.disable()


def _leave_largest(book: Any, job: Job) -> None:
    for sheet in book.worksheets:
        if sheet.title != job.largest:
            book.remove(sheet)


def _copy_largest(book: Any, job: Job) -> None:
    book.copy_worksheet(book[job.largest])


def _through_pandas(*, header: int | None, index: bool, blank_rows: bool = True) -> Callable[[Job], None]:
    """Every sheet as a table of pandas and back; the first row may become the names of columns."""

    def run(job: Job) -> None:
        tables = pandas.read_excel(job.source, header=header, keep_default_na=False, na_values=[""], **_EVERY_SHEET)
        with pandas.ExcelWriter(job.target, engine="xlsxwriter") as writer:
            for name, table in tables.items():
                rows = table if blank_rows else table.dropna(how="all")
                rows.to_excel(writer, sheet_name=name, index=index, header=header is not None)

    return run


_OPENPYXL: dict[str, Callable[[Job], None]] = {
    "saved": _saved(_nothing),
    "typed": _saved(_type),
    "values only": _saved(_nothing, values=True),
    "row inserted": _saved(_insert_row),
    "hidden deleted": _saved(_delete_hidden),
    "sheets renamed": _saved(_rename),
    "sheets reversed": _saved(_reverse),
    "protection removed": _saved(_unprotect),
    "largest sheet alone": _saved(_leave_largest),
    "largest sheet copied": _saved(_copy_largest),
}
_PANDAS: dict[str, Callable[[Job], None]] = {
    "values only": _through_pandas(header=None, index=False),
    "first row a header": _through_pandas(header=0, index=False),
    "numbers of rows added": _through_pandas(header=0, index=True),
    "blank rows dropped": _through_pandas(header=None, index=False, blank_rows=False),
}
OPENPYXL = PythonEngine(
    "openpyxl", openpyxl, _OPENPYXL, [Treatment(name, "xlsx", typed=name == "typed") for name in _OPENPYXL]
)
PANDAS = PythonEngine("pandas", pandas, _PANDAS, [Treatment(name, "xlsx") for name in _PANDAS])
