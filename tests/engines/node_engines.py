"""Libraries of JavaScript that scripts and web services save workbooks with: SheetJS, ExcelJS and xlsx-populate."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.engines.engine import Job, Treatment, run_script

_HERE = Path(__file__).parent
_TIME_ZONE = "Asia/Yekaterinburg"  # east of Greenwich, and with summer time in the past: dates as moments lose a day


@dataclass(frozen=True)
class NodeEngine:
    """A package in `modules` (a folder with node_modules) and the script beside this file that drives it."""

    name: str
    package: str
    script: str
    treatments: Sequence[Treatment]
    modules: Path

    def version(self) -> str:
        """The version of the package; empty without it or without node."""
        path = self.modules / "node_modules" / self.package / "package.json"
        if shutil.which("node") is None or not path.is_file():
            return ""
        return str(json.loads(path.read_text(encoding="utf-8"))["version"])

    def run(self, jobs: Sequence[Job]) -> list[str]:
        """All jobs in one process of node."""
        command = ["node", str(_HERE / self.script), str(self.modules)]
        return run_script(command, jobs, jobs[0].target.parent, os.environ | {"TZ": _TIME_ZONE})


def node_engines(modules: Path) -> tuple[NodeEngine, ...]:
    """The engines of which packages may lie in a folder."""
    return (
        NodeEngine("SheetJS", "xlsx", "sheetjs.cjs", tuple(_sheetjs()), modules),
        NodeEngine("ExcelJS", "exceljs", "exceljs.cjs", tuple(_exceljs()), modules),
        NodeEngine("xlsx-populate", "xlsx-populate", "xlsx_populate.cjs", tuple(_xlsx_populate()), modules),
    )


def _sheetjs() -> Iterator[Treatment]:
    for file_format in ("xlsx", "xlsm", "xls", "xlsb", "ods"):
        yield Treatment("saved", file_format)
        yield Treatment("typed", file_format, typed=True)
    yield Treatment("saved", "csv", shown=True)
    for file_format in ("xlsx", "xls", "ods"):
        yield Treatment("dates as moments", file_format)
    for name in (
        "row inserted", "hidden deleted", "sheets renamed", "sheets reversed", "values only", "values as moments",
        "blank rows dropped", "largest sheet alone",
    ):  # fmt: skip
        yield Treatment(name, "xlsx")
    yield Treatment("values only", "xls")
    yield Treatment("values only", "ods")
    yield Treatment("values as shown", "xlsx", shown=True)
    yield Treatment("numbers as text", "xlsx", shown=True)


def _exceljs() -> Iterator[Treatment]:
    yield Treatment("typed", "xlsx", typed=True)
    for name in (
        "saved", "protection removed", "hidden shown", "row inserted", "hidden deleted", "sheets renamed",
        "sheets reversed", "largest sheet alone", "values only",
    ):  # fmt: skip
        yield Treatment(name, "xlsx")
    yield Treatment("saved", "csv")
    yield Treatment("dates as moments", "csv")


def _xlsx_populate() -> Iterator[Treatment]:
    yield Treatment("typed", "xlsx", typed=True)
    for name in ("saved", "sheets renamed", "sheets reversed"):
        yield Treatment(name, "xlsx")
