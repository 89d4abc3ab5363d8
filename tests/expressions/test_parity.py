"""The formulas and the evaluator agree, to the letter, as LibreOffice computes."""

from __future__ import annotations

from pathlib import Path
from random import Random

import numpy as np
import pytest
import xlsxwriter

from tests.expressions import random_expressions
from tests.expressions.sheet_of_operands import SHEET, Cell, kind_of, locator, random_rows, resolver
from tests.office.entries import CellValue
from tests.office.libreoffice import LibreOffice
from xlforms.errors import ExpressionError
from xlforms.expressions.evaluate import Operand, Verdict, evaluate
from xlforms.expressions.kinds import check, gives_logic
from xlforms.expressions.nodes import Node
from xlforms.expressions.parse import parse
from xlforms.expressions.semantics import State
from xlforms.expressions.to_excel import to_excel, verdict_to_excel
from xlforms.expressions.to_text import to_text

SEED = 20_251_115
EXPRESSIONS = 300
SUBMISSIONS = 24
RESULTS = "Результаты"
UNCALCULATED = 777_777  # what every formula shows until a spreadsheet computes it


@pytest.mark.office
def test_libreoffice_and_evaluate_agree_on_every_result(office: LibreOffice, tmp_path: Path) -> None:
    """Hundreds of random expressions over blank, wrong, large and fractional cells: no result differs."""
    random = Random(SEED)
    rows = random_rows(random, SUBMISSIONS)
    nodes = [parse(to_text(node)) for node in _expressions(random)]
    printed = [*nodes, parse("answered(a)")]
    formulas = [[_formula(node, row) for row in range(1, SUBMISSIONS + 1)] for node in printed]

    book = tmp_path / "parity.xlsx"
    _write(book, rows, formulas)
    computed = office.read(book)[RESULTS]

    differences = [
        _differences(column, node, rows, computed) for column, node in enumerate([*nodes, parse("not answered(a)")])
    ]
    caught = differences.pop()
    print(f"seed {SEED}: {len(nodes) * SUBMISSIONS} results, {sum(map(len, differences))} differ")
    assert not [difference for found in differences for difference in found]
    # The formula planted last says the opposite of its expression, so every submission must be caught.
    assert len(caught) == SUBMISSIONS


def _differences(
    column: int, node: Node, rows: list[dict[str, Cell]], computed: dict[str, CellValue]
) -> list[tuple[str, int, float | None, CellValue]]:
    """Expression, submission, our result and the spreadsheet's, where these two are not the same."""
    ours = _results(evaluate(node, resolver(rows), len(rows)))
    theirs = [computed.get(_address(row, column)) for row in range(len(rows))]
    return [
        (to_text(node), row, mine, other)
        for row, (mine, other) in enumerate(zip(ours, theirs, strict=True), start=1)
        if not _same(mine, other)
    ]


def _expressions(random: Random) -> list[Node]:
    """Sensible expressions that fit into a formula: a third numbers, the rest conditions."""
    found: list[Node] = []
    while len(found) < EXPRESSIONS:
        make = random_expressions.number if len(found) % 3 == 0 else random_expressions.logic
        node = make(random, random.choice((1, 2, 3, 4)))
        assert check(node, kind_of) == ("number" if len(found) % 3 == 0 else "logic")
        if _fits(node):
            found.append(node)
    return found


def _fits(node: Node) -> bool:
    """Does the formula stay within Excel's limits?"""
    try:
        _formula(node, 100)
    except ExpressionError as error:
        if error.code != "expression-too-long":
            raise
        return False
    return True


def _formula(node: Node, row: int) -> str:
    return verdict_to_excel(node, locator(row)) if gives_logic(node) else to_excel(node, locator(row))


def _write(path: Path, rows: list[dict[str, Cell]], formulas: list[list[str]]) -> None:
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet(SHEET)
        for index, cells in enumerate(rows, start=1):
            for letter, cell in cells.items():
                if isinstance(cell.content, str) and cell.content.startswith("="):
                    sheet.write_formula(f"{letter}{index}", cell.content, None, UNCALCULATED)
                elif isinstance(cell.content, str):
                    sheet.write_string(f"{letter}{index}", cell.content)
                elif cell.content is not None:
                    sheet.write_number(f"{letter}{index}", cell.content)
        results = workbook.add_worksheet(RESULTS)
        for column, down in enumerate(formulas):
            for row, formula in enumerate(down):
                results.write_formula(row, column, f"={formula}", None, UNCALCULATED)


def _address(row: int, column: int) -> str:
    return f"{xlsxwriter.utility.xl_col_to_name(column)}{row + 1}"


def _results(found: Operand | Verdict) -> list[float | None]:
    """What the cells should show; None for an empty text."""
    if isinstance(found, Verdict):
        return [float(outcome) for outcome in found.outcomes]
    return [
        float(value) if state == State.VALUE else None for value, state in zip(found.values, found.states, strict=True)
    ]


def _same(mine: float | None, other: CellValue) -> bool:
    if mine is None or not isinstance(other, int | float):
        return mine is None and other is None
    return bool(np.isclose(mine, other, rtol=1e-12, atol=1e-9))
