"""Baseline «floor»: python-calamine opens every workbook of a folder and reads all its sheets, nothing more."""

from __future__ import annotations

import sys
from pathlib import Path

from python_calamine import CalamineWorkbook


def read_all(folder: Path) -> int:
    """Reads every sheet of every .xlsx below a folder and returns the number of rows seen."""
    rows = 0
    for path in sorted(folder.rglob("*.xlsx")):
        workbook = CalamineWorkbook.from_path(str(path))
        for name in workbook.sheet_names:
            rows += len(workbook.get_sheet_by_name(name).to_python())
    return rows


if __name__ == "__main__":
    print(read_all(Path(sys.argv[1])))
