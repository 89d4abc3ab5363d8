"""The tables whose columns are the same whatever the forms ask: who sent what, what is wrong, what it comes to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from xlforms.consolidation.summary import Summary
from xlforms.reports.csv_files import Row, finding_rows, missing_rows, received_rows, total_rows
from xlforms.reports.figure_rows import figure_rows
from xlforms.reports.machine_table import MachineTable
from xlforms.reports.progress_files import indicator_rows, progress_rows
from xlforms.reports.table_words import TABLES

_ROWS: dict[str, Callable[[Summary], Iterable[Row]]] = {
    "received": received_rows,
    "findings": finding_rows,
    "missing": missing_rows,
    "totals": total_rows,
    "progress": progress_rows,
    "indicators": indicator_rows,
    "key_figures": figure_rows,
}


def fixed_tables(summary: Summary) -> Iterator[MachineTable]:
    """The tables of a summary in the order of TABLES; those about roadmaps and key figures only when there are some."""
    absent = {
        "progress": not summary.progress,
        "indicators": not summary.indicators,
        "key_figures": not any(form.figures for form in summary.forms),
    }
    for name, words in TABLES.items():
        if not absent.get(name):
            rows = tuple(_ROWS[name](summary))
            yield MachineTable(name, words.title, words.columns, words.key, rows, f"Строка – {words.row}.")
