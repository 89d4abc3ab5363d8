"""Some runs killed and some full disks; `python -m tests.kills` tries many more."""

from __future__ import annotations

import random

import pytest

from tests.kills.full_disks import limit_files
from tests.kills.killed_runs import Kill, kill_one
from tests.kills.returned_files import (
    OUT,
    Round,
    command,
    differing,
    prepare_round,
    read_set,
    reset,
    run_to_the_end,
)
from tests.kills.running import start

NUMBER = 2


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
    print(f"{len(found)} runs killed: {', '.join(map(str, found))}")
    assert {
        Kill(phase, state) for phase in ("working", "publishing", "exchanging") for state in ("none", "old", "new")
    } >= set(found)


@pytest.mark.parametrize(("size", "expected"), [(8_192, "old"), (10_000_000, "new")])
def test_full_disk(prepared: Round, size: int, expected: str) -> None:
    """When nothing or little can be written, the old set stays and the next run gives the new one."""
    assert expected == limit_files(prepared, size)


def test_two_officers_at_once(prepared: Round) -> None:
    """Two runs started together over other files each write their whole set, one after the other: nothing is mixed."""
    reset(prepared, has_old=True)
    one, other = command(), [*command(), "--exclude", "in/1.xlsx"]
    run_to_the_end(prepared.folder, [*other, "--out", "other"])
    runs = [start(prepared.folder, arguments) for arguments in (one, other)]
    assert [(1, ""), (1, "")] == [run.end() for run in runs]
    found = read_set(prepared.folder / OUT)
    assert found in (prepared.new, read_set(prepared.folder / "other"))
    run_to_the_end(prepared.folder, [*one, "--forget-choices"])
    assert prepared.new == read_set(prepared.folder / OUT)
