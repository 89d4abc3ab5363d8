"""What the program of the standard says of the machine data of a folder."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def judged(package: Path) -> Mapping[str, Any]:
    """What `frictionless validate` says of a `datapackage.json`."""
    command = [sys.executable, "-m", "frictionless", "validate", str(package), "--json"]
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=False)
    report: dict[str, Any] = json.loads(ended.stdout)
    assert report["valid"] == (ended.returncode == 0)
    return report


def faults(report: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Every error, with the table that has it; those of the package itself have none."""
    found = [("", error["type"]) for error in (*report["errors"], *report["warnings"])]
    return found + [(task["name"], error["type"]) for task in report["tasks"] for error in task["errors"]]


def assert_judged_sound(folder: Path) -> None:
    """`frictionless` looks at every CSV file of the folder and finds no error."""
    report = judged(folder / "datapackage.json")
    assert [] == faults(report)
    looked_at = {task["place"] for task in report["tasks"]}
    assert looked_at == {path.relative_to(folder).as_posix() for path in folder.rglob("*.csv")}
