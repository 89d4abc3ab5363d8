"""What protection costs: `python -m tests.benchmarks.protection FOLDER` over a folder of returned workbooks.

In turns, in processor seconds of all processes: reading in this process; the same in reading processes (isolation); the
parts of every workbook unpacked with the guard and by `zipfile` alone (guard); hashes, rows and file of the ledger.
Then the share of each in reading, and what reading would cost without them. Run it from the root of a checkout.
"""

from __future__ import annotations

import argparse
import io
import os
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import pytest

from tests.intake.read_here import read_here
from xlforms.definitions.templates import template_folder
from xlforms.intake import known_files
from xlforms.intake.file_kind import recognise
from xlforms.intake.file_reading import FileReading
from xlforms.intake.guard_zip import ZipParts, zip_directory
from xlforms.intake.limits import DEFAULT
from xlforms.intake.reading import read_files
from xlforms.intake.seen_files import look_at
from xlforms.layout.form_library import FormLibrary
from xlforms.ledger.ledger import Ledger
from xlforms.ledger.ledger_file import read_ledger, write_ledger
from xlforms.ledger.program_digest import program_digest

_TURNS = 3
_PARTS = ("xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml")


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=100)
    options = parser.parse_args()
    paths = sorted(options.folder.rglob("*.xlsx"))[: options.files]
    library = FormLibrary()
    readings = read_here(paths, library)  # for the ledger; and the form is loaded once, which is not reading
    contents = [path.read_bytes() for path in paths]
    steps: dict[str, Callable[[], object]] = {
        "in this process": lambda: read_here(paths, library),
        "in reading processes": lambda: read_files(paths, library),
        "unpacked with the guard": lambda: list(map(_guarded, contents)),
        "unpacked by zipfile": lambda: list(map(_unguarded, contents)),
        "ledger": lambda: _remember(paths, library, readings),
    }
    took: dict[str, list[float]] = {name: [] for name in steps}
    for _ in range(_TURNS):
        for name, step in steps.items():
            took[name].append(_seconds(step))
    seconds = {name: median(times) for name, times in took.items()}
    print(f"{len(paths)} files, processor seconds, medians of {_TURNS}:")
    for name, value in seconds.items():
        print(f"  {name:24} {value:7.2f}")
    guard = seconds["unpacked with the guard"] - seconds["unpacked by zipfile"]
    isolation = seconds["in reading processes"] - seconds["in this process"]
    ledger = seconds["ledger"]
    bare = seconds["in this process"] - guard
    print(f"guard {guard:.2f}, isolation {isolation:.2f}, ledger {ledger:.2f}; reading without them {bare:.2f}:")
    print(f"with them it takes {(bare + guard + isolation + ledger) / bare:.2f} times as much")


def _seconds(step: Callable[[], object]) -> float:
    begin = os.times()
    step()
    end = os.times()
    return sum(end[:4]) - sum(begin[:4])


def _names(entries: Sequence[zipfile.ZipInfo]) -> list[str]:
    return [entry.filename for entry in entries if entry.filename in _PARTS or "worksheets/sheet" in entry.filename]


def _guarded(content: bytes) -> None:
    """As it is done before a workbook is read: its kind is recognised and every part that is asked for is checked."""
    recognise(content, "form.xlsx", DEFAULT)
    directory = zip_directory(content)
    parts = ZipParts(content, directory, DEFAULT)
    for name in _names(directory):
        parts.read(name)


def _unguarded(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in _names(archive.infolist()):
            archive.read(name)


def _remember(paths: Sequence[Path], library: FormLibrary, readings: Sequence[FileReading]) -> None:
    """Everything that the ledger needs around one reading, which is done already."""
    seen = [look_at(path) for path in paths]
    program = program_digest([template_folder()], DEFAULT)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(known_files, "read_files", lambda *_, **__: readings)
        known = known_files.read_once(seen, library, {}).known
    with tempfile.TemporaryDirectory() as folder:
        write_ledger(Ledger(program, known), Path(folder) / "ledger")
        read_ledger(Path(folder) / "ledger", program)


if __name__ == "__main__":
    main()
