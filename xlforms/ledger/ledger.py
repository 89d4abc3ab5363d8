"""What a folder of results remembers: the files that were read, the choices of the officer, and the result itself.

A file is known by its content, never by its place or time. What was read of it holds only for the program, forms and
limits that read it; the choices hold for ever, since a person made them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

LEDGER = "ledger.sqlite3"
"""The name of the ledger in the folder of results."""

Verdict = Literal["prefer", "exclude"]


@dataclass(frozen=True, slots=True)
class LedgerFile:
    """One file, loose or inside an archive or letter, and what was read of it.

    `given` is the key of the file that was given, `way` the numbers of the members to go through from there («0/3»),
    empty for itself. `kind` says in a word what it was. `reading` is what was read, as `coding.py` writes it.
    """

    given: str
    way: str
    sha256: str
    kind: str
    reading: str


@dataclass(frozen=True, slots=True)
class Choice:
    """The officer has settled that a file, known by its content, counts or does not."""

    verdict: Verdict
    sha256: str


@dataclass(frozen=True, slots=True)
class LastResult:
    """The result that lies beside the ledger: of what it was made (a digest), the hash of each of its files, and what
    was told at its end, as `coding.py` writes it."""

    circumstances: str
    outputs: Mapping[str, str]
    told: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """All that is remembered. `program` is the digest of what read the files; `files` are found by their key."""

    program: str
    files: Mapping[str, tuple[LedgerFile, ...]] = field(default_factory=dict)
    choices: tuple[Choice, ...] = ()
    result: LastResult | None = None
