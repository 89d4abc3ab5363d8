"""Runs of `consolidate` into one folder, one after another: what is remembered never shows in a result."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.intake.archives import Packed, packed_zip
from tests.intake.read_here import read_here
from tests.trial_round import MOMENT, form_of_unit, put, reading_here, results, rows_of, run, trial_folder
from xlforms import api
from xlforms.consolidation.choices import Asked
from xlforms.errors import UsageError
from xlforms.intake import known_files
from xlforms.intake.file_reading import FileReading
from xlforms.ledger.ledger import LEDGER
from xlforms.reports import folder_ledger


def _received(out: str = "out") -> dict[str, tuple[str, str]]:
    rows = rows_of("received.csv", out)
    return {"!".join(filter(None, (row["path"], row["member"]))): (row["status"], row["reason"]) for row in rows}


@pytest.fixture
def folder() -> Iterator[Path]:
    """A current folder with the forms and three returned files, one of them inside an archive."""
    with trial_folder() as path, reading_here():
        put("in/a.xlsx", form_of_unit(1, 10))
        put("in/b.zip", packed_zip([Packed(b"b.xlsx", form_of_unit(2, 20, "2")), Packed(b"x.txt", b"text")]))
        put("in/c.xlsx", form_of_unit(1, 30))
        yield path


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were given to a reader."""
    names: list[str] = []

    def watched(paths: Sequence[Path], *arguments: Any, **circumstances: Any) -> list[FileReading]:
        names.extend(map(str, paths))
        return read_here(paths, *arguments, **circumstances)

    monkeypatch.setattr(known_files, "read_files", watched)
    return names


