"""One returned file: its hash and time, and a submission or the reason why not."""

from __future__ import annotations

import hashlib
import os
import socket
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.intake.returned import SCHOOL, answers, plan
from xlforms.errors import IntakeRefusal
from xlforms.intake import read_file as module
from xlforms.intake.file_reading import FileReading, Refusal
from xlforms.intake.limits import Limits
from xlforms.intake.read_file import read_file
from xlforms.intake.read_submission import prepare
from xlforms.intake.submission import Submission
from xlforms.workbook.write import write_workbook

_MOMENT = datetime(2020, 6, 5, 8, 30, tzinfo=UTC)


def _read(path: Path, limits: Limits | None = None) -> FileReading:
    return read_file(path, {("trial", "1"): prepare(plan())}, limits or Limits())


def _refusal(reading: FileReading) -> tuple[str, str]:
    assert isinstance(reading.outcome, Refusal)
    return reading.outcome.reason, reading.outcome.code


def test_submission(tmp_path: Path) -> None:
    """A filled-in form gives its answers, the hash of its bytes and the time of the file in UTC."""
    path = tmp_path / "Школа № 7.xlsx"
    write_workbook(plan(), path, unit=SCHOOL, values={"staff.all.total": 9})
    os.utime(path, (_MOMENT.timestamp() + 0.25,) * 2)
    reading = _read(path)
    assert isinstance(reading.outcome, Submission)
    assert ({"staff.all.total": 9}, _MOMENT, hashlib.sha256(path.read_bytes()).hexdigest()) == (
        answers(reading.outcome),
        reading.modified,
        reading.sha256,
    )


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.xlsx", b"", ("damaged", "file-empty")),
        ("a.xlsx", "Просто текст".encode(), ("not-a-workbook", "is-text")),
        ("a.xlsx", b"PK\x03\x04", ("damaged", "archive-broken")),
        ("~$a.xlsx", b"\x05user", ("lock-file", "lock-file")),
        (".~lock.a.ods#", b",user;", ("lock-file", "lock-file")),
        ("Thumbs.db", b"x" * 2000, ("system-file", "system-file")),
        ("a.xlsx", b"x" * 2000, ("too-large", "file-too-large")),
    ],
)
def test_refusals(tmp_path: Path, name: str, content: bytes, expected: tuple[str, str]) -> None:
    """The reason is coded; a file of the system is passed over whatever its size."""
    path = tmp_path / name
    path.write_bytes(content)
    assert expected == _refusal(_read(path, Limits(file_bytes=1000)))


def test_a_large_workbook_is_not_a_broken_archive(tmp_path: Path) -> None:
    """A workbook over the limit, for its pictures, is told to be too large; when it is cut off, to be damaged."""
    path = tmp_path / "a.xlsx"
    write_workbook(plan(), path, unit=SCHOOL, values={"staff.all.total": 9})
    size = path.stat().st_size
    assert ("too-large", "file-too-large") == _refusal(_read(path, Limits(file_bytes=size - 1)))
    path.write_bytes(path.read_bytes()[: size // 2])
    assert ("damaged", "archive-broken") == _refusal(_read(path, Limits(file_bytes=size // 4)))


def test_folders_of_a_system(tmp_path: Path) -> None:
    """A file in a folder that a system has made is of the system."""
    path = tmp_path / "__MACOSX" / "a.xlsx"
    path.parent.mkdir()
    path.write_bytes(b"x")
    assert ("system-file", "system-file") == _refusal(_read(path))


def test_what_is_no_file(tmp_path: Path) -> None:
    """A pipe is never opened, a folder stands for one that could not be listed, a file that is gone is said."""
    pipe, folder = tmp_path / "pipe.xlsx", tmp_path / "folder"
    folder.mkdir()
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind(str(pipe))
        assert [
            ("not-a-workbook", "not-a-file"),
            ("unreadable", "folder-not-opened"),
            ("unreadable", "file-not-opened"),
        ] == [_refusal(_read(path)) for path in (pipe, folder, tmp_path / "gone.xlsx")]


@pytest.mark.parametrize(
    ("name", "expected"), [("a.xlsx", ("unreadable", "file-not-opened")), ("~$a.xlsx", ("lock-file", "lock-file"))]
)
def test_file_that_is_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, expected: tuple[str, str]
) -> None:
    """A file that cannot be opened is a row all the same; a lock file needs no opening."""

    def refuse(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / name
    path.write_bytes(b"x")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert expected == _refusal(_read(path))


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (MemoryError(), Refusal("too-large", "reader-out-of-memory", {})),
        (RecursionError(), Refusal("too-large", "reader-out-of-memory", {})),
        (ZeroDivisionError("at 7"), Refusal("unreadable", "reader-failed", {"detail": "ZeroDivisionError"})),
        (IntakeRefusal("damaged", "part-broken", part="a"), Refusal("damaged", "part-broken", {"part": "a"})),
    ],
)
def test_a_failing_reader_costs_one_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, expected: Refusal
) -> None:
    """Whatever a reader raises becomes the refusal of that file; the hash is known."""

    def fail(*_: object) -> object:
        raise error

    monkeypatch.setattr(module, "read_workbook", fail)
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"x")
    reading = _read(path)
    assert (expected, hashlib.sha256(b"x").hexdigest()) == (reading.outcome, reading.sha256)
