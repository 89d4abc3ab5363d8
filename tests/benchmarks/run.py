"""Measures generation and consolidation against two baselines in the same run; prints times and ratios.

    python tests/benchmarks/run.py [--units 500] [--repeat 3] [--folder DIR]

Run it from the root of a checkout in which the package and its `test` extra are installed.
"""

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.filled import make_units, write_filled, write_register
from tests.benchmarks.measure import Measurement, run_measured

FORM = "orenburg-resources"
HERE = Path(__file__).resolve().parent


def main() -> None:
    """Measures everything and prints it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--units", type=int, default=500)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--folder", type=Path, default=None, help="where to make the files; kept afterwards")
    options = parser.parse_args()
    if options.folder is not None:
        measure_in(options.folder, options.units, options.repeat)
        return
    with tempfile.TemporaryDirectory() as folder:
        measure_in(Path(folder), options.units, options.repeat)


def measure_in(folder: Path, count: int, repeat: int) -> None:
    """Makes the files in a folder and measures every command `repeat` times, in turns."""
    units = make_units(count)
    folder.mkdir(parents=True, exist_ok=True)
    write_register(units, folder / "units.csv")
    received = folder / "received"
    if not received.exists():
        write_filled(received, units)
    sizes = [path.stat().st_size for path in received.rglob("*.xlsx")]
    print(f"{count} questionnaires, {statistics.mean(sizes) / 1024:.0f} KiB each on average")
    xlforms = [sys.executable, "-m", "xlforms"]
    register = ["--units", str(folder / "units.csv")]
    commands = {
        "floor": [sys.executable, str(HERE / "floor.py"), str(received)],
        "script": [sys.executable, str(HERE / "script.py"), str(received)],
        "consolidate": [*xlforms, "consolidate", str(received), *register, "--out", str(folder / "consolidated")],
        "again": [*xlforms, "consolidate", str(received), *register, "--out", str(folder / "consolidated")],
        "one new": [*xlforms, "consolidate", str(received), *register, "--out", str(folder / "consolidated")],
        "generate": [*xlforms, "generate", FORM, *register, "--out", str(folder / "forms")],
        "help": [*xlforms, "--help"],
    }
    runs: dict[str, list[Measurement]] = {name: [] for name in commands}
    for number in range(repeat):
        for name, command in commands.items():
            if name == "script" and number:
                continue  # slow and steady: once is enough
            if name == "consolidate":
                shutil.rmtree(folder / "consolidated", ignore_errors=True)  # with its ledger
            if name == "one new":
                _renew(min(received.rglob("*.xlsx")))
            runs[name].append(run_measured(command))
    print_table(runs, count)


def _renew(path: Path) -> None:
    """Changes the bytes of a workbook, but nothing that it says: an archive may end with a comment."""
    content, number = path.read_bytes(), random.randrange(256**4)
    end = content.rindex(b"PK\x05\x06")
    path.write_bytes(content[: end + 20] + b"\x04\x00" + number.to_bytes(4, "big"))


def print_table(runs: dict[str, list[Measurement]], count: int) -> None:
    """Medians, and the two ratios that are aimed at."""
    median = {name: statistics.median(run.seconds for run in measured) for name, measured in runs.items()}
    print(f"{'':14}{'median s':>10}{'min':>8}{'max':>8}{'peak MiB':>10}{'exit':>6}")
    for name, measured in runs.items():
        seconds = [run.seconds for run in measured]
        peak = max(run.mebibytes for run in measured)
        codes = ",".join(str(code) for code in sorted({run.exit_code for run in measured}))
        print(f"{name:14}{median[name]:10.2f}{min(seconds):8.2f}{max(seconds):8.2f}{peak:10.0f}{codes:>6}")
    print(f"consolidate / floor   {median['consolidate'] / median['floor']:.2f}  (aim: at most 3)")
    print(f"again / consolidate   {median['again'] / median['consolidate']:.3f}  (aim: at most 0.1)")
    print(f"one new / consolidate {median['one new'] / median['consolidate']:.3f}")
    print(f"script / consolidate  {median['script'] / median['consolidate']:.2f}  (aim: at least 5)")
    print(f"generate              {median['generate'] / count * 1000:.0f} ms a workbook")


if __name__ == "__main__":
    main()
