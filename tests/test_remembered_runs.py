"""Runs of `consolidate` into one folder, one after another: what is remembered never shows in a result."""

from __future__ import annotations

import csv
import io
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import EVERYTHING, sampled
from tests.intake.archives import Packed, packed_zip
from tests.intake.letters import attachment, letter
from xlforms import api
from xlforms.api import Consolidation, Round, consolidate_files
from xlforms.consolidation.choices import Asked
from xlforms.definitions.load import load_form
from xlforms.definitions.units import Unit, Units
from xlforms.errors import UsageError
from xlforms.intake import known_files
from xlforms.intake.file_reading import FileReading
from xlforms.intake.reading import read_files
from xlforms.layout.build import build_plan
from xlforms.ledger.ledger import LEDGER
from xlforms.reports import folder_ledger
from xlforms.workbook.write import write_workbook

FORM = """\
form: trial
version: "{version}"
title: Проба
code: П-1
sections:
  - section: one
    title: Раздел
    sheet: Лист
    blocks:
      - card: c
        title: Данные
        fields:
          - {{field: total, title: всего, type: integer, maximum: 500}}
          - {{field: note, title: примечание, type: text}}
          - {{field: head, title: кто отвечает, type: text, personal: true, required: true}}{more}
"""
_UNITS = Units("units.csv", tuple(Unit(f"00{n}", f"Школа № {n}", "Район") for n in range(1, 5)))
_DAY = date(2020, 6, 30)
_MOMENT = 1_590_000_000


@contextmanager
def _folder() -> Iterator[Path]:
    """A current folder with two versions of a form, gone afterwards."""
    before = Path.cwd()
    with TemporaryDirectory() as name:
        os.chdir(name)
        more = "\n          - {field: area, title: площадь, type: decimal}"
        Path("1.yaml").write_text(FORM.format(version="1", more=""), encoding="utf-8")
        Path("2.yaml").write_text(FORM.format(version="2", more=more), encoding="utf-8")
        try:
            yield Path(name)
        finally:
            os.chdir(before)


@cache
def _form(unit: int, total: int, version: str = "1") -> bytes:
    """A returned form as bytes."""
    with _folder():
        plan = build_plan(load_form(Path(f"{version}.yaml")))
        values = {"c.total": total, "c.head": f"МАРКЕР {total}", "c.note": "открытое"}
        write_workbook(plan, Path("x.xlsx"), unit=Unit(f"00{unit}", f"Школа № {unit}", "Район"), values=values)
        return Path("x.xlsx").read_bytes()


def _put(name: str, content: bytes) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    os.utime(path, (_MOMENT, _MOMENT))
    return path


def _run(
    out: str = "out", paths: Sequence[str] = ("in",), choices: Sequence[Asked] = (), *, forget: bool = False
) -> Consolidation:
    return consolidate_files(
        [Path(path) for path in paths],
        Path(out),
        circumstances=Round(None, _UNITS),
        forms=["1.yaml", "2.yaml"],
        as_of=_DAY,
        choices=choices,
        forget_choices=forget,
    )


def _set(out: str = "out") -> dict[str, bytes]:
    """Everything in a folder of results."""
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in Path(out).rglob("*") if path.is_file()}


def _received(out: str = "out") -> dict[str, tuple[str, str]]:
    rows = csv.DictReader(io.StringIO(_set(out)["received.csv"].decode()))
    return {"!".join(filter(None, (row["path"], row["member"]))): (row["status"], row["reason"]) for row in rows}


@pytest.fixture
def folder() -> Iterator[Path]:
    """A current folder with the forms and three returned files, one of them inside an archive."""
    with _folder() as path:
        _put("in/a.xlsx", _form(1, 10))
        _put("in/b.zip", packed_zip([Packed(b"b.xlsx", _form(2, 20, "2")), Packed(b"x.txt", b"text")]))
        _put("in/c.xlsx", _form(1, 30))
        yield path


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were given to a reader."""
    names: list[str] = []

    def watched(paths: Sequence[Path], *arguments: Any, **circumstances: Any) -> list[FileReading]:
        names.extend(map(str, paths))
        return read_files(paths, *arguments, **circumstances)

    monkeypatch.setattr(known_files, "read_files", watched)
    return names


@pytest.mark.usefixtures("folder")
def test_nothing_has_changed(opened: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is read, computed or written, and the same is told."""
    first = _run()
    before, stamp = _set(), Path("out/received.csv").stat().st_mtime_ns
    opened.clear()
    monkeypatch.setattr(api, "consolidate", None)
    second = _run()
    assert ([], None, first.outcome, ()) == (opened, second.summary, second.outcome, second.notices)
    assert (before, stamp) == (_set(), Path("out/received.csv").stat().st_mtime_ns)


