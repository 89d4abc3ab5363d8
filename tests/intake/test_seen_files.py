"""Given files are known by their content, and by what the readers ask of a name."""

from __future__ import annotations

import hashlib
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from xlforms.intake.limits import Limits
from xlforms.intake.seen_files import SeenFile, look_at

_MOMENT = 1_590_000_000


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("a.xlsx", "||"),
        ("~$a.xlsx", "lock-file||"),
        (".DS_Store", "system-file||"),
        ("__MACOSX", "|system-file|"),
        ("лист.CSV", "||лист.CSV"),
        ("__MACOSX/a.tsv", "system-file|system-file|a.tsv"),
    ],
)
def test_key(tmp_path: Path, name: str, asked: str) -> None:
    """The key is the content and what the readers ask of a name; the place and the time take no part."""
    keys = set()
    for folder in ("one", "two/three"):
        path = tmp_path / folder / name
        path.parent.mkdir(parents=True)
        path.write_bytes(b"content")
        os.utime(path, (_MOMENT + len(folder), _MOMENT))
        keys.add(look_at(path).key)
    assert {f"{hashlib.sha256(b'content').hexdigest()}|{asked}"} == keys


def test_what_has_no_key(tmp_path: Path) -> None:
    """What is not there, no file, or larger than anything that is opened."""
    (tmp_path / "large").write_bytes(b"content")
    os.utime(tmp_path / "large", (_MOMENT, _MOMENT))
    os.mkfifo(tmp_path / "pipe")
    time = datetime.fromtimestamp(_MOMENT, UTC)
    assert SeenFile(tmp_path / "нет") == look_at(tmp_path / "нет")
    assert "" == look_at(tmp_path).key
    assert "" == look_at(tmp_path / "pipe").key
    assert SeenFile(tmp_path / "large", time) == look_at(tmp_path / "large", Limits(archive_bytes=6))
