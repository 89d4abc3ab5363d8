"""One input of the corpus: how it is made, and what must happen to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.corpus.form import Make
from xlforms.definitions.units import Unit

Put = Callable[[Path, Unit], None]


@dataclass(frozen=True)
class Outcome:
    """What must become of one file.

    `reason` is the word that `received.csv` begins its reason with, and `code` that of the sentence behind it. An
    accepted file has exactly the `findings` (their rules, in alphabetical order, each once), and all its answers are
    those that every school gives, but for `answers`: what the tables must print for these items, nothing where an
    answer is not counted.
    """

    status: str
    reason: str = ""
    code: str = ""
    findings: tuple[str, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Entry:
    """An input: its name below the folder, what puts it there, what must happen to it, and why it is here.

    `outcomes` are told by member, that of the file itself by an empty name. `shown` is how `received.csv` prints a name
    that cannot be printed as it is; with `is_folder` the members are the paths below it.
    """

    name: str
    put: Put
    outcomes: Mapping[str, Outcome]
    note: str
    shown: str = ""
    is_folder: bool = False


UNPACKED = Outcome("unpacked")
DUPLICATE = Outcome("duplicate")


def file(name: str, make: Make, outcome: Outcome | Mapping[str, Outcome], note: str, shown: str = "") -> Entry:
    """A file with the bytes that `make` gives."""

    def put(path: Path, unit: Unit) -> None:
        path.write_bytes(make(unit))

    return place(name, put, outcome, note, shown)


def place(name: str, put: Put, outcome: Outcome | Mapping[str, Outcome], note: str, shown: str = "") -> Entry:
    """Anything else that a file system can hold."""
    return Entry(name, put, {"": outcome} if isinstance(outcome, Outcome) else outcome, note, shown)


def folder(name: str, put: Put, outcomes: Mapping[str, Outcome], note: str) -> Entry:
    """A folder with what is in it."""
    return Entry(name, put, outcomes, note, is_folder=True)


def accepted(findings: str = "", answers: Mapping[str, str] | None = None) -> Outcome:
    """Counted, with these findings."""
    return Outcome("accepted", findings=tuple(findings.split()), answers=answers or {})


def rejected(reason: str) -> Outcome:
    """Not counted; the reason and the code of its sentence, or one word when they are equal."""
    word, _, code = reason.partition(" ")
    return Outcome("rejected", word, code or word)


def ignored(code: str) -> Outcome:
    """Passed over; the code of the sentence begins with the reason's first word."""
    return Outcome("ignored", "lock-file" if code == "lock-file" else "system-file", code)


def unpacked(inside: Mapping[str, Outcome]) -> Mapping[str, Outcome]:
    """An archive or letter with what is inside."""
    return {"": UNPACKED, **inside}
