"""A second opinion on every verdict of the questionnaire: Gnumeric instead of LibreOffice.

    python -m tests.second_engine [NUMBER OF SUBMISSIONS]

Not part of the quick suite: needs `ssconvert` (Debian: gnumeric). Prints how many verdicts there were and every one
that Gnumeric computes otherwise than we do; ends with 1 when there is any, or when no Gnumeric was found with 2.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.parity import Disagreement, disagreements, sample_of_questionnaire, signs, write_all
from xlforms.intake.read_workbook import read_workbook
from xlforms.layout.plan import Plan

SEED = 20_200_605
SUBMISSIONS = 60


def shown(program: str, plan: Plan, workbook: Path) -> list[object]:
    """What the verdict cells hold after Gnumeric has computed the workbook anew."""
    computed = workbook.with_name("computed.xlsx")
    command = [program, "--recalc", str(workbook), str(computed)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    cells = {sheet.name: sheet.cells for sheet in read_workbook(computed.read_bytes(), computed.name).sheets}
    found = [cells[check.sheet].get((check.row, check.column)) for check in plan.checks]
    return [None if cell is None else cell[1] for cell in found]


def main() -> int:
    """The whole comparison; the exit code."""
    program = shutil.which("ssconvert")
    if program is None:
        print("ssconvert (Gnumeric) is not on PATH", file=sys.stderr)
        return 2
    sample = sample_of_questionnaire(int(sys.argv[1]) if len(sys.argv) > 1 else SUBMISSIONS, SEED)
    found: list[Disagreement] = []
    with TemporaryDirectory() as folder:
        ours = signs(sample, "gnumeric")
        for number, workbook in enumerate(write_all(sample, Path(folder))):
            found += disagreements(sample, number, ours[number], shown(program, sample.plan, workbook))
    print(f"seed {SEED}: {sample.verdicts} verdicts of the questionnaire, {len(found)} differ in Gnumeric")
    for one in found:
        print(*one)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
