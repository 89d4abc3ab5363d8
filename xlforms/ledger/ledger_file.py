"""The ledger as a file of SQLite: written whole with each result, read whole, and believed only when it adds up.

It is one of the files of a result and takes its place together with them (`reports/publish.py`), so that no crash can
leave a ledger of one result beside another, and no journal or lock of SQLite is ever needed.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

from xlforms.ledger.ledger import Choice, LastResult, Ledger, LedgerFile

LAYOUT = "1"
_TABLES = (
    "CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE file (given TEXT NOT NULL, way TEXT NOT NULL, sha256 TEXT NOT NULL, kind TEXT NOT NULL, "
    "reading TEXT NOT NULL, PRIMARY KEY (given, way)) WITHOUT ROWID",
    "CREATE TABLE choice (number INTEGER PRIMARY KEY, verdict TEXT NOT NULL, sha256 TEXT NOT NULL)",
    "CREATE TABLE output (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL) WITHOUT ROWID",
)
_VERDICTS = ("prefer", "exclude")

Row = tuple[str, ...]


class LedgerError(Exception):
    """The ledger cannot be believed: `code` says why, in the words of `catalogue/ledger.py`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def read_ledger(path: Path, program: str) -> Ledger:
    """The ledger in a file, an empty one when there is no file; what another program has read is left out.

    Raises LedgerError: `ledger-damaged` when it cannot be opened or does not add up, `ledger-other-layout` when it was
    written by a version with another layout.
    """
    if not path.exists():
        return Ledger(program)
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            about, files, choices, outputs = _tables(connection)
    except (sqlite3.Error, OSError, UnicodeError) as error:
        raise LedgerError("ledger-damaged") from error
    if _digest((about, files, choices, outputs)) != _value(about, "digest"):
        raise LedgerError("ledger-damaged")
    settled = tuple(Choice("exclude" if verdict == "exclude" else "prefer", sha256) for _, verdict, sha256 in choices)
    if _value(about, "program") != program:
        return Ledger(program, choices=settled)
    known: dict[str, list[LedgerFile]] = {}
    for row in files:
        known.setdefault(row[0], []).append(LedgerFile(*row))
    result = LastResult(_value(about, "circumstances"), dict(_pairs(outputs)), _value(about, "told"))
    return Ledger(program, {key: tuple(entries) for key, entries in known.items()}, settled, result)


def write_ledger(ledger: Ledger, path: Path) -> None:
    """Writes the ledger into a new file; equal ledgers give equal bytes. Raises `sqlite3.Error` or OSError.

    Nothing protects the file while it is written: it takes its place when it is whole, or is thrown away.
    """
    result = ledger.result or LastResult("", {}, "")
    about = [
        ("circumstances", result.circumstances),
        ("layout", LAYOUT),
        ("program", ledger.program),
        ("told", result.told),
    ]
    files = [
        (file.given, file.way, file.sha256, file.kind, file.reading)
        for key in sorted(ledger.files)
        for file in sorted(ledger.files[key], key=lambda file: file.way)
    ]
    choices = [(str(number), choice.verdict, choice.sha256) for number, choice in enumerate(ledger.choices, start=1)]
    outputs = sorted(result.outputs.items())
    digest = _digest((about, files, choices, outputs))
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?nolock=1", uri=True, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        for table in _TABLES:
            connection.execute(table)
        connection.executemany("INSERT INTO about VALUES (?, ?)", [*about, ("digest", digest)])
        connection.executemany("INSERT INTO file VALUES (?, ?, ?, ?, ?)", files)
        connection.executemany("INSERT INTO choice VALUES (?, ?, ?)", choices)
        connection.executemany("INSERT INTO output VALUES (?, ?)", outputs)
        connection.execute("COMMIT")


def _tables(connection: sqlite3.Connection) -> tuple[list[Row], list[Row], list[Row], list[Row]]:
    """The rows of the four tables; LedgerError when the file holds anything else, or has another layout."""
    made = [sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")]
    if "about" not in {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}:
        raise LedgerError("ledger-damaged")
    about: list[Row] = list(connection.execute("SELECT name, value FROM about ORDER BY name"))
    if tuple(made) != _TABLES or _value(about, "layout") != LAYOUT:
        raise LedgerError("ledger-other-layout")
    files: list[Row] = list(
        connection.execute("SELECT given, way, sha256, kind, reading FROM file ORDER BY given, way")
    )
    chosen = connection.execute("SELECT number, verdict, sha256 FROM choice ORDER BY number")
    choices: list[Row] = [(str(number), verdict, sha256) for number, verdict, sha256 in chosen]
    if any(verdict not in _VERDICTS for _, verdict, _ in choices):
        raise LedgerError("ledger-damaged")
    return about, files, choices, list(connection.execute("SELECT name, sha256 FROM output ORDER BY name"))


def _value(about: Iterable[Row], name: str) -> str:
    return next((str(value) for key, value in about if key == name), "")


def _pairs(rows: Iterable[Row]) -> Iterable[tuple[str, str]]:
    return ((row[0], row[1]) for row in rows)


def _digest(tables: Sequence[Sequence[Row]]) -> str:
    """One hash over all rows, their lengths included; the row with the hash itself left out."""
    digest = hashlib.sha256()
    for table in tables:
        for row in table:
            if row[0] == "digest":
                continue
            for field in row:
                content = str(field).encode("utf-8", "surrogatepass")
                digest.update(b"%d:" % len(content))
                digest.update(content)
        digest.update(b";")
    return digest.hexdigest()
