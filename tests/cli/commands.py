"""Running the command line inside a test, on a small form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from xlforms.cli.main import run
from xlforms.definitions.load import load_form
from xlforms.definitions.units import Unit
from xlforms.layout.build import build_plan
from xlforms.workbook.write import write_workbook

FORM = """\
form: trial
version: "1"
title: Проба
code: П-1
contact: [{field: note, title: примечание, type: text}]
sections:
  - section: one
    title: Раздел
    sheet: Лист
    blocks:
      - card: c
        fields:
          - {field: total, title: всего, type: integer, maximum: 10, required: true}
          - {field: name, title: имя, type: text}
"""
REGISTER = "unit,name,municipality\n001,Школа № 1,Первый район\n002,Школа № 2,Второй район\n"


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str


class Shell:
    """Runs commands in a folder that holds `trial.yaml` and `units.csv`."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys
        (folder / "trial.yaml").write_text(FORM, encoding="utf-8")
        (folder / "units.csv").write_text(REGISTER, encoding="utf-8")

    def __call__(self, *arguments: str) -> Ended:
        """The exit code and what was printed."""
        self._capsys.readouterr()
        code = run(list(arguments))
        printed = self._capsys.readouterr()
        return Ended(code, printed.out, printed.err)

    def returned(self, name: str, unit: str, values: Mapping[str, object]) -> Path:
        """Makes a returned form of a school, of the second district if it is the second school."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        plan = build_plan(load_form(self.folder / "trial.yaml"))
        municipality = "Второй район" if int(unit) == 2 else "Первый район"
        write_workbook(plan, path, unit=Unit(unit, f"Школа № {int(unit)}", municipality), values=values)
        return path
