"""The whole set of results of `consolidate`, made in memory and published at once."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from xlforms.consolidation.summary import Summary
from xlforms.ledger.ledger import LEDGER, LastResult, Ledger
from xlforms.reports.csv_files import print_csv
from xlforms.reports.data_files import data_files
from xlforms.reports.datapackage import print_datapackage
from xlforms.reports.day_made import day_made
from xlforms.reports.docx.note import make_note
from xlforms.reports.docx.write_note import print_note
from xlforms.reports.fixed_tables import fixed_tables
from xlforms.reports.folder_ledger import LedgerWriter
from xlforms.reports.html.page import print_page
from xlforms.reports.machine_table import TableFormat
from xlforms.reports.publish import Content, publish
from xlforms.reports.summary_workbook import write_summary


def write_summary_set(
    summary: Summary, folder: Path, ledger: Ledger | None = None, formats: Sequence[TableFormat] = ()
) -> bool:
    """Writes every file of the summary into a folder, replacing an earlier set as a whole; with a ledger, which learns
    the hashes of the files. False when the ledger could not be written; the summary is there all the same.
    """
    files = summary_files(summary, formats)
    if ledger is None:
        publish(files, folder)
        return True
    result = ledger.result or LastResult("", {}, "")
    outputs = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    writer = LedgerWriter(replace(ledger, result=replace(result, outputs=outputs)))
    contents: dict[str, Content] = {**files, LEDGER: writer}
    publish(contents, folder)
    return not writer.failed


def summary_files(summary: Summary, formats: Sequence[TableFormat] = ()) -> dict[str, bytes]:
    """The files of the summary by name; those about roadmaps and key figures only when there are some.

    Every table is a CSV file, and one more in each of the `formats`.
    """
    tables = [*fixed_tables(summary), *data_files(summary)]
    files = {f"{table.name}.csv": print_csv(table.header, table.rows) for table in tables}
    files |= {f"{table.name}{kind.ending}": kind.print(table) for kind in formats for table in tables}
    files["datapackage.json"] = print_datapackage(tables)
    workbook = BytesIO()
    write_summary(summary, workbook)
    files["summary.xlsx"] = workbook.getvalue()
    files["report.html"] = print_page(summary)
    files["report.docx"] = print_note(make_note(summary), day_made(summary))
    return files
