"""Gnumeric, driven by its `ssconvert`: the formats that it writes."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass

from tests.engines.engine import SECONDS, Job, Treatment

_EXPORTERS = {
    "xlsx": ["-T", "Gnumeric_Excel:xlsx"],
    "2010.xlsx": ["-T", "Gnumeric_Excel:xlsx2"],
    "xls": ["-T", "Gnumeric_Excel:excel_biff8"],
    "95.xls": ["-T", "Gnumeric_Excel:excel_biff7"],
    "both.xls": ["-T", "Gnumeric_Excel:excel_dsf"],
    "ods": ["-T", "Gnumeric_OpenCalc:odf"],
    "strict.ods": ["-T", "Gnumeric_OpenCalc:openoffice"],
    "csv": ["-S", "-T", "Gnumeric_stf:stf_csv"],
}


@dataclass(frozen=True)
class Gnumeric:
    """The office suite's own converter; with `recalculated` it computes every formula anew."""

    name: str = "Gnumeric"
    treatments: Sequence[Treatment] = (
        *(Treatment("saved", file_format) for file_format in _EXPORTERS if file_format != "csv"),
        *(Treatment("recalculated", file_format) for file_format in ("xlsx", "xls", "ods")),
        Treatment("saved", "csv", shown=True),
    )

    def version(self) -> str:
        """What it says of itself; empty when it is not installed."""
        program = shutil.which("ssconvert")
        if program is None:
            return ""
        told = subprocess.run([program, "--version"], capture_output=True, text=True, check=True, timeout=SECONDS)
        return told.stdout.split("'")[1]

    def run(self, jobs: Sequence[Job]) -> list[str]:
        """One process for each job."""
        return [self._convert(job) for job in jobs]

    def _convert(self, job: Job) -> str:
        target = job.target.with_name(f"{job.target.stem}-%s.csv") if job.treatment.format == "csv" else job.target
        recalculated = ["--recalc"] if job.treatment.name == "recalculated" else []
        command = ["ssconvert", *recalculated, *_EXPORTERS[job.treatment.format], str(job.source), str(target)]
        told = subprocess.run(command, capture_output=True, text=True, check=False, timeout=SECONDS)
        return told.stderr if told.returncode else ""
