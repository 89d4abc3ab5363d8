"""Two runs never write into one folder at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from xlforms.errors import OutputError
from xlforms.reports.folder_lock import lock_folder, lock_path

_HOLD = """
import sys, time
from pathlib import Path
from xlforms.reports.folder_lock import lock_folder
with lock_folder(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""
_COUNT = """
import sys
from pathlib import Path
from xlforms.reports.folder_lock import lock_folder
folder, counter = Path(sys.argv[1]), Path(sys.argv[2])
for _ in range(20):
    with lock_folder(folder, patience=60):
        counter.write_text(str(int(counter.read_text()) + 1))
"""


def _holder(target: Path, seconds: float) -> subprocess.Popen[str]:
    """Another process that holds the lock by now."""
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(target), str(seconds)], stdout=subprocess.PIPE, encoding="utf-8"
    )
    assert process.stdout is not None
    assert "held\n" == process.stdout.readline()
    return process


def _end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.wait()
    assert process.stdout is not None
    process.stdout.close()


def test_nothing_is_left(tmp_path: Path) -> None:
    """The file is there while the lock is held, with the number of the process, and gone afterwards; errors too."""
    target = tmp_path / "глубже" / "свод"
    with lock_folder(target):
        assert str(os.getpid()) == lock_path(target).read_text()
    with pytest.raises(ZeroDivisionError), lock_folder(target):
        raise ZeroDivisionError
    assert [] == list(target.parent.iterdir())


def test_the_second_is_told(tmp_path: Path) -> None:
    """While another process holds the lock, the second one is told which, after its patience."""
    target = tmp_path / "out"
    process = _holder(target, 60)
    try:
        with pytest.raises(OutputError) as caught, lock_folder(target, patience=0.3):
            pass
        assert ("output-busy", {"path": str(target), "process": str(process.pid)}) == (
            caught.value.code,
            caught.value.parameters,
        )
        with lock_folder(tmp_path / "other", patience=0):
            assert lock_path(target).is_file()
    finally:
        _end(process)


def test_the_second_waits(tmp_path: Path) -> None:
    """A short wait is not told at all."""
    target = tmp_path / "out"
    process = _holder(target, 0.5)
    try:
        with lock_folder(target):
            assert str(os.getpid()) == lock_path(target).read_text()
    finally:
        _end(process)


def test_a_killed_run_leaves_no_lock(tmp_path: Path) -> None:
    """The lock ends with its process, though its file is still there."""
    target = tmp_path / "out"
    process = _holder(target, 60)
    process.send_signal(signal.SIGKILL)
    _end(process)
    assert lock_path(target).is_file()
    with lock_folder(target, patience=2):
        assert str(os.getpid()) == lock_path(target).read_text()
    assert [] == list(tmp_path.iterdir())


def test_many_at_once(tmp_path: Path) -> None:
    """Three processes add one under the lock 20 times each: no addition is lost, however the file comes and goes."""
    counter = tmp_path / "counter"
    counter.write_text("0")
    command = [sys.executable, "-c", _COUNT, str(tmp_path / "out"), str(counter)]
    processes = [subprocess.Popen(command) for _ in range(3)]
    deadline = time.monotonic() + 100
    assert [0, 0, 0] == [process.wait(max(0.0, deadline - time.monotonic())) for process in processes]
    assert "60" == counter.read_text()
    assert ["counter"] == [path.name for path in tmp_path.iterdir()]


def test_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """A place where nothing can be written is told as such."""
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError) as caught, lock_folder(tmp_path / "file" / "out"):
        pass
    assert "output-not-written" == caught.value.code
