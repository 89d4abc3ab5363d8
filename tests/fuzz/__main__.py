"""The fuzzer as a command: `python -m tests.fuzz [--seconds 60] [--seed N] [--only KIND]`; 1 when anything failed.

Every failure is printed with its kind and seed: `--only KIND --seed N --seconds 0.001` has it again.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from pathlib import Path

from tests.fuzz.fuzzing import fuzz
from tests.fuzz.targets import targets


def main() -> int:
    """Reads changed files for so many seconds and prints what failed."""
    asked = argparse.ArgumentParser(description="Reads randomly changed files with the readers of xlforms.")
    asked.add_argument("--seconds", type=float, default=60.0)
    asked.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9))
    asked.add_argument("--only")
    options = asked.parse_args()
    chosen = {name: target for name, target in targets().items() if options.only in (None, name)}
    print(f"first seed {options.seed}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        counts, failures = fuzz(chosen, options.seconds, options.seed, Path(folder))
    for failure in failures:
        print(f"{failure.target}, seed {failure.seed}: {failure.what}")
    print(f"{sum(counts.values())} files, {len(failures)} failures:", *(f"{name} {n}" for name, n in counts.items()))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