_CHANGES: dict[str, tuple[Callable[[], object], list[str]]] = {
    "a new file": (lambda: _put("in/d.xlsx", _form(3, 5)), ["in/d.xlsx"]),
    "a file gone": (lambda: Path("in/a.xlsx").unlink(), []),
    "a file renamed": (lambda: Path("in/a.xlsx").rename("in/я.xlsx"), []),
    "a file dated": (lambda: os.utime("in/a.xlsx", (_MOMENT + 9, _MOMENT + 9)), []),
    "an archive dated": (lambda: os.utime("in/b.zip", (_MOMENT + 9, _MOMENT + 9)), []),
    "other bytes of one name, size and time": (lambda: _put("in/a.xlsx", _form(1, 10)[:-1] + b"\1"), ["in/a.xlsx"]),
    "a result edited": (lambda: Path("out/totals.csv").write_bytes(b"x"), []),
    "a result gone": (lambda: Path("out/summary.xlsx").unlink(), []),
    "a file copied": (lambda: shutil.copy2("in/a.xlsx", "in/d.xlsx"), []),
}  # fmt: skip


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", sampled(list(_CHANGES), 2))
def test_only_what_is_new_is_read(opened: list[str], name: str) -> None:
    """After a change the second run reads what is new and gives the bytes of a fresh run, its ledger included."""
    change, read = _CHANGES[name]
    _run()
    change()
    opened.clear()
    assert _run().summary is not None
    assert read == opened
    _run("fresh")
    assert _set("fresh") == _set()


@pytest.mark.usefixtures("folder")
def test_other_forms(opened: list[str]) -> None:
    """A form that was changed since is another form: all is read again."""
    _run()
    text = Path("1.yaml").read_text(encoding="utf-8").replace("500", "5")
    Path("1.yaml").write_text(text, encoding="utf-8")
    opened.clear()
    assert () == _run().notices
    assert ["in/a.xlsx", "in/b.zip", "in/c.xlsx"] == opened
    _run("fresh")
    assert _set("fresh") == _set()


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("content", sampled([b"x" * 9000, b"", None], 3))
def test_a_damaged_ledger(opened: list[str], content: bytes | None) -> None:
    """It is told and made anew; the result is that of a fresh run."""
    _run(choices=[Asked("prefer", "in/a.xlsx")])
    path = Path("out", LEDGER)
    path.write_bytes(path.read_bytes()[:-4096] if content is None else content)
    opened.clear()
    assert ["ledger-damaged"] == [notice.code for notice in _run().notices]
    assert 3 == len(opened)
    _run("fresh")
    assert _set("fresh") == _set()
    assert () == _run().notices


