"""What a user can do, from files to files."""

from __future__ import annotations

import csv
import os
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from xlforms.api import Round, check_files, consolidate_files, describe, generate, list_forms, load_round
from xlforms.definitions.load import load_form
from xlforms.definitions.units import Unit, Units
from xlforms.errors import OutputError, UsageError
from xlforms.layout.build import build_plan
from xlforms.layout.plan import Plan
from xlforms.reports.folder_lock import lock_folder
from xlforms.workbook.write import write_workbook

FORM = """\
form: trial
version: "1"
title: Проба
code: П-1
sections:
  - section: one
    title: Раздел
    sheet: Лист
    blocks:
      - table: t
        columns:
          - {column: total, title: всего, type: integer}
          - {column: note, title: примечание, type: text}
          - {column: secret, title: тайна, type: text, personal: true, max_length: 30}
          - {column: mail, title: почта, type: email, personal: true}
          - {column: phone, title: телефон, type: phone, personal: true}
          - {column: born, title: рождён, type: date, personal: true}
          - {column: paid, title: оклад, type: money, personal: true, maximum: 5}
        rows: [{row: a, title: А}, {row: b, title: Б}]
"""
NOTHING = Round(None, None)
MARKER = "тайнаМАРКЕР"


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Plan:
    """The form stands as `trial.yaml` in the current folder."""
    monkeypatch.chdir(tmp_path)
    Path("trial.yaml").write_text(FORM, encoding="utf-8")
    return build_plan(load_form(Path("trial.yaml")))


def _returned(plan: Plan, path: str, unit: Unit | None, values: Mapping[str, object]) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    write_workbook(plan, Path(path), unit=unit, values=values)


def _texts(folder: Path) -> str:
    """Everything that stands in any file of a folder, the parts of workbooks unpacked."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as parts:
                found += [parts.read(name) for name in parts.namelist()]
        elif path.is_file():
            found.append(path.read_bytes())
    return "\n".join(content.decode("utf-8", "replace") for content in found)


def _rows(name: str) -> list[list[str]]:
    with (Path("out") / name).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_personal_answers_never_leave(plan: Plan, capsys: pytest.CaptureFixture[str]) -> None:
    """Personal answers, valid, wrong, too long or repaired, stand in no file that is written."""
    personal = {
        "contact.person": f"{MARKER} 1",
        "contact.phone": f"  {MARKER} 2 ",  # a repair
        "contact.email": f"{MARKER} 3",  # no address
        "t.a.secret": f"{MARKER} 4",
        "t.b.secret": f"{MARKER} 5" * 10,  # too long
        "t.a.mail": f"{MARKER} 6@@",
        "t.a.phone": f"{MARKER} 7",
        "t.a.born": f"{MARKER} 8",  # no date
        "t.b.born": date(1977, 7, 17),
        "t.a.paid": f"{MARKER} 9",  # no number
        "t.b.paid": 77771777,  # out of range
    }
    _returned(plan, "in/a.xlsx", Unit("001", "Школа № 1", "Район"), {"t.a.total": 1, "t.a.note": "открытое"} | personal)
    summary = consolidate_files([Path("in")], Path("out"), circumstances=NOTHING, forms=["trial.yaml"]).summary
    assert summary is not None
    found = _texts(Path("out"))
    assert "открытое" in found
    assert [] == [secret for secret in (MARKER, "77771777", "1977-07-17", "17.07.1977", "28323") if secret in found]
    codes = {finding.code for finding in summary.forms[0].versions[0].findings if not finding.counts}
    assert {
        "answer-not-an-email",
        "answer-too-long",
        "answer-not-a-date",
        "answer-not-a-number",
        "answer-out-of-range",
    } == codes
    assert "" == capsys.readouterr().out


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "\t", "\r"])
def test_nothing_that_runs(plan: Plan, start: str) -> None:
    """A formula in an answer, a file name, a unit's code, name or municipality stays text in everything we write."""
    evil = f"{start}cmd|' /C calc'!A0"
    unit = Unit(evil.strip(), f"{evil} школа", f"{evil} район")
    _returned(
        plan,
        "in/a.xlsx",
        None,
        {
            "unit.code": unit.unit,
            "unit.name": unit.name,
            "unit.municipality": unit.municipality,
            "t.a.note": evil,
            "t.a.total": 1,
            "t.b.total": evil,
        },
    )
    Path("in/a.xlsx").rename(f"in/{evil.replace('/', '_')}.xlsx")
    consolidate_files([Path("in")], Path("out"), circumstances=NOTHING, forms=["trial.yaml"])
    dangerous = ("=", "+", "-", "@", "＝", "\t", "\r", "\n")
    cells = [
        cell for path in Path("out").rglob("*.csv") for row in _rows(path.relative_to("out").as_posix()) for cell in row
    ]
    assert [] == [cell for cell in cells if cell.startswith(dangerous)]
    assert any("calc" in cell for cell in cells)
    with zipfile.ZipFile("out/summary.xlsx") as parts:
        sheets = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
    assert [] == [
        sheet for sheet in sheets if "<f>" in sheet and "calc" in sheet.partition("<f>")[2].partition("</f>")[0]
    ]


