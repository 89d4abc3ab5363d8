"""ONLYOFFICE (and so its relative Р7-Офис), driven by the package `document-builder`.

Run as a script it does the jobs of a file in the process of its own that the library needs.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

from tests.engines.engine import Job, Treatment, run_script

_ROOT = Path(__file__).resolve().parents[2]
_TYPE = """
JSON.parse(%s).forEach(function (entry) {
    Api.GetSheet(entry.sheet).GetRange(entry.cell).SetValue(entry.value);
});
"""


@dataclass(frozen=True)
class OnlyOffice:
    """The package, unpacked into the folder `packages`."""

    packages: Path
    name: str = "ONLYOFFICE"
    treatments: Sequence[Treatment] = (
        Treatment("saved", "xlsx"),
        Treatment("saved", "ods"),
        Treatment("typed", "xlsx", typed=True),
    )

    def version(self) -> str:
        """The version of the package; empty when it is not there."""
        found = distributions(name="document-builder", path=[str(self.packages)])
        return next((one.version for one in found), "")

    def run(self, jobs: Sequence[Job]) -> list[str]:
        """All jobs in one process."""
        paths = os.pathsep.join([str(_ROOT), str(self.packages)])
        command = [sys.executable, "-m", "tests.engines.onlyoffice"]
        return run_script(command, jobs, jobs[0].target.parent, os.environ | {"PYTHONPATH": paths})


def _convert(builder: Any, job: dict[str, Any]) -> str:
    if builder.OpenFile(job["source"], ""):
        return "not opened"
    if job["treatment"] == "typed":
        typed = builder.ExecuteCommand(_TYPE % json.dumps(json.dumps(job["entries"])))
        if typed is False:
            return "not typed"
    failed = builder.SaveFile(job["format"], job["target"])
    builder.CloseFile()
    return "not saved" if failed else ""


def main() -> None:
    """Does the jobs of the file that is named first."""
    builder = importlib.import_module("docbuilder").CDocBuilder()
    jobs = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    print("\n" + json.dumps([_convert(builder, job) for job in jobs]))


if __name__ == "__main__":
    main()
