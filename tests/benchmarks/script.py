"""Baseline «script»: what a user would write, openpyxl through pandas, every sheet of every workbook into one table."""

from __future__ import annotations

import sys
from pathlib import Path

import pandas as pd


def stack_all(folder: Path) -> int:
    """Reads every sheet of every .xlsx below a folder, stacks them, and returns the number of cells."""
    frames = []
    for path in sorted(folder.rglob("*.xlsx")):
        for name, sheet in pd.read_excel(path, sheet_name=None, header=None, engine="openpyxl").items():
            frames.append(sheet.assign(file=path.name, sheet=name))
    return int(pd.concat(frames, ignore_index=True).size)


if __name__ == "__main__":
    print(stack_all(Path(sys.argv[1])))
