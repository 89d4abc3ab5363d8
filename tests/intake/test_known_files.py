"""Files that the ledger knows are not read again."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.intake.returned import plan
from xlforms.intake import known_files
from xlforms.intake.file_reading import FileReading
from xlforms.intake.known_files import read_once
from xlforms.intake.limits import Limits
from xlforms.intake.reading import read_files
from xlforms.intake.seen_files import look_at
from xlforms.workbook.write import write_workbook

_FORMS = {("trial", "1"): plan()}
_MOMENT = 1_590_000_000


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were opened by a reader."""
    names: list[str] = []

    def watched(paths: Sequence[Path], *arguments: Any, **settings: Any) -> list[FileReading]:
        names.extend(path.name for path in paths)
        return read_files(paths, *arguments, **settings)

    monkeypatch.setattr(known_files, "read_files", watched)
    return names


def _form(path: Path, total: int) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_workbook(plan(), path, values={"staff.all.total": total, "unit.code": "7"})
    os.utime(path, (_MOMENT, _MOMENT))
    return path


def test_only_what_is_new_is_read(tmp_path: Path, read: list[str]) -> None:
    """A second reading opens the new file only, and gives what a fresh one gives: the old ones moved and dated anew."""
    paths = [_form(tmp_path / f"{number}.xlsx", number + 1) for number in range(3)]
    first = read_once([look_at(path) for path in paths[:2]], _FORMS, {})
    assert ["0.xlsx", "1.xlsx"] == read
    paths[0] = paths[0].rename(tmp_path / "другое имя")
    os.utime(paths[0], (_MOMENT + 5, _MOMENT + 5))
    read.clear()
    steps: list[int] = []
    second = read_once([look_at(path) for path in paths], _FORMS, first.known, progress=lambda: steps.append(1))
    assert (["2.xlsx"], 3) == (read, len(steps))
    fresh = read_once([look_at(path) for path in paths], _FORMS, {})
    assert fresh == second


def test_what_may_do_better_is_read_again(tmp_path: Path, read: list[str]) -> None:
    """A file that took too long is not remembered, and read when there is more time; nothing else is."""
    path = _form(tmp_path / "a.xlsx", 1)
    hasty = read_once([look_at(path)], _FORMS, {}, limits=Limits(read_seconds=0.0001))
    assert ("reader-timed-out", {}) == (getattr(hasty.readings[0].outcome, "code", ""), hasty.known)
    calm = read_once([look_at(path)], _FORMS, hasty.known)
    assert (["a.xlsx", "a.xlsx"], 1) == (read, len(calm.known))


def test_what_has_gone_is_forgotten(tmp_path: Path) -> None:
    """The rows are those of the files given now."""
    one, other = _form(tmp_path / "a.xlsx", 1), _form(tmp_path / "b.xlsx", 2)
    both = read_once([look_at(one), look_at(other)], _FORMS, {})
    assert [look_at(other).key] == list(read_once([look_at(other)], _FORMS, both.known).known)


def test_a_row_that_says_nothing(tmp_path: Path, read: list[str]) -> None:
    """What cannot be restored is read from the file."""
    seen = look_at(_form(tmp_path / "a.xlsx", 1))
    good = read_once([seen], _FORMS, {})
    assert good == read_once([seen], _FORMS, {seen.key: ()})
    assert ["a.xlsx", "a.xlsx"] == read
