"""The ledger in a folder of results."""

from __future__ import annotations

import hashlib
from pathlib import Path

from xlforms.consolidation.notice import Notice
from xlforms.ledger.ledger import LEDGER, Choice, Ledger
from xlforms.reports.folder_ledger import LedgerWriter, is_intact, open_ledger
from xlforms.reports.publish import publish


def test_it_travels_with_the_results(tmp_path: Path) -> None:
    """Written with a set it is there afterwards; a set without one leaves none of the old."""
    ledger = Ledger("program", choices=(Choice("prefer", "aa"),))
    writer = LedgerWriter(ledger)
    publish({"received.csv": b"new", LEDGER: writer}, tmp_path / "out")
    assert (False, (ledger.choices, ())) == (
        writer.failed,
        (open_ledger(tmp_path / "out", "program")[0].choices, open_ledger(tmp_path / "out", "program")[1]),
    )
    publish({"received.csv": b"newer"}, tmp_path / "out")
    assert (Ledger("program"), ()) == open_ledger(tmp_path / "out", "program")


def test_what_cannot_be_believed(tmp_path: Path) -> None:
    """It is an empty ledger and a notice."""
    (tmp_path / LEDGER).write_bytes(b"text")
    assert (Ledger("program"), (Notice("ledger-damaged"),)) == open_ledger(tmp_path, "program")


def test_a_ledger_that_cannot_be_written(tmp_path: Path) -> None:
    """Nothing is left of it, and the writer knows."""
    (tmp_path / "folder").mkdir()
    writer = LedgerWriter(Ledger("program"))
    writer(tmp_path / "нет" / "ledger")
    assert (True, []) == (writer.failed, list((tmp_path / "folder").iterdir()))


def test_intact(tmp_path: Path) -> None:
    """Every file must be there with its bytes; no file at all is no result."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.csv").write_bytes(b"a")
    good, bad = (hashlib.sha256(content).hexdigest() for content in (b"a", b"b"))
    cases: list[tuple[dict[str, str], bool]] = [
        ({"data/a.csv": good}, True),
        ({"data/a.csv": bad}, False),
        ({"data/b.csv": good}, False),
        ({}, False),
    ]
    for outputs, expected in cases:
        assert expected == is_intact(tmp_path, outputs)
