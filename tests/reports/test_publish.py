"""A set of results is the old one or the new one, whatever happens."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from xlforms.errors import OutputError
from xlforms.reports import publish as module
from xlforms.reports.publish import MARK, prepare_folder, publish, restore

OLD = {"received.csv": b"old", "data/a.csv": b"old", "data/gone.csv": b"old"}
NEW = {"received.csv": b"new", "data/a.csv": b"new", "data/more/b.csv": b"new"}


def _files(folder: Path) -> dict[str, bytes]:
    """What stands in a folder, without our mark."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MARK
    }


def _beside(target: Path) -> list[str]:
    return sorted(path.name for path in target.parent.iterdir())


@pytest.fixture(params=[True, False], ids=["exchange", "two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """With the exchange of folders, and on a system that has none."""
    if not request.param:
        monkeypatch.setattr(module, "exchange", lambda _one, _other: False)
    return bool(request.param)


@pytest.mark.usefixtures("way")
def test_new_set_in_place_of_the_old_one(tmp_path: Path) -> None:
    """What was ours and is not any more goes; nothing is left beside the folder."""
    target = tmp_path / "глубже" / "свод"
    publish(OLD, target)
    assert OLD == _files(target)
    publish(NEW, target)
    assert NEW == _files(target)
    assert ["свод"] == _beside(target)


@pytest.mark.usefixtures("way")
def test_what_is_not_ours_is_carried_over(tmp_path: Path) -> None:
    """Files, links and empty folders of others stay; so do the permissions of the folder."""
    target = tmp_path / "out"
    publish(OLD, target)
    (target / "заметки.txt").write_bytes(b"mine")
    (target / "data" / "моё").mkdir()
    (target / "data" / "моё" / "x.csv").write_bytes(b"mine")
    (target / "пусто").mkdir()
    (target / "ссылка").symlink_to("заметки.txt")
    (target / "в никуда").symlink_to("нет")
    target.chmod(0o750)
    publish(NEW, target)
    mine = {"заметки.txt": b"mine", "data/моё/x.csv": b"mine", "ссылка": b"mine"}
    assert NEW | mine == _files(target)
    assert ("заметки.txt", "нет", True) == (
        os.readlink(target / "ссылка"),
        os.readlink(target / "в никуда"),
        (target / "пусто").is_dir(),
    )
    assert 0o750 == target.stat().st_mode & 0o777


def test_folder_that_was_there_before(tmp_path: Path) -> None:
    """In a folder that we never wrote everything is somebody's own; what has our names is replaced."""
    target = tmp_path / "out"
    target.mkdir()
    (target / "received.csv").write_bytes(b"theirs")
    (target / "other.txt").write_bytes(b"theirs")
    publish(NEW, target)
    assert NEW | {"other.txt": b"theirs"} == _files(target)


@pytest.mark.parametrize("name", ["data", "received.csv/x"])
def test_somebody_stands_in_the_way(tmp_path: Path, name: str) -> None:
    """A file where we need a folder, or the other way round, stops us; nothing of it is lost."""
    target = tmp_path / "out"
    (target / name).parent.mkdir(parents=True)
    (target / name).write_bytes(b"theirs")
    with pytest.raises(OutputError, match="output-not-written"):
        publish(NEW, target)
    assert {name: b"theirs"} == _files(target)
    assert ["out"] == _beside(target)


def test_target_that_is_a_file(tmp_path: Path) -> None:
    """A file is not replaced by a folder."""
    target = tmp_path / "out"
    target.write_bytes(b"theirs")
    with pytest.raises(OutputError, match="output-not-a-folder"):
        publish(NEW, target)
    assert b"theirs" == target.read_bytes()


def test_places_that_cannot_be_written(tmp_path: Path) -> None:
    """It is told before the work begins that a folder cannot be made."""
    (tmp_path / "file").write_bytes(b"x")
    for target in (tmp_path / "file" / "out", tmp_path / ("x" * 300)):
        with pytest.raises(OutputError, match="output-not-written"):
            prepare_folder(target)
    assert ["file"] == _beside(tmp_path / "file")


_STEPS: tuple[tuple[object, str], ...] = (
    (Path, "mkdir"),
    (Path, "open"),
    (Path, "rename"),
    (os, "fsync"),
    (os, "open"),
    (shutil, "copy2"),
    (shutil, "copymode"),
    (module, "exchange"),
)


def _failing(action: Callable[..., object], turn: int) -> Callable[..., object]:
    """The action, but its n-th call fails as on a full disk."""
    calls = [0]

    def act(*arguments: object, **settings: object) -> object:
        calls[0] += 1
        if calls[0] == turn:
            raise OSError(28, "No space left on device")
        return action(*arguments, **settings)

    return act


def _fails(target: Path) -> bool:
    """Publishes the new set; whether that was refused."""
    try:
        publish(NEW, target)
    except OutputError:
        return True
    return False


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize(("owner", "name"), _STEPS, ids=[name for _, name in _STEPS])
def test_every_step_may_fail(tmp_path: Path, owner: object, name: str) -> None:
    """For n = 1, 2, … the n-th call fails: the set is the old or the new one, and what others put there stays."""
    action, turn, failed = getattr(owner, name), 0, True
    while failed:
        turn += 1
        target = tmp_path / str(turn) / "out"
        publish(OLD, target)
        (target / "mine.txt").write_bytes(b"mine")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(owner, name, _failing(action, turn))
            failed = _fails(target)
        restore(target)
        found = _files(target)
        assert found in (OLD | {"mine.txt": b"mine"}, NEW | {"mine.txt": b"mine"})
        assert failed or found == NEW | {"mine.txt": b"mine"}
        assert ["out"] == _beside(target)
        assert turn < 50


_KILLED = """
import os, signal, sys
from pathlib import Path
from xlforms.reports import publish as module
turn, calls = int(sys.argv[2]), 0
def watch(event, arguments):
    global calls
    if event in ("open", "os.mkdir", "os.rename", "os.rmdir", "os.remove", "shutil.rmtree", "ctypes.call_function"):
        calls += 1
        if calls == turn:
            os.kill(os.getpid(), signal.SIGKILL)
if sys.argv[3] == "renames":
    module.exchange = lambda one, other: False
sys.addaudithook(watch)
module.publish({"received.csv": b"new", "data/a.csv": b"new"}, Path(sys.argv[1]))
"""


@pytest.mark.parametrize("way_of_change", ["exchange", "renames"])
def test_killed_at_any_step(tmp_path: Path, way_of_change: str) -> None:
    """After SIGKILL at each step in turn the next run begins with one complete set, old or new.

    With the exchange of folders it is complete even before that, at every moment.
    """
    old, new = {"received.csv": b"old", "data/gone.csv": b"old"}, {"received.csv": b"new", "data/a.csv": b"new"}
    turn, code, sets = 0, -signal.SIGKILL, set()
    while code == -signal.SIGKILL:
        turn += 1
        target = tmp_path / str(turn) / "out"
        publish(old, target)
        code = subprocess.run([sys.executable, "-c", _KILLED, target, str(turn), way_of_change], check=False).returncode
        if way_of_change == "exchange" and sys.platform == "linux":
            assert _files(target) in (old, new)
        prepare_folder(target)
        assert _files(target) in (old, new)
        assert ["out"] == _beside(target)
        sets.add(_files(target)["received.csv"])
        publish(new, target)
        assert new == _files(target)
    assert 0 == code
    assert {b"old", b"new"} == sets
    assert turn > 5
