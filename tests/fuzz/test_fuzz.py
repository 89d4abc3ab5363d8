"""The fuzzer itself, for two seconds; a longer run is a job of its own (`python -m tests.fuzz`)."""

from __future__ import annotations

import random
from pathlib import Path

from tests.fuzz.fuzzing import fuzz
from tests.fuzz.targets import targets


def test_changed_files_end_as_foreseen(tmp_path: Path) -> None:
    """No changed file of any kind ends in an exception that nobody foresaw."""
    kinds = targets()
    counts, failures = fuzz(kinds, seconds=2, first_seed=1, folder=tmp_path)
    assert [] == failures
    assert all(counts[name] > 0 for name in kinds)


def test_seed_gives_the_same_bytes() -> None:
    """A failure can be had again."""
    for target in targets().values():
        assert target(random.Random(7)) == target(random.Random(7))
