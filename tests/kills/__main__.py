"""Kills many runs and prints what was found: `python -m tests.kills [--number 200] [--seed N]`; then fills disks.

Run it from the root of a checkout in which the package and its `test` extra are installed.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.kills.full_disks import fill_disk, limit_files, pages_of, small_disk
from tests.kills.killed_runs import kill_one
from tests.kills.returned_files import FILES, Round, prepare_round

_FULL_DISKS = 30


def main() -> None:
    """Ends with an AssertionError at the first run that left a mixture behind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--number", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        prepared = prepare_round(Path(folder))
        print(f"a run over {FILES} files takes {prepared.seconds:.2f} s, ", end="")
        print(
            f"of which {prepared.publishing:.3f} s to publish, {prepared.exchanging:.3f} s from the exchange on",
            flush=True,
        )
        _kill(prepared, random.Random(options.seed), options.number)
        _fill(prepared)


def _kill(prepared: Round, chance: random.Random, number: int) -> None:
    started = time.monotonic()
    found = Counter(kill_one(prepared, chance) for _ in range(number))
    print(f"{found.total()} runs killed in {time.monotonic() - started:.0f} s; afterwards there was:")
    for kill, times in sorted(found.items()):
        print(f"  {times:4} times {kill}")
    print("each time one complete set, and the next run gave that of a fresh one", flush=True)


def _fill(prepared: Round) -> None:
    """Every file in turn is one byte too large; then a disk has more and more pages left."""
    sizes = sorted({0, *(len(content) - 1 for content in prepared.new.values() if content), 10_000_000})
    limited = Counter(limit_files(prepared, size) for size in sizes)
    print(f"{len(sizes)} limits of the size of a file: {dict(sorted(limited.items()))}", flush=True)
    pages = pages_of(prepared)
    with small_disk(prepared.folder / "disk", 4 * pages) as mounted:
        if not mounted:
            print("no small disk can be mounted here")
            return
        left = sorted({round(pages * number / (_FULL_DISKS - 1)) for number in range(_FULL_DISKS)})
        full = Counter(fill_disk(prepared, prepared.folder / "disk", 4096 * number) for number in left)
        print(f"{len(left)} disks with 0 to {pages} pages left: {dict(sorted(full.items()))}", flush=True)


if __name__ == "__main__":
    main()
