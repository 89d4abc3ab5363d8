"""Runs of `consolidate` over 60 files that are killed at a random moment.

A round has an old set of results (of half the files) and a new one (of all). After a run that was to replace the old by
the new was killed, the folder must hold exactly one of them, and the next run must give the new one, byte for byte, the
ledger included.
"""

from __future__ import annotations

import os
import random
import signal
import time
from dataclasses import dataclass
from typing import Literal

from tests.kills.returned_files import (
    OUT,
    Round,
    command,
    is_exchanging,
    is_publishing,
    require_next_run,
    reset,
    state_of,
    wait_while,
)
from tests.kills.running import Run, children_of, start, wait_for_end

Phase = Literal["working", "publishing", "exchanging"]
_OLD_SET = 0.8  # of the runs find an old set, the others nothing
_EARLY = 0.5  # of the time from the mark to the end of the process: the rest is the end of Python


@dataclass(frozen=True, order=True)
class Kill:
    """What was found after a kill: during which phase it came, and which set was there (`none`, `old`, `new`)."""

    phase: Phase
    state: str

    def __str__(self) -> str:
        return f"{self.state} after a kill while {self.phase}"


def kill_one(prepared: Round, chance: random.Random) -> Kill:
    """Kills a run: every second at any moment of it, the others while it publishes the new set or exchanges it for the
    old one, which is soon done.

    Half the time its reading processes are killed with it, else they have to end by themselves. A run that has ended
    before is no kill: another one is tried. Raises AssertionError when the folder holds a mixture, when the next run
    does not give the new set, when it leaves anything beside the folder, or when a reading process lives on.
    """
    out = prepared.folder / OUT
    while True:
        has_old = chance.random() < _OLD_SET
        reset(prepared, has_old=has_old)
        run = start(prepared.folder, command())
        _wait(run, prepared, chance)
        if _kill(run, with_readers=chance.random() < 0.5):
            break
    phase: Phase = "exchanging" if is_exchanging(out) else "publishing" if is_publishing(out) else "working"
    state = state_of(prepared, out, has_old=has_old)
    require_next_run(prepared, out)
    return Kill(phase, state)


def _wait(run: Run, prepared: Round, chance: random.Random) -> None:
    """Until the moment of the kill."""
    out, part = prepared.folder / OUT, chance.random()
    match chance.randrange(4):
        case 0:
            wait_while(run, lambda: not is_publishing(out))
            time.sleep(prepared.publishing * part)
        case 1:
            wait_while(run, lambda: not is_exchanging(out))
            time.sleep(prepared.exchanging * part * _EARLY)
        case _:
            run.process.join(prepared.seconds * part)


def _kill(run: Run, *, with_readers: bool) -> bool:
    """Kills a run; False when it had ended."""
    number = run.process.pid
    readers = [] if number is None else children_of(number)
    for process in (number, *(readers if with_readers else ())):
        try:
            os.kill(process or 0, signal.SIGKILL)
        except ProcessLookupError:
            continue  # it has ended by itself
    code, told = run.end()
    wait_for_end(readers)
    if code not in (0, 1, -signal.SIGKILL):
        raise AssertionError(f"the run ended with {code}: {told}")
    return code == -signal.SIGKILL
