"""Forms saved again by other engines than LibreOffice and our own: `python -m tests.engines [FOLDER]`.

FOLDER holds `node_modules` with `xlsx`, `exceljs` and `xlsx-populate` of npm, and `python` with `document-builder`
(ONLYOFFICE) of PyPI; Gnumeric is found on PATH. `.ci/engines` makes such a folder. What is missing is left out and said
to be; with XLFORMS_REQUIRE_ENGINES=1 the run fails then.

Prints a row for each engine, treatment and form: how many answers came back right, how many are missing and named by a
finding, how many are wrong in silence, and the findings that the form had not raised before. Ends with 1 when an answer
was wrong in silence, a form that was only saved again as .xlsx or .xlsb was not read whole, or an engine failed.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.engines.engine import Engine
from tests.engines.gnumeric import Gnumeric
from tests.engines.node_engines import node_engines
from tests.engines.onlyoffice import OnlyOffice
from tests.engines.python_engines import OPENPYXL, PANDAS
from tests.engines.run import Row, run_engine
from tests.engines.sources import definition, sources


def main() -> int:
    """The whole table; the exit code."""
    packages = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else Path("no such folder")
    engines: tuple[Engine, ...] = (
        OPENPYXL,
        PANDAS,
        Gnumeric(),
        *node_engines(packages),
        OnlyOffice(packages / "python"),
    )
    rows: list[Row] = []
    absent = []
    with TemporaryDirectory() as name:
        folder = Path(name)
        forms = list(sources(folder))
        print(Row.heading())
        for engine in engines:
            version = engine.version()
            if not version:
                absent.append(engine.name)
                continue
            for row in run_engine(engine, version, forms, folder / engine.name, [str(definition(folder))]):
                print(row.line())
                rows.append(row)
    wrong = [message for row in rows for message in row.complaints()]
    print(f"\n{len(rows)} rows, {sum(row.answers for row in rows):,} answers; {len(wrong)} complaints")
    for message in wrong:
        print(message)
    if absent:
        print(f"not installed: {', '.join(absent)}")
    return 1 if wrong or (absent and os.environ.get("XLFORMS_REQUIRE_ENGINES") == "1") else 0


if __name__ == "__main__":
    sys.exit(main())
