"""The whole set of results of `consolidate`, made in memory and published at once."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from xlforms.consolidation.summary import Summary
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
from xlforms.reports.data_files import data_files
from xlforms.reports.datapackage import print_datapackage
from xlforms.reports.progress_files import INDICATORS, PROGRESS, indicator_rows, progress_rows
from xlforms.reports.publish import publish
from xlforms.reports.summary_workbook import write_summary


def write_summary_set(summary: Summary, folder: Path) -> None:
    """Writes every file of the summary into a folder, replacing an earlier set as a whole."""
    publish(summary_files(summary), folder)


def summary_files(summary: Summary) -> dict[str, bytes]:
    """The files of the summary by name; those about roadmaps only when there are some."""
    files = {
        "received.csv": print_csv(RECEIVED, received_rows(summary)),
        "findings.csv": print_csv(FINDINGS, finding_rows(summary)),
        "missing.csv": print_csv(MISSING, missing_rows(summary)),
        "totals.csv": print_csv(TOTALS, total_rows(summary)),
    }
    tables = {"received.csv": RECEIVED, "findings.csv": FINDINGS, "missing.csv": MISSING, "totals.csv": TOTALS}
    if summary.progress:
        files["progress.csv"], tables["progress.csv"] = print_csv(PROGRESS, progress_rows(summary)), PROGRESS
    if summary.indicators:
        files["indicators.csv"], tables["indicators.csv"] = print_csv(INDICATORS, indicator_rows(summary)), INDICATORS
    data = list(data_files(summary))
    files |= {file.name: print_csv((*file.keys, *file.columns), file.rows) for file in data}
    files["datapackage.json"] = print_datapackage(tables, data)
    workbook = BytesIO()
    write_summary(summary, workbook)
    files["summary.xlsx"] = workbook.getvalue()
    return files
