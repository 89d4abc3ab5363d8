"""Every given file is listed once, before any is opened."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from xlforms.errors import UsageError
from xlforms.intake.account import GivenFile, list_files, printable


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The files stand in the current folder, so that paths are shown as a person types them."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _make(*names: str) -> None:
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")


def _shown(files: list[GivenFile]) -> list[tuple[str, str]]:
    return [(file.shown, file.ignored) for file in files]


def test_folders_and_files() -> None:
    """A path is shown as it was given, plus the way below it; hidden files are files too."""
    _make("in/б.xlsx", "in/под папкой/а.xlsx", "in/.скрытый", "one.xlsx")
    assert [("in/.скрытый", ""), ("in/б.xlsx", ""), ("in/под папкой/а.xlsx", ""), ("one.xlsx", "")] == _shown(
        list_files([Path("one.xlsx"), Path("in")])
    )


def test_overlapping_paths_give_each_file_once() -> None:
    """Files given twice, by any spelling and in any order, are one file with one name."""
    _make("in/a.xlsx", "in/deep/b.xlsx")
    paths = [Path("in/deep/b.xlsx"), Path("in"), Path("in/deep"), Path("in/../in/a.xlsx")]
    expected = [("in/a.xlsx", ""), ("in/deep/b.xlsx", "")]
    assert expected == _shown(list_files(paths)) == _shown(list_files(paths[::-1]))


def test_links_are_listed_and_not_followed() -> None:
    """A link below a folder is a row of its own, wherever it leads; one that was given itself is followed."""
    _make("elsewhere/a.xlsx", "in/b.xlsx")
    Path("in/dead").symlink_to("nowhere")
    Path("in/file").symlink_to(Path("elsewhere/a.xlsx").resolve())
    Path("in/folder").symlink_to(Path("elsewhere").resolve())
    Path("in/loop").symlink_to("loop")
    Path("in/up").symlink_to("..")
    Path("given").symlink_to("in")
    names = ("b.xlsx", "dead", "file", "folder", "loop", "up")
    expected = [(f"given/{name}", "" if name == "b.xlsx" else "system-link") for name in names]
    assert expected == _shown(list_files([Path("given")]))


def test_folders_of_results_are_not_entered() -> None:
    """What was written before is not read as if it had come."""
    _make("in/a.xlsx", "in/out/received.csv")
    assert [("in/a.xlsx", "")] == _shown(list_files([Path("in")], outside=[Path("in/out")]))


def test_registers_are_no_submissions() -> None:
    """The register that the command itself reads is listed and passed over."""
    _make("in/a.xlsx", "in/units.csv")
    assert [("in/a.xlsx", ""), ("in/units.csv", "system-register")] == _shown(
        list_files([Path("in")], registers=[Path("in/units.csv")])
    )


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("нет.xlsx", "path-missing"),
        ("a.xlsx/b", "path-missing"),
        ("x" * 300, "path-unreadable"),
        ("loop", "path-unreadable"),
    ],
)
def test_paths_that_cannot_be(path: str, code: str) -> None:
    """A path on the command line must exist and be reachable."""
    _make("a.xlsx")
    Path("loop").symlink_to("loop")
    with pytest.raises(UsageError) as caught:
        list_files([Path(path)])
    assert (code, path) == (caught.value.code, caught.value.parameters["path"])


def test_folder_that_cannot_be_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a closed folder holds is not lost in silence: the folder stands for it."""
    _make("in/closed/a.xlsx", "in/b.xlsx")
    list_folder = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return list_folder(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert [("in/b.xlsx", ""), ("in/closed", "")] == _shown(list_files([Path("in")]))


def test_names_that_are_no_text() -> None:
    """A name in another encoding, or with control characters, can be printed and still be opened."""
    Path("in").mkdir()
    for name in (b"\xe0\xed\xea\xe5\xf2\xe0.xlsx", b"two\nlines\x1b[31m.xlsx"):
        Path(os.fsdecode(b"in/" + name)).write_bytes(b"x")
    files = list_files([Path("in")])
    assert ["in/\\xe0\\xed\\xea\\xe5\\xf2\\xe0.xlsx", "in/two\\x0alines\\x1b[31m.xlsx"] == [
        file.shown for file in files
    ]
    assert [b"x", b"x"] == [file.path.read_bytes() for file in files]


@pytest.mark.parametrize(
    ("name", "expected"), [("Анкета № 1.xlsx", "Анкета № 1.xlsx"), ("a\tb\x7f", "a\\x09b\\x7f"), ("\udce0", "\\xe0")]
)
def test_printable(name: str, expected: str) -> None:
    """Letters stay, what is no text is shown as its number."""
    assert expected == printable(name)


def test_results_of_an_earlier_run() -> None:
    """They are listed, each as a row, and known for what they are; a form between them is a form."""
    _make("in/a.xlsx", "in/свод/form.xlsx", "in/свод/datapackage.json", "in/свод/data/f.t.csv", "in/свод/summary.xlsx")
    Path("in/свод/received.csv").write_text("path,member,sha256,status,reason,unit\n", encoding="utf-8")
    assert [
        ("in/a.xlsx", ""),
        ("in/свод/data/f.t.csv", "system-results"),
        ("in/свод/datapackage.json", "system-results"),
        ("in/свод/form.xlsx", ""),
        ("in/свод/received.csv", "system-results"),
        ("in/свод/summary.xlsx", "system-results"),
    ] == _shown(list_files([Path("in")]))


def test_files_outside() -> None:
    """A file that the run itself keeps is left out, as a folder is."""
    _make("in/a.xlsx", "in/.out.xlforms-lock")
    assert [("in/a.xlsx", "")] == _shown(list_files([Path("in")], outside=[Path("in/.out.xlforms-lock")]))
