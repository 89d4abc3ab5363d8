"""Some runs killed and some full disks; `python -m tests.kills` tries many more."""

from __future__ import annotations

import random

import pytest

from tests.kills.killed_runs import Round, differing, fill_disk, kill_one, prepare_round

NUMBER = 1


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Round:
    """A folder with 60 returned files, and the sets of results before and after half of them came."""
    return prepare_round(tmp_path_factory.mktemp("kills"))


def test_sets_differ(prepared: Round) -> None:
    """The two sets are different in what matters, so that a mixture would be seen."""
    assert {"received.csv", "totals.csv", "summary.xlsx", "ledger.sqlite3"} <= set(
        differing(prepared.old, prepared.new)
    )


def test_killed_runs(prepared: Round) -> None:
    """After each kill there is one complete set, and the next run gives the new one; the number tried is printed."""
    chance = random.Random(5)
    found = [kill_one(prepared, chance) for _ in range(NUMBER)]
    print(f"{len(found)} runs killed")
    assert {"none", "old", "new"} >= set(found)


@pytest.mark.parametrize(("size", "expected"), [(8_192, "old"), (10_000_000, "new")])
def test_full_disk(prepared: Round, size: int, expected: str) -> None:
    """When nothing or little can be written, the old set stays and the next run gives the new one."""
    assert expected == fill_disk(prepared, size)
