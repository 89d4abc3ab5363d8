"""Two folders change names in one step."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from xlforms.reports import exchange as module
from xlforms.reports.exchange import exchange


def _contents(folder: Path) -> dict[str, str]:
    return {path.parent.name: path.read_text() for path in sorted(folder.rglob("*.txt"))}


def test_exchange_or_nothing(tmp_path: Path) -> None:
    """Either both names have changed sides or nothing was done, and the answer says which."""
    for name in ("один", "два"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(name)
    done = exchange(tmp_path / "один", tmp_path / "два")
    expected = {"один": "два", "два": "один"} if done else {"один": "один", "два": "два"}
    assert expected == _contents(tmp_path)


def test_what_cannot_be_exchanged(tmp_path: Path) -> None:
    """A folder that is not there stops the exchange without an exception."""
    (tmp_path / "a").mkdir()
    assert not exchange(tmp_path / "a", tmp_path / "gone")
    assert (tmp_path / "a").is_dir()


def test_systems_without_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On other systems nothing is tried."""
    monkeypatch.setattr(sys, "platform", "win32")
    assert not module.exchange(tmp_path, tmp_path)
