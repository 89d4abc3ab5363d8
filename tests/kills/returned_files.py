"""The folder in which runs are tried: 60 returned files, and the sets of results before and after half of them came."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.intake.archives import Packed, packed_zip
from tests.intake.letters import attachment, letter
from tests.kills.running import Run, start
from xlforms.definitions.load import load_form
from xlforms.definitions.units import Unit
from xlforms.layout.build import build_plan
from xlforms.reports.publish import MARK
from xlforms.workbook.write import write_workbook

FILES = 60
OUT = "out"
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

FileSet = dict[str, bytes]


@dataclass(frozen=True)
class Round:
    """The folder, the sets before and after, how long a run takes, and in the end of it publishing, and in the end of
    that the exchange of the sets (all in seconds)."""

    folder: Path
    old: FileSet
    new: FileSet
    seconds: float
    publishing: float
    exchanging: float


def command(source: str = "in", out: str = OUT) -> list[str]:
    """The command over a folder of received files."""
    options = ["--units", "units.csv", "--form", "trial.yaml", "--as-of", "2020-06-30", "--out", out]
    return ["consolidate", source, *options]


def prepare_round(folder: Path) -> Round:
    """Writes the returned files and makes both sets, each by a fresh run; a run over what is new gives the same."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "trial.yaml").write_text(_FORM, encoding="utf-8")
    lines = [f"{n:03d},Школа № {n},Район {n % 3}" for n in range(1, FILES + 1)]
    (folder / "units.csv").write_text("\n".join(["unit,name,municipality", *lines, ""]), encoding="utf-8")
    files = list(_returned(folder))
    for name, content in files[: len(files) // 2]:
        _put(folder / "in" / name, content)
    run_to_the_end(folder)
    old = read_set(folder / OUT)
    shutil.copytree(folder / OUT, folder / "kept")
    for name, content in files:
        _put(folder / "in" / name, content)
    run_to_the_end(folder)
    new = read_set(folder / OUT)
    shutil.rmtree(folder / OUT)
    started = time.perf_counter()
    run = start(folder, command())
    wait_while(run, lambda: not is_publishing(folder / OUT))
    published = time.perf_counter()
    wait_while(run, lambda: not is_exchanging(folder / OUT))
    exchanged = time.perf_counter()
    run.end()
    ended = time.perf_counter()
    if differing(new, read_set(folder / OUT)):
        raise AssertionError("a run over what is new gives other results than a fresh one")
    return Round(folder, old, new, ended - started, ended - published, ended - exchanged)


def is_publishing(out: Path) -> bool:
    """Whether a new set is being written beside its folder."""
    try:
        with os.scandir(out.with_name(f".{out.name}.new")) as entries:
            return any(entries)
    except FileNotFoundError:
        return False


def is_exchanging(out: Path) -> bool:
    """Whether the new set is complete but for the mark of its end, or has just taken its place."""
    return out.with_name(f".{out.name}.new").joinpath(MARK).exists()


def wait_while(run: Run, waiting: Callable[[], bool]) -> None:
    """Waits for something that a run does, or for its end."""
    while run.process.is_alive() and waiting():
        time.sleep(0.0001)


def run_to_the_end(folder: Path, arguments: Sequence[str] = ()) -> None:
    """Runs the command; it must do its work and have nothing else to say."""
    code, told = start(folder, arguments or command()).end()
    if code not in (0, 1) or told:
        raise AssertionError(f"the run ended with {code}: {told}")


def read_set(out: Path) -> FileSet:
    """Every file of the results."""
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def differing(one: FileSet, other: FileSet) -> Sequence[str]:
    """The names of the files that only one set has, or that differ."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def reset(prepared: Round, *, has_old: bool, out: Path | None = None) -> None:
    """Puts the old set back, or no set at all."""
    place = out or prepared.folder / OUT
    shutil.rmtree(place, ignore_errors=True)
    if has_old:
        shutil.copytree(prepared.folder / "kept", place)


def state_of(prepared: Round, out: Path, *, has_old: bool) -> str:
    """Which set is there: «none», «old» or «new». Raises AssertionError when it is a mixture."""
    found = read_set(out)
    if found == prepared.new:
        return "new"
    expected = prepared.old if has_old else {}
    if found != expected:
        raise AssertionError(f"neither set: {differing(found, expected)} are not the old ones")
    return "old" if has_old else "none"


def require_next_run(prepared: Round, out: Path) -> None:
    """Runs once more: that must give the new set and leave nothing beside it. Raises AssertionError."""
    run_to_the_end(prepared.folder, command(out=str(out)))
    found = read_set(out)
    if found != prepared.new:
        raise AssertionError(f"the next run gave others: {differing(found, prepared.new)}")
    left = sorted(path.name for path in out.parent.iterdir() if OUT in path.name)
    if left != [OUT]:
        raise AssertionError(f"left behind: {left}")


def _returned(folder: Path) -> Iterator[tuple[str, bytes]]:
    """60 files: the last five in letters, five in an archive, the rest loose, every seventh cut off."""
    plan = build_plan(load_form(folder / "trial.yaml"))
    inside = []
    for number in range(1, FILES + 1):
        unit = Unit(f"{number:03d}", f"Школа № {number}", f"Район {number % 3}")
        path = folder / "form.xlsx"
        write_workbook(plan, path, unit=unit, values={"c.total": number, "c.note": f"ответ {number}"})
        content = path.read_bytes()[: 4000 if number % 7 == 0 else None]
        path.unlink()
        if number <= FILES - 10:
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