def test_same_input_same_bytes(plan: Plan) -> None:
    """The order of the paths given changes no byte of any file."""
    for number in (1, 2, 3):
        path = f"in/{number}/{number}.xlsx"
        _returned(plan, path, Unit(f"{number:03}", "Школа", f"Район {number % 2}"), {"t.a.total": number})
        os.utime(path, (1_590_000_000 + number,) * 2)
    results = []
    for paths in (["in/1", "in/2", "in/3"], ["in/3", "in/1", "in/2", "in/1/1.xlsx"]):
        consolidate_files([Path(path) for path in paths], Path("out"), circumstances=NOTHING, forms=["trial.yaml"])
        results.append({path: path.read_bytes() for path in sorted(Path("out").rglob("*")) if path.is_file()})
    assert results[0] == results[1]


def test_unit_typed_as_a_number(plan: Plan) -> None:
    """A school that typed 7 for 007 into a blank form is 007 of the register."""
    _returned(plan, "in/a.xlsx", None, {"unit.code": "7", "t.a.total": 1})
    units = Units("units.csv", (Unit("007", "Школа № 7", "Район"), Unit("017", "Школа № 17", "Район")))
    summary = consolidate_files(
        [Path("in")], Path("out"), circumstances=Round(None, units), forms=["trial.yaml"]
    ).summary
    assert summary is not None
    assert ["007", "007"] == [row[0] for row in _rows("data/trial.t.csv")[1:]]
    assert [("007", "accepted")] == [(file.unit, file.status) for file in summary.received]
    assert ["structure-unit-respelt"] == [
        entry.code for entry in summary.forms[0].versions[0].findings if entry.code.startswith("structure-")
    ]


def test_describe_and_list() -> None:
    """Every form of the toolkit can be described."""
    for loaded in list_forms():
        found = describe(f"{loaded.form.form}@{loaded.form.version}")
        assert (loaded.form.form, loaded.form.version, loaded.form.title) == (found.form, found.version, found.title)
        assert len(found.items) > 10


def test_generate_and_check(plan: Plan) -> None:
    """A workbook that was just made is a blank form of its unit."""
    Path("units.csv").write_text("unit,name,municipality\n007,Школа № 7,Район / 1\n", encoding="utf-8")
    steps: list[int] = []

    def progress(total: int) -> Callable[[], None]:
        steps.append(total)
        return lambda: steps.append(0)

    circumstances = load_round(None, Path("units.csv"))
    (path,) = generate(["trial.yaml"], Path("forms"), circumstances=circumstances, progress=progress)
    assert (Path("forms/Район _ 1/007_trial.xlsx"), [1, 0]) == (path, steps)
    (file,) = check_files([path], forms=["trial.yaml"]).received
    assert ("rejected", "empty-form", "007", plan.form) == (file.status, file.reason, file.unit, file.form)


