"""Kills many runs and prints what was found: `python -m tests.kills [--number 200] [--seed N]`.

Run it from the root of a checkout in which the package and its `test` extra are installed.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections import Counter
from pathlib import Path

from tests.kills.killed_runs import FILES, fill_disk, kill_one, prepare_round

SIZES = (0, 100, 1_000, 4_096, 8_192, 20_000, 40_000, 80_000, 160_000, 10_000_000)


def main() -> None:
    """Ends with an AssertionError at the first run that left a mixture behind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--number", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        prepared = prepare_round(Path(folder))
        print(f"a run over {FILES} files takes {prepared.seconds:.1f} s", flush=True)
        chance = random.Random(options.seed)
        found = Counter(kill_one(prepared, chance) for _ in range(options.number))
        print(f"{found.total()} runs killed; afterwards there was: {dict(sorted(found.items()))}", flush=True)
        for size in SIZES:
            print(f"no file larger than {size} bytes: {fill_disk(prepared, size)}", flush=True)


if __name__ == "__main__":
    main()
