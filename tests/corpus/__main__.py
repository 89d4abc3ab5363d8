"""Prints the corpus as one table with what each file costs, read alone: `python -m tests.corpus`."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from threading import Lock

from tests.corpus.entry import Entry, Outcome
from tests.corpus.form import plan, school
from tests.corpus.run import consolidate
from tests.corpus.table import TABLE
from xlforms.intake.account import printable
from xlforms.intake.file_place import FilePlace
from xlforms.intake.limits import DEFAULT
from xlforms.intake.reading import ReadingProcess
from xlforms.intake.unfolding import UnfoldingFile


def _seconds(entry: Entry, folder: Path, process: ReadingProcess) -> float:
    """The time for all that is in a file, one after the other, in one process."""
    path = folder / entry.name
    entry.put(path, school(101))
    begin = time.monotonic()
    if path.is_symlink() or entry.is_folder:
        return 0.0
    given = UnfoldingFile(path, DEFAULT)
    places: list[FilePlace]
    while places := given.next_places():
        for place in places:
            given.take(place, process.read(place))
    return time.monotonic() - begin


def _told(outcome: Outcome) -> str:
    findings = " ".join(sorted(set(outcome.findings)))
    return f"{outcome.status} {outcome.reason}{f' ({findings})' if findings else ''}".strip()


def main() -> None:
    """One row an input, the slowest ones, and the most memory of any process."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        process = ReadingProcess({("corpus", "1"): plan()}, DEFAULT, Lock())
        costs = []
        for entry in TABLE:
            costs.append((_seconds(entry, folder, process), entry))
            outcomes = "; ".join(dict.fromkeys(map(_told, entry.outcomes.values())))
            print(f"{printable(entry.name)[:60]:60} | {outcomes} | {entry.note}")
        process.end()
        ran = consolidate(folder / "run", TABLE)
    print(
        f"\n{len(TABLE)} inputs in {ran.seconds:.1f} s, at most {ran.memory / 2**20:.0f} MiB in a process; the slowest:"
    )
    for seconds, entry in sorted(costs, key=lambda cost: cost[0], reverse=True)[:5]:
        print(f"  {seconds:5.2f} s  {printable(entry.name)[:60]}")


if __name__ == "__main__":
    main()