@pytest.mark.parametrize("out", ["in", ".", "in/..", "link"])
def test_results_never_replace_what_came(plan: Plan, out: str) -> None:
    """A folder that holds the returned files, by whatever name, is not written to."""
    _returned(plan, "in/a.xlsx", None, {"unit.code": "1", "t.a.total": 1})
    Path("link").symlink_to("in")
    with pytest.raises(UsageError, match="output-holds-input"):
        consolidate_files([Path("in/a.xlsx")], Path(out), circumstances=NOTHING, forms=["trial.yaml"])
    assert ["a.xlsx"] == [path.name for path in Path("in").iterdir()]


def test_results_behind_a_link(plan: Plan) -> None:
    """A link to a folder of results stays a link."""
    _returned(plan, "in/a.xlsx", None, {"unit.code": "1", "t.a.total": 1})
    Path("real").mkdir()
    Path("out").symlink_to("real")
    for _ in range(2):
        consolidate_files([Path("in")], Path("out"), circumstances=NOTHING, forms=["trial.yaml"])
    assert (True, True) == (Path("out").is_symlink(), Path("real/received.csv").is_file())


def test_two_runs_at_once(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that finds another one writing into its folder is told and changes nothing; it may go on afterwards."""
    _returned(plan, "in/a.xlsx", None, {"unit.code": "1", "t.a.total": 1})
    monkeypatch.setattr("xlforms.api.lock_folder", partial(lock_folder, patience=0.0))
    with lock_folder(Path("out").resolve()), pytest.raises(OutputError, match="output-busy"):
        consolidate_files([Path("in")], Path("out"), circumstances=NOTHING, forms=["trial.yaml"])
    assert not Path("out").exists()
    consolidate_files([Path("in")], Path("out"), circumstances=NOTHING, forms=["trial.yaml"])
    assert Path("out/received.csv").is_file()


def test_results_among_what_is_given(plan: Plan) -> None:
    """Neither the folder of the results nor its lock is an entry; the results of another run are, and are ignored."""
    _returned(plan, "in/a.xlsx", None, {"unit.code": "1", "t.a.total": 1})
    for out in ("in/first", "in/second"):
        consolidate_files([Path("in")], Path(out), circumstances=NOTHING, forms=["trial.yaml"])
    with Path("in/second/received.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["path"]: (row["status"], row["reason"].partition(":")[0]) for row in csv.DictReader(file)}
    written = [path.as_posix() for path in Path("in/first").rglob("*") if path.is_file()]
    assert {"in/a.xlsx": ("accepted", ""), **dict.fromkeys(written, ("ignored", "system-file"))} == rows
    assert ["a.xlsx", "first", "second"] == sorted(path.name for path in Path("in").iterdir())


@pytest.mark.parametrize(
    ("as_of", "accepted", "received_at", "finding"),
    [
        (None, "in/2.xlsx", ["2020-05-20T18:40:00Z", "2020-06-06"], "ещё одна форма этой организации датирована"),
        (date(2020, 6, 1), None, ["2020-05-20T18:40:00Z"] * 2, "позже 01.06.2020"),
    ],
)
def test_date_in_the_future(
    plan: Plan, as_of: date | None, accepted: str | None, received_at: list[str], finding: str
) -> None:
    """A form dated after the day of the summary, today if none is given, is as new as its file, and that is told."""
    for number, day in ((1, date(2099, 6, 5)), (2, date(2020, 6, 6))):
        _returned(plan, f"in/{number}.xlsx", None, {"unit.code": "1", "t.a.total": number, "contact.date": day})
        os.utime(f"in/{number}.xlsx", (1_590_000_000, 1_590_000_000))  # 20.05.2020
    summary = consolidate_files(
        [Path("in")], Path("out"), circumstances=NOTHING, forms=["trial.yaml"], as_of=as_of
    ).summary
    assert summary is not None
    assert received_at == [file.received_at for file in summary.received]
    (winner,) = [file.path for file in summary.received if file.status == "accepted"]
    assert winner == (accepted or winner)
    assert any(finding.casefold() in row[10].casefold() for row in _rows("findings.csv"))
