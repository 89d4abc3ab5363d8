"""A small round for runs of `consolidate` in one process: two versions of a form, some schools, files they return."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.intake.read_here import read_here
from xlforms.api import Consolidation, Round, consolidate_files
from xlforms.consolidation.choices import Asked
from xlforms.definitions.load import load_form
from xlforms.definitions.units import Unit, Units
from xlforms.intake import known_files
from xlforms.layout.build import build_plan
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
  - section: two
    title: Кружки
    sheet: Кружки
    blocks:
      - table: clubs
        title: Кружки
        row_title: Кружок
        columns: [{{column: count, title: детей, type: integer}}]
        rows: [{{row: art, title: рисование}}, {{row: music, title: музыка}}, {{row: chess, title: шахматы}}]
"""
_MORE = "\n          - {field: area, title: площадь, type: decimal}"
MOMENT = 1_590_000_000
_UNITS = Units("units.csv", tuple(Unit(f"00{n}", f"Школа № {n}", "Район") for n in range(1, 5)))
_DAY = date(2020, 6, 30)


@contextmanager
def trial_folder() -> Iterator[Path]:
    """A current folder with two versions of the form, gone afterwards."""
    before = Path.cwd()
    with TemporaryDirectory() as name:
        os.chdir(name)
        Path("1.yaml").write_text(FORM.format(version="1", more=""), encoding="utf-8")
        Path("2.yaml").write_text(FORM.format(version="2", more=_MORE), encoding="utf-8")
        try:
            yield Path(name)
        finally:
            os.chdir(before)


@contextmanager
def reading_here() -> Iterator[None]:
    """Files are read in this process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(known_files, "read_files", read_here)
        yield


@cache
def form_of_unit(unit: int, total: int, version: str = "1", clubs: tuple[int, ...] = ()) -> bytes:
    """A returned form as bytes; with the numbers of children in some of the clubs."""
    with trial_folder():
        plan = build_plan(load_form(Path(f"{version}.yaml")))
        values: dict[str, object] = {"c.total": total, "c.head": f"МАРКЕР {total}", "c.note": "открытое"}
        values |= {f"clubs.{row}.count": count for row, count in zip(("art", "music", "chess"), clubs, strict=False)}
        write_workbook(plan, Path("x.xlsx"), unit=Unit(f"00{unit}", f"Школа № {unit}", "Район"), values=values)
        return Path("x.xlsx").read_bytes()


def put(name: str, content: bytes, hours: int = 0) -> Path:
    """A file that was saved some hours after the first one."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    os.utime(path, (MOMENT + 3600 * hours, MOMENT + 3600 * hours))
    return path


def run(
    out: str = "out", paths: Sequence[str] = ("in",), choices: Sequence[Asked] = (), *, forget: bool = False
) -> Consolidation:
    """The command over some files."""
    return consolidate_files(
        [Path(path) for path in paths],
        Path(out),
        circumstances=Round(None, _UNITS),
        forms=["1.yaml", "2.yaml"],
        as_of=_DAY,
        choices=choices,
        forget_choices=forget,
    )


def results(out: str = "out") -> dict[str, bytes]:
    """Everything in a folder of results."""
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in Path(out).rglob("*") if path.is_file()}


def rows_of(name: str, out: str = "out") -> list[dict[str, str]]:
    """The rows of a table of results; none when there is no such table."""
    content = results(out).get(name, b"")
    return list(csv.DictReader(io.StringIO(content.decode())))
