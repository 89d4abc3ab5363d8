"""Conditional formats: which cells a failed rule colours."""

from __future__ import annotations

from pathlib import Path

from tests.workbook.checked_form import checked_plan
from tests.workbook.forms import bytes_of, opened
from xlforms.layout.place import range_name
from xlforms.workbook.colour_rules import ColourRule, colour_rules


def _rules(folder: Path, sheet: int, *colours: str) -> list[tuple[list[str], str]]:
    plan = checked_plan(folder)
    rules: list[ColourRule] = list(colour_rules(plan.sheets[sheet], plan))
    return [
        ([range_name(*span).replace("$", "") for span in rule.spans], rule.formula)
        for rule in rules
        if rule.colour in colours
    ]


def test_cells_of_failed_rules_are_red(tmp_path: Path) -> None:
    """Rows share one format, relative to the row; verdicts elsewhere are seen through the hidden marks."""
    assert [
        (["D9:F11", "D15:F15", "D18:F18"], '=COUNTIF($H9,"✗*")>0'),
        (["D14:F14"], '=COUNTIF($H$15,"✗*")>0'),
        (["D17:F17"], '=COUNTIF($H$18,"✗*")>0'),
        (["D9:D11"], "=COUNTIF($J$2,1)>0"),
        (["E9:E11"], "=COUNTIF($J$3,1)>0"),
        (["F9:F11"], "=COUNTIF($J$4,1)>0"),
    ] == _rules(tmp_path, 1, "error_cell")


def test_cells_of_questions_are_amber(tmp_path: Path) -> None:
    """Until they are explained: the hidden marks know."""
    assert [(["D9", "D15:F15"], "=COUNTIF($J$5,2)>0"), (["D16:F16"], "=COUNTIF($J$6,2)>0")] == _rules(
        tmp_path, 1, "question_cell"
    )


def test_missing_answers_become_bright(tmp_path: Path) -> None:
    """An answer that another makes necessary looks as a required one while it is blank."""
    assert [(["D15:F15"], "=COUNTIF($K15,1)>0")] == _rules(tmp_path, 1, "needed_cell")


def test_no_format_looks_at_another_sheet(tmp_path: Path) -> None:
    """Excel 2007 refuses such formats."""
    book = opened(bytes_of(checked_plan(tmp_path)))
    formulas = [
        formula
        for sheet in book.worksheets
        for ranges in sheet.conditional_formatting
        for rule in ranges.rules
        for formula in rule.formula
    ]
    assert (True, []) == (len(formulas) > 10, [formula for formula in formulas if "!" in formula])
