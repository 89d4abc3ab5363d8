"""The ledger in a folder of results: opened before the work, written with the results, never in the way of either."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from xlforms.consolidation.notice import Notice
from xlforms.ledger.ledger import LEDGER, Ledger
from xlforms.ledger.ledger_file import LedgerError, read_ledger, write_ledger


def open_ledger(target: Path, program: str) -> tuple[Ledger, tuple[Notice, ...]]:
    """What is remembered in a folder; one that cannot be believed is an empty ledger and a notice."""
    try:
        return read_ledger(target / LEDGER, program), ()
    except LedgerError as error:
        return Ledger(program), (Notice(error.code),)


def is_intact(target: Path, outputs: Mapping[str, str]) -> bool:
    """Whether each file of a result is still there as it was written."""
    try:
        return bool(outputs) and all(
            hashlib.sha256((target / PurePosixPath(name)).read_bytes()).hexdigest() == sha256
            for name, sha256 in outputs.items()
        )
    except OSError:
        return False


@dataclass
class LedgerWriter:
    """Writes a ledger to the place it is given; `failed` tells afterwards that there is none."""

    ledger: Ledger
    failed: bool = False

    def __call__(self, path: Path) -> None:
        """Writes the file, or leaves none: what is remembered is never worth a result."""
        try:
            write_ledger(self.ledger, path)
        except (sqlite3.Error, OSError):
            self.failed = True
            path.unlink(missing_ok=True)
