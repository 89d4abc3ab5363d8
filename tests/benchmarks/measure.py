"""Runs a command as a process of its own: wall time, and peak memory of it and all its children together."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


@dataclass(frozen=True)
class Measurement:
    """Seconds of wall time; mebibytes of resident memory, 0 where the system does not tell."""

    seconds: float
    mebibytes: float
    exit_code: int


def run_measured(command: Sequence[str]) -> Measurement:
    """Runs a command to its end, looking at its memory every 20 ms."""
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        peak = 0.0
        while process.poll() is None:
            peak = max(peak, _resident(process.pid))
            time.sleep(0.02)
        return Measurement(time.perf_counter() - started, peak, process.returncode)


def _resident(root: int) -> float:
    """Resident memory of a process and its descendants, in mebibytes; what they share is counted for each."""
    parents: dict[int, int] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            stat = (folder / "stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue  # it ended while we looked
        parents[int(folder.name)] = int(stat.rpartition(")")[2].split()[1])
    family = {root}
    while grown := {child for child, parent in parents.items() if parent in family} - family:
        family |= grown
    pages = 0
    for member in family:
        try:
            pages += int((Path("/proc") / str(member) / "statm").read_text().split()[1])
        except (OSError, IndexError):
            continue
    return pages * _PAGE / 2**20
