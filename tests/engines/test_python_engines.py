"""Two of the engines, libraries of this environment, on the form of what gets lost; all of them: `.ci/engines`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import openpyxl

from tests.engines.engine import Job, Treatment
from tests.engines.python_engines import OPENPYXL, PANDAS, PythonEngine
from tests.engines.run import Row, run_engine
from tests.engines.sources import definition, sources


def _rows(engine: PythonEngine, names: Sequence[str], folder: Path) -> list[Row]:
    treatments = [treatment for treatment in engine.treatments if treatment.name in names]
    first = next(iter(sources(folder)))
    chosen = replace(engine, treatments=treatments)
    return list(run_engine(chosen, engine.version(), [first], folder / "out", [str(definition(folder))]))


def test_openpyxl_loses_nothing(tmp_path: Path) -> None:
    """A form that openpyxl saved again or filled in, or without its hidden row and column, gives every answer."""
    rows = _rows(OPENPYXL, ("saved", "typed", "hidden deleted"), tmp_path)
    assert [(row.answers, 0, []) for row in rows] == [
        (row.verdict.right, row.verdict.named, row.complaints()) for row in rows
    ]
    assert [[], [], ["structure-sheet-by-captions", "structure-unit-by-line"]] == [
        sorted(row.verdict.findings) for row in rows
    ]


def test_pandas_is_right_or_named(tmp_path: Path) -> None:
    """A table of pandas makes formulas of texts that begin with «=»: these are named, all others are right."""
    (row,) = _rows(PANDAS, ("values only",), tmp_path)
    answers = next(iter(sources(tmp_path))).entered.values()
    formulas = sum(isinstance(answer, str) and answer.startswith("=") for answer in answers)
    assert {"answer-formula-in-text": formulas, "structure-protection-removed": 1} == row.verdict.findings
    assert (row.answers - formulas, formulas, []) == (row.verdict.right, row.verdict.named, row.complaints())


def test_wrong_answers_are_seen(tmp_path: Path) -> None:
    """An engine that changes one answer does not pass."""

    def spoil(job: Job) -> None:
        book = openpyxl.load_workbook(job.source)
        cells = (cell for row in book[job.largest].iter_rows() for cell in row)
        next(cell for cell in cells if cell.value == 999_999_999).value = 999_999_998
        book.save(job.target)

    spoiler = PythonEngine("spoiler", openpyxl, {"saved": spoil}, [Treatment("saved", "xlsx")])
    (row,) = _rows(spoiler, ("saved",), tmp_path)
    (first, second) = row.complaints()
    assert first.endswith("999999999 became 999999998")
    assert second.endswith(f"only {row.answers - 1} of {row.answers} answers came back")