@pytest.mark.usefixtures("folder")
def test_a_ledger_that_cannot_be_written(opened: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The results are written without it, and that is told; the next run reads all files again."""

    def full(_ledger: object, path: Path) -> None:
        path.write_bytes(b"half")
        raise sqlite3.OperationalError("database or disk is full")

    _run("fresh")
    with monkeypatch.context() as patch:
        patch.setattr(folder_ledger, "write_ledger", full)
        assert ["ledger-not-written"] == [notice.code for notice in _run().notices]
    fresh = _set("fresh")
    assert {name: fresh[name] for name in fresh if name not in (LEDGER, ".xlforms")} == {
        name: content for name, content in _set().items() if name != ".xlforms"
    }
    opened.clear()
    assert () == _run().notices
    assert 3 == len(opened)
    assert fresh == _set()


@pytest.mark.usefixtures("folder")
def test_nothing_personal_is_remembered() -> None:
    """The ledger holds what schools answered, but no personal answer."""
    _run()
    with closing(sqlite3.connect(Path("out", LEDGER))) as connection:
        stored = [str(text) for (text,) in connection.execute("SELECT reading FROM file")]
    assert 5 == len(stored)
    shown = [text.encode().decode("unicode_escape") for text in stored]
    assert [True, False] == [any(word in text for text in shown) for word in ("открытое", "МАРКЕР")]


@pytest.mark.usefixtures("folder")
def test_choices_are_remembered() -> None:
    """A choice holds until it is forgotten; the account says so, and the result is that of a run with the choice."""
    _run("plain")
    counted = {"in/a.xlsx": ("superseded", ""), "in/c.xlsx": ("accepted", "")}
    if _received("plain")["in/a.xlsx"][0] == "accepted":  # of two files of one moment the hash decides
        counted = {"in/a.xlsx": ("accepted", ""), "in/c.xlsx": ("superseded", "")}
    assert counted == {name: _received("plain")[name] for name in counted}
    loser = next(name for name, (status, _) in counted.items() if status == "superseded")
    winner = next(name for name, (status, _) in counted.items() if status == "accepted")
    _run(choices=[Asked("prefer", loser)])
    expected = {
        loser: ("accepted", "preferred: учтён по решению исполнителя (--prefer)"),
        winner: ("superseded", f"preferred: по решению исполнителя (--prefer) учтён другой файл: {loser}"),
    }
    assert expected == {name: _received()[name] for name in expected}
    _put("in/d.xlsx", _form(3, 5))
    _run()
    assert expected == {name: _received()[name] for name in expected}
    _run("fresh", choices=[Asked("prefer", loser)])
    assert _set("fresh") == _set()
    _run(forget=True)
    _run("plain")
    assert _set("plain") == _set()


@pytest.mark.usefixtures("folder")
def test_a_member_is_left_out() -> None:
    """A form inside an archive is named by its way; its unit has not answered then."""
    _run(choices=[Asked("exclude", "in/b.zip!b.xlsx")])
    assert ("ignored", "excluded: исключён по решению исполнителя (--exclude)") == _received()["in/b.zip!b.xlsx"]
    assert b"002," in _set()["missing.csv"]
    Path("in/b.zip").unlink()
    for _ in range(2):  # computed, then still true
        assert ["choice-absent-exclude"] == [notice.code for notice in _run().outcome.notices]


@pytest.mark.usefixtures("folder")
def test_a_choice_of_nothing() -> None:
    """It is told, and neither results nor choices are touched."""
    _run()
    before = _set()
    for text in ("in/нет.xlsx", "in/b.zip", "in/b.zip!x.txt"):
        with pytest.raises(UsageError, match="choice-"):
            _run(choices=[Asked("exclude", "in/a.xlsx"), Asked("prefer", text)])
    assert before == _set()


@pytest.mark.usefixtures("folder")
def test_two_versions() -> None:
    """Each is read by its own definition; totals carry items of one name over, and it is told which came."""
    done = _run()
    assert done.summary is not None
    assert [("2", 1), ("1", 1)] == [
        (version.plan.version, len(version.files)) for version in done.summary.forms[0].versions
    ]
    totals = csv.DictReader(io.StringIO(_set()["totals.csv"].decode()))
    n = {row["item"]: row["value"] for row in totals if row["statistic"] == "n" and not row["municipality"]}
    assert {"c.total": "2", "c.area": "0"} == {item: n[item] for item in ("c.total", "c.area")}


_CONTENTS: tuple[Callable[[], tuple[str, bytes]], ...] = (
    lambda: (".xlsx", _form(1, 10)),
    lambda: (".xlsx", _form(1, 30)),
    lambda: (".xlsx", _form(2, 20, "2")),
    lambda: (".xls", _form(2, 20)),
    lambda: (".xlsx", _form(7, 1)),  # nobody
    lambda: (".xlsx", _form(3, 999)),  # out of range
    lambda: (".xlsx", _form(3, 5)[:3000]),
    lambda: (".txt", b"text"),
    lambda: (".xlsx", b""),
    lambda: (".csv", "код;всего\n1;2\n".encode()),
    lambda: (".zip", packed_zip([Packed(b"a.xlsx", _form(4, 40)), Packed(b"~$a.xlsx", b"x"), Packed(b"b.txt", b"t")])),
    lambda: (".zip", packed_zip([Packed(b"in.zip", packed_zip([Packed(b"a.xlsx", _form(1, 30))]))])),
    lambda: (".eml", letter(attachment(_form(1, 10), "a.xlsx"), attachment(_form(3, 5), "a.xlsx"))),
    lambda: (".eml", letter(attachment(packed_zip([Packed(b"x.xlsx", _form(2, 21))]), "f.zip"))),
)
_GIVEN = st.lists(
    st.tuples(st.integers(0, len(_CONTENTS) - 1), st.sampled_from(["", "б/", "__MACOSX/"]), st.integers(0, 3)),
    max_size=7, unique_by=lambda drawn: drawn,
)  # fmt: skip


@settings(max_examples=12 if EVERYTHING else 3, deadline=None)
@given(_GIVEN, st.data())
def test_any_files_in_any_parts(drawn: list[tuple[int, str, int]], data: st.DataObject) -> None:
    """Whatever came, in any order and in any number of runs: one row and one status for each file, and the same bytes
    as a fresh run over all of it."""
    with _folder():
        Path("in").mkdir()
        names = []
        for content, place, number in drawn:
            suffix, content_bytes = _CONTENTS[content]()
            names.append(f"in/{place}{content}-{number}{suffix}")
            _put(names[-1], content_bytes)
        for _ in range(data.draw(st.integers(0, 2), label="earlier runs")):
            some = data.draw(st.lists(st.sampled_from(names), unique=True) if names else st.just([]))
            if some:
                _run(paths=some)
        _run(paths=data.draw(st.permutations(names)) if names else ["in"])
        _run("fresh")
        assert _set("fresh") == _set()
        rows = list(csv.DictReader(io.StringIO(_set()["received.csv"].decode())))
        assert sorted(names) == sorted(row["path"] for row in rows if not row["member"])
        assert len(rows) == len({(row["path"], row["member"]) for row in rows})
        assert {"accepted", "superseded", "duplicate", "rejected", "ignored", "unpacked"} >= {
            row["status"] for row in rows
        }
        accepted = [row["unit"] for row in rows if row["status"] == "accepted"]
        assert len(accepted) == len(set(accepted))
