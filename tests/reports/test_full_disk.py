"""A disk that becomes full at any moment: the results are one complete old or new set; the next run makes them new."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.reports.made_up import made_up_units, returned, small_form, submission, summary_of
from xlforms.consolidation.summary import Summary
from xlforms.errors import OutputError
from xlforms.ledger.ledger import LEDGER, LastResult, Ledger
from xlforms.reports import output, publish
from xlforms.reports.output import summary_files, write_summary_set

Set = dict[str, bytes]


class _Disk:
    """Lets all calls pass but the n-th, which fails as on a full disk."""

    def __init__(self, turn: int) -> None:
        self._left = turn

    @property
    def was_full(self) -> bool:
        """Whether a call has failed."""
        return self._left <= 0

    def full(self) -> bool:
        """Whether this is the call that fails."""
        self._left -= 1
        return self._left == 0

    def failing(self, action: Callable[..., Any]) -> Callable[..., Any]:
        """The action, which fails in its turn."""

        def act(*arguments: Any, **settings: Any) -> Any:
            if self.full():
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return action(*arguments, **settings)

        return act

    def opening(self, action: Callable[..., Any]) -> Callable[..., Any]:
        """Opens files; one that is written fails when it is made, or in the middle of its content."""

        def act(path: Path, mode: str = "r", **settings: Any) -> Any:
            file = (self.failing(action) if "w" in mode else action)(path, mode, **settings)
            return _File(self, file) if mode == "wb" else file

        return act

    def connecting(self, action: Callable[..., Any]) -> Callable[..., Any]:
        """Opens databases."""

        def act(*arguments: Any, **settings: Any) -> Any:
            if self.full():
                raise sqlite3.OperationalError("database or disk is full")
            return action(*arguments, **settings)

        return act


class _File:
    """A file whose only half is written when the disk becomes full."""

    def __init__(self, disk: _Disk, file: Any) -> None:
        self._disk, self._file = disk, file

    def __enter__(self) -> _File:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def write(self, content: bytes) -> None:
        """Writes all, or in its turn half."""
        self._file.write(content[: len(content) // 2])
        if self._disk.full():
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        self._file.write(content[len(content) // 2 :])


def _summary(*answers: int) -> Summary:
    units = made_up_units(3, 1)
    files = [
        returned(submission(small_form(), unit.unit, {"staff.russian.total": answer}), path=f"in/{answer}.xlsx")
        for unit, answer in zip(units, answers, strict=False)
    ]
    return summary_of(files, units)


def _written(files: Set, summary: Summary, target: Path, patch: pytest.MonkeyPatch) -> None:
    """Writes a set whose files are made already."""
    patch.setattr(output, "summary_files", lambda *_: files)
    write_summary_set(summary, target, Ledger("program", result=LastResult("of", {}, "told")))


def _set(target: Path) -> Set:
    return {path.relative_to(target).as_posix(): path.read_bytes() for path in target.rglob("*") if path.is_file()}


def test_any_call_may_find_the_disk_full(tmp_path: Path) -> None:
    """For n = 1, 2, … the n-th call that needs room fails, until none does."""
    summaries = _summary(5), _summary(5, 7)
    old_files, new_files = map(summary_files, summaries)
    fresh: list[Set] = []
    for number, files in enumerate((old_files, new_files)):
        with pytest.MonkeyPatch.context() as patch:
            _written(files, summaries[number], tmp_path / "fresh", patch)
        fresh.append(_set(tmp_path / "fresh"))
    old, new = fresh
    without = {name: content for name, content in new.items() if name != LEDGER}
    states = {"old": old, "new": new, "new without ledger": without}
    turn, seen = 0, Counter[tuple[str, str]]()
    while seen["new", ""] == 0:
        turn += 1
        target = tmp_path / str(turn) / "out"
        with pytest.MonkeyPatch.context() as patch:
            _written(old_files, summaries[0], target, patch)
        disk = _Disk(turn)
        with pytest.MonkeyPatch.context() as patch:
            told = _written_until_full(disk, new_files, summaries[1], target, patch)
        state = next(name for name, files in states.items() if files == _set(target))
        seen[state, told] += 1
        assert disk.was_full == ((state, told) != ("new", ""))
        assert ["out"] == [path.name for path in target.parent.iterdir()]
        with pytest.MonkeyPatch.context() as patch:
            _written(new_files, summaries[1], target, patch)
        assert new == _set(target)
    assert {
        ("old", "output-not-written"),
        ("new without ledger", ""),
        ("new", "output-not-written"),
        ("new", ""),
    } == set(seen)
    assert seen["old", "output-not-written"] > 3 * len(new)


def _written_until_full(disk: _Disk, files: Set, summary: Summary, target: Path, patch: pytest.MonkeyPatch) -> str:
    """Writes a set on that disk; the code of the refusal, if there is one."""
    for owner, name in ((Path, "mkdir"), (Path, "rename"), (os, "fsync"), (publish, "exchange")):
        patch.setattr(owner, name, disk.failing(getattr(owner, name)))
    patch.setattr(Path, "open", disk.opening(Path.open))
    patch.setattr(sqlite3, "connect", disk.connecting(sqlite3.connect))
    try:
        _written(files, summary, target, patch)
    except OutputError as error:
        return error.code
    return ""
