"""Runs of `consolidate` over 60 files that are killed at a random moment, or that meet a full disk.

A round has an old set of results (of half the files) and a new one (of all). After whatever befalls a run that is to
replace the old by the new, the folder must hold exactly one of them, and the next run must give the new one, byte for
byte, the ledger included.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.intake.archives import Packed, packed_zip
from tests.intake.letters import attachment, letter
from xlforms.definitions.load import load_form
from xlforms.definitions.units import Unit
from xlforms.layout.build import build_plan
from xlforms.workbook.write import write_workbook

FILES = 60
_FORM = """\
form: trial
version: "1"
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
          - {field: total, title: всего, type: integer, maximum: 50, required: true}
          - {field: note, title: примечание, type: text}
"""
_MOMENT = 1_590_000_000
_COMMAND = (
    "consolidate",
    "in",
    "--units",
    "units.csv",
    "--form",
    "trial.yaml",
    "--as-of",
    "2020-06-30",
    "--out",
    "out",
)
_MAIN = "import sys; from xlforms.cli.main import main; main(sys.argv[1:])"
_SMALL_FILES = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({0}, {0})); "
_LAST_PART = 0.6  # of a run: what comes after are totals, reports and the exchange of folders

FileSet = dict[str, bytes]


@dataclass(frozen=True)
class Round:
    """A folder in which runs are tried: the sets before and after, and how long a run takes, in seconds."""

    folder: Path
    old: FileSet
    new: FileSet
    seconds: float


def prepare_round(folder: Path) -> Round:
    """Writes the returned files into a folder and makes both sets."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "trial.yaml").write_text(_FORM, encoding="utf-8")
    codes = range(1, FILES + 1)
    lines = [f"{n:03d},Школа № {n},Район {n % 3}" for n in codes]
    (folder / "units.csv").write_text("\n".join(["unit,name,municipality", *lines, ""]), encoding="utf-8")
    files = list(_returned(folder))
    for name, content in files[: len(files) // 2]:
        _put(folder / "in" / name, content)
    run_to_the_end(folder)
    old = read_set(folder)
    shutil.copytree(folder / "out", folder / "kept")
    for name, content in files[len(files) // 2 :]:
        _put(folder / "in" / name, content)
    started = time.perf_counter()
    run_to_the_end(folder)
    return Round(folder, old, read_set(folder), time.perf_counter() - started)


def run_to_the_end(folder: Path) -> None:
    """Runs the command; it must do its work."""
    code = _start(folder, _MAIN).wait()
    if code not in (0, 1):
        raise AssertionError(f"the run ended with {code}")


def kill_one(prepared: Round, chance: random.Random) -> str:
    """Kills a run at a random moment, half of them in its last part; tells which set was there afterwards.

    Raises AssertionError when the folder holds a mixture, when the next run does not give the new set, or when it
    leaves anything beside the folder.
    """
    out = prepared.folder / "out"
    has_old = _reset(prepared, chance.random() < 0.8)
    begin = _LAST_PART if chance.random() < 0.5 else 0.0
    moment = prepared.seconds * chance.uniform(begin, 1.1)
    process = _start(prepared.folder, _MAIN)
    try:
        process.wait(timeout=moment)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
    found = read_set(prepared.folder) if out.exists() else {}
    state = _state(prepared, found, has_old=has_old)
    _require_next_run(prepared)
    return state


def fill_disk(prepared: Round, size: int) -> str:
    """Runs while no file may be larger than `size` bytes; tells which set was there afterwards, or that the new set is
    there without its ledger."""
    _reset(prepared, True)
    code = _start(prepared.folder, _SMALL_FILES.format(size) + _MAIN).wait()
    found = read_set(prepared.folder)
    without = {name: content for name, content in prepared.new.items() if name != "ledger.sqlite3"}
    state = "new without ledger" if found == without else _state(prepared, found, has_old=True)
    expected = (2,) if state == "old" else (0, 1)
    if code not in expected:
        raise AssertionError(f"the run ended with {code} and left the set: {state}")
    _require_next_run(prepared)
    return state


def read_set(folder: Path) -> FileSet:
    """Every file of the results."""
    out = folder / "out"
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def differing(one: FileSet, other: FileSet) -> Sequence[str]:
    """The names of the files that only one set has, or that differ."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def _state(prepared: Round, found: FileSet, *, has_old: bool) -> str:
    if found == prepared.new:
        return "new"
    expected = prepared.old if has_old else {}
    if found != expected:
        raise AssertionError(f"neither set: {differing(found, expected)} are not the old ones")
    return "old" if has_old else "none"


def _require_next_run(prepared: Round) -> None:
    run_to_the_end(prepared.folder)
    found = read_set(prepared.folder)
    if found != prepared.new:
        raise AssertionError(f"the next run gave others: {differing(found, prepared.new)}")
    left = sorted(path.name for path in prepared.folder.iterdir() if "out" in path.name)
    if left != ["out"]:
        raise AssertionError(f"left behind: {left}")


def _reset(prepared: Round, has_old: bool) -> bool:
    """Puts the old set back, or no set at all."""
    shutil.rmtree(prepared.folder / "out")
    if has_old:
        shutil.copytree(prepared.folder / "kept", prepared.folder / "out")
    return has_old


def _start(folder: Path, program: str) -> subprocess.Popen[bytes]:
    root = str(Path(__file__).resolve().parents[2])
    return subprocess.Popen(
        [sys.executable, "-c", program, *_COMMAND],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": root},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _returned(folder: Path) -> Iterator[tuple[str, bytes]]:
    """60 files: 50 loose ones, 5 in an archive, 5 in letters, every seventh cut off; each with its name."""
    plan = build_plan(load_form(folder / "trial.yaml"))
    inside = []
    for number in range(1, FILES + 1):
        unit = Unit(f"{number:03d}", f"Школа № {number}", f"Район {number % 3}")
        path = folder / "form.xlsx"
        write_workbook(plan, path, unit=unit, values={"c.total": number, "c.note": f"ответ {number}"})
        content = path.read_bytes()[: 4000 if number % 7 == 0 else None]
        path.unlink()
        if number <= 50:
            yield f"{number}.xlsx", content
        else:
            inside.append((f"{number}.xlsx", content))
    yield "пять.zip", packed_zip([Packed(name.encode(), content) for name, content in inside[:5]])
    for name, content in inside[5:]:
        yield f"{name}.eml", letter(attachment(content, name))


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    os.utime(path, (_MOMENT, _MOMENT))
