"""The whole set of results."""

from __future__ import annotations

from pathlib import Path

from tests.reports.made_up import made_up_units, returned, small_form, submission, summary_of
from xlforms.reports.machine_table import TableFormat
from xlforms.reports.output import summary_files, write_summary_set
from xlforms.reports.publish import MARK

_NAMES = {
    "received.csv", "findings.csv", "missing.csv", "totals.csv", "datapackage.json", "summary.xlsx", "report.html",
    "report.docx",
    "data/small.unit.csv", "data/small.contact.csv", "data/small.staff.csv", "data/small.building.csv",
}  # fmt: skip


def test_files(tmp_path: Path) -> None:
    """Every file of the interface is made, and written as it was made."""
    files = [returned(submission(small_form(), "001", {"staff.russian.total": 3}))]
    summary = summary_of(files, made_up_units(2, 1))
    made = summary_files(summary)
    assert _NAMES == set(made)
    write_summary_set(summary, tmp_path / "out")
    written = {
        path.relative_to(tmp_path / "out").as_posix(): path.read_bytes()
        for path in (tmp_path / "out").rglob("*")
        if path.is_file() and path.name != MARK
    }
    assert made == written


def test_other_formats() -> None:
    """Each table is written in each format asked for, beside its CSV file; the other files are the same."""
    summary = summary_of([returned(submission(small_form(), "001", {"staff.russian.total": 3}))], made_up_units(2, 1))
    plain = summary_files(summary)
    rows = TableFormat(".rows", "1", lambda table: f"{table.name} {len(table.rows)}".encode())
    made = summary_files(summary, [rows])
    assert {name.replace(".csv", ".rows") for name in plain if name.endswith(".csv")} == set(made) - set(plain)
    assert plain == {name: made[name] for name in plain}
    assert (b"missing 1", b"data/small.staff 2") == (made["missing.rows"], made["data/small.staff.rows"])


def test_nothing_came() -> None:
    """Without any file the set is complete: headings alone."""
    made = summary_files(summary_of([], None))
    assert {name for name in _NAMES if not name.startswith("data/")} == set(made)
    assert [1, 1, 1, 1] == [made[name].count(b"\n") for name in sorted(made) if name.endswith(".csv")]
