"""The whole set of results of `consolidate`, made in memory and published at once."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from xlforms.consolidation.summary import Summary
from xlforms.ledger.ledger import LEDGER, LastResult, Ledger
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
from xlforms.reports.folder_ledger import LedgerWriter
from xlforms.reports.html.page import print_page
from xlforms.reports.progress_files import INDICATORS, PROGRESS, indicator_rows, progress_rows
from xlforms.reports.publish import Content, publish
from xlforms.reports.summary_workbook import write_summary


def write_summary_set(summary: Summary, folder: Path, ledger: Ledger | None = None) -> bool:
    """Writes every file of the summary into a folder, replacing an earlier set as a whole; with a ledger, which learns
    the hashes of the files. False when the ledger could not be written; the summary is there all the same.
    """
    files = summary_files(summary)
    if ledger is None:
        publish(files, folder)
        return True
    result = ledger.result or LastResult("", {}, "")
    outputs = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    writer = LedgerWriter(replace(ledger, result=replace(result, outputs=outputs)))
    contents: dict[str, Content] = {**files, LEDGER: writer}
    publish(contents, folder)
    return not writer.failed


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
    files["report.html"] = print_page(summary)
    return files