@pytest.mark.usefixtures("folder")
def test_nothing_has_changed(opened: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is read, computed or written, and the same is told."""
    first = run()
    before, stamp = results(), Path("out/received.csv").stat().st_mtime_ns
    opened.clear()
    monkeypatch.setattr(api, "consolidate", None)
    second = run()
    assert ([], None, first.outcome, ()) == (opened, second.summary, second.outcome, second.notices)
    assert (before, stamp) == (results(), Path("out/received.csv").stat().st_mtime_ns)


_CHANGES: dict[str, tuple[Callable[[], object], list[str]]] = {
    "a new file": (lambda: put("in/d.xlsx", form_of_unit(3, 5)), ["in/d.xlsx"]),
    "a file gone": (lambda: Path("in/a.xlsx").unlink(), []),
    "a file renamed": (lambda: Path("in/a.xlsx").rename("in/я.xlsx"), []),
    "a file dated": (lambda: os.utime("in/a.xlsx", (MOMENT + 9, MOMENT + 9)), []),
    "an archive dated": (lambda: os.utime("in/b.zip", (MOMENT + 9, MOMENT + 9)), []),
    "other bytes of one size": (lambda: put("in/a.xlsx", form_of_unit(1, 10)[:-1] + b"\1"), ["in/a.xlsx"]),
    "a result edited": (lambda: Path("out/totals.csv").write_bytes(b"x"), []),
    "a result gone": (lambda: Path("out/summary.xlsx").unlink(), []),
    "a file copied": (lambda: shutil.copy2("in/a.xlsx", "in/d.xlsx"), []),
}  # fmt: skip


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", list(_CHANGES))
def test_only_what_is_new_is_read(opened: list[str], name: str) -> None:
    """After a change the second run reads what is new and gives the bytes of a fresh run, its ledger included."""
    change, read = _CHANGES[name]
    run()
    change()
    opened.clear()
    assert run().summary is not None
    assert read == opened
    run("fresh")
    assert results("fresh") == results()


@pytest.mark.usefixtures("folder")
def test_other_forms(opened: list[str]) -> None:
    """A form that was changed since is another form: all is read again."""
    run()
    text = Path("1.yaml").read_text(encoding="utf-8").replace("500", "5")
    Path("1.yaml").write_text(text, encoding="utf-8")
    opened.clear()
    assert () == run().notices
    assert ["in/a.xlsx", "in/b.zip", "in/c.xlsx"] == opened
    run("fresh")
    assert results("fresh") == results()


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("content", [b"x" * 9000, b"", None])
def test_a_damaged_ledger(opened: list[str], content: bytes | None) -> None:
    """It is told and made anew; the result is that of a fresh run."""
    run(choices=[Asked("prefer", "in/a.xlsx")])
    path = Path("out", LEDGER)
    path.write_bytes(path.read_bytes()[:-4096] if content is None else content)
    opened.clear()
    assert ["ledger-damaged"] == [notice.code for notice in run().notices]
    assert 3 == len(opened)
    run("fresh")
    assert results("fresh") == results()
    assert () == run().notices


@pytest.mark.usefixtures("folder")
def test_a_ledger_that_cannot_be_written(opened: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The results are written without it, and that is told; the next run reads all files again."""

    def full(_ledger: object, path: Path) -> None:
        path.write_bytes(b"half")
        raise sqlite3.OperationalError("database or disk is full")

    run("fresh")
    with monkeypatch.context() as patch:
        patch.setattr(folder_ledger, "write_ledger", full)
        assert ["ledger-not-written"] == [notice.code for notice in run().notices]
    fresh = results("fresh")
    assert {name: fresh[name] for name in fresh if name not in (LEDGER, ".xlforms")} == {
        name: content for name, content in results().items() if name != ".xlforms"
    }
    opened.clear()
    assert () == run().notices
    assert 3 == len(opened)
    assert fresh == results()


@pytest.mark.usefixtures("folder")
def test_nothing_personal_is_remembered() -> None:
    """The ledger holds what schools answered, but no personal answer."""
    run()
    with closing(sqlite3.connect(Path("out", LEDGER))) as connection:
        stored = [str(text) for (text,) in connection.execute("SELECT reading FROM file")]
    assert 5 == len(stored)
    shown = [text.encode().decode("unicode_escape") for text in stored]
    assert [True, False] == [any(word in text for text in shown) for word in ("открытое", "МАРКЕР")]


@pytest.mark.usefixtures("folder")
def test_choices_are_remembered() -> None:
    """A choice holds until it is forgotten; the account says so, and the result is that of a run with the choice."""
    run("plain")
    counted = {"in/a.xlsx": ("superseded", ""), "in/c.xlsx": ("accepted", "")}
    if _received("plain")["in/a.xlsx"][0] == "accepted":  # of two files of one moment the hash decides
        counted = {"in/a.xlsx": ("accepted", ""), "in/c.xlsx": ("superseded", "")}
    assert counted == {name: _received("plain")[name] for name in counted}
    loser = next(name for name, (status, _) in counted.items() if status == "superseded")
    winner = next(name for name, (status, _) in counted.items() if status == "accepted")
    run(choices=[Asked("prefer", loser)])
    expected = {
        loser: ("accepted", "preferred: учтён по решению исполнителя (--prefer)"),
        winner: ("superseded", f"preferred: по решению исполнителя (--prefer) учтён другой файл: {loser}"),
    }
    assert expected == {name: _received()[name] for name in expected}
    put("in/d.xlsx", form_of_unit(3, 5))
    run()
    assert expected == {name: _received()[name] for name in expected}
    run("fresh", choices=[Asked("prefer", loser)])
    assert results("fresh") == results()
    run(forget=True)
    run("plain")
    assert results("plain") == results()


@pytest.mark.usefixtures("folder")
def test_a_member_is_left_out() -> None:
    """A form inside an archive is named by its way; its unit has not answered then."""
    run(choices=[Asked("exclude", "in/b.zip!b.xlsx")])
    assert ("ignored", "excluded: исключён по решению исполнителя (--exclude)") == _received()["in/b.zip!b.xlsx"]
    assert b"002," in results()["missing.csv"]
    Path("in/b.zip").unlink()
    for _ in range(2):  # computed, then still true
        assert ["choice-absent-exclude"] == [notice.code for notice in run().outcome.notices]


@pytest.mark.usefixtures("folder")
def test_a_choice_of_nothing() -> None:
    """It is told, and neither results nor choices are touched."""
    run()
    before = results()
    for text in ("in/нет.xlsx", "in/b.zip", "in/b.zip!x.txt"):
        with pytest.raises(UsageError, match="choice-"):
            run(choices=[Asked("exclude", "in/a.xlsx"), Asked("prefer", text)])
    assert before == results()


@pytest.mark.usefixtures("folder")
def test_two_versions() -> None:
    """Each is read by its own definition; totals carry items of one name over, and it is told which came."""
    done = run()
    assert done.summary is not None
    assert [("2", 1), ("1", 1)] == [
        (version.plan.version, len(version.files)) for version in done.summary.forms[0].versions
    ]
    n = {
        row["item"]: row["value"]
        for row in rows_of("totals.csv")
        if row["statistic"] == "n" and not row["municipality"]
    }
    assert {"c.total": "2", "c.area": "0"} == {item: n[item] for item in ("c.total", "c.area")}
