"""Results of an earlier `consolidate` that lie among the given files: they are no submissions."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from xlforms.ledger.ledger import LEDGER

_TABLES = ("received", "findings", "missing", "totals", "progress", "indicators", "key_figures")
_ENDINGS = (".csv", ".parquet")
_NAMES = frozenset((".xlforms", LEDGER, "datapackage.json", "summary.xlsx", "report.html", "report.docx")) | {
    name + ending for name in _TABLES for ending in _ENDINGS
}
_ACCOUNT, _PACKAGE, _DATA = "received.csv", "datapackage.json", "data"
_HEADING = b"path,member,sha256,status,reason,"


def earlier_results(paths: Collection[Path]) -> frozenset[Path]:
    """Those of the paths that an earlier run wrote; other files in its folder are none of them.

    A folder of results has a `datapackage.json` and a `received.csv` with our heading.
    """
    known = set(paths)
    folders = {
        path.parent
        for path in known
        if path.name == _ACCOUNT and path.with_name(_PACKAGE) in known and _is_our_account(path)
    }
    return frozenset(
        path
        for path in known
        if (path.parent in folders and path.name in _NAMES)
        or (path.parent.name == _DATA and path.parent.parent in folders and path.suffix in _ENDINGS)
    )


def _is_our_account(path: Path) -> bool:
    """What cannot be opened is none, and is told when it is to be read."""
    if not path.is_file() or path.is_symlink():
        return False
    try:
        with path.open("rb") as file:
            return file.read(len(_HEADING)) == _HEADING
    except OSError:
        return False
