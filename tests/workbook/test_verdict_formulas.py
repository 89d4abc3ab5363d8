"""Formulas of verdict cells."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.workbook.checked_form import BLOCKS, RULES, checked_plan
from xlforms.definitions.rules import Side
from xlforms.errors import GenerationError
from xlforms.expressions.nodes import Reference
from xlforms.workbook.verdict_formulas import quoted, verdict_formulas

YEAR = """
rules:
  - {rule: old, kind: range, item: school.seats, high: period_year, message: "{item} из {high}", advice: Да.}
"""


def test_formula_of_a_row(tmp_path: Path) -> None:
    """One cell, one row: the outcome chooses between the words with both numbers, the tick and nothing."""
    formula = verdict_formulas(checked_plan(tmp_path), None)["adds_art"]
    outcome = (
        "IFERROR(IF(COUNT($E$10,$F$10,$D$10)+COUNTBLANK($E$10)+COUNTBLANK($F$10)+COUNTBLANK($D$10)<3,3,"
        "IF(COUNT($D$10)<1,2,IF(COUNT($E$10,$F$10)=0,2,"
        "IF(ABS(SUM($E$10,$F$10)-$D$10)<MAX(5E-7,1E-14*ABS($D$10)),1,0)))),3)"
    )
    assert formula.startswith(f'=CHOOSE(1+{outcome},"✗ По стажу указано "&')
    assert formula.endswith('&". Проверьте стаж.","✓","","")')


def test_other_sheets_are_named(tmp_path: Path) -> None:
    """A verdict on the sheet «Проверка» looks at the sheet of the answers."""
    formulas = verdict_formulas(checked_plan(tmp_path), None)
    assert "COUNT('Лист'!$D$9)" in formulas["column_total"]
    assert "'Лист'" not in formulas["adds_all"]


def test_year_of_the_collection(tmp_path: Path) -> None:
    """A constant when somebody named it, else a cell that is always blank."""
    plan = checked_plan(tmp_path, BLOCKS, YEAR)
    named, unnamed = (verdict_formulas(plan, year)["old"] for year in (2020, None))
    assert "$D$15-2020<5E-7" in named
    assert "$D$15-$A$2<" in unnamed


def test_personal_answers_are_not_repeated(tmp_path: Path) -> None:
    """A hidden side is three dots."""
    plan = checked_plan(tmp_path)
    check = next(check for check in plan.checks if check.instance.id == "full")
    hidden = replace(check.instance, message=("тайна ", Side(Reference("school.part"), "hidden")))
    plan = replace(plan, checks=(replace(check, instance=hidden),))
    assert '"? Тайна …. Объясните."' in verdict_formulas(plan, None)["full"]


def test_long_texts_are_cut_for_excel() -> None:
    """A text inside a formula has 255 characters at most; quotes are doubled."""
    assert f'"{"а" * 255}"&"{"а" * 45}"' == quoted("а" * 300)
    assert '"он сказал: ""да"""' == quoted('он сказал: "да"')
    assert '""' == quoted("")


def test_too_long_formula_stops_generation(tmp_path: Path) -> None:
    """Excel takes 8,192 characters; what is longer is said by its rule, not dropped."""
    plan = checked_plan(tmp_path, rules=RULES.replace("по стажу", "по стажу " + "очень " * 1500))
    with pytest.raises(GenerationError) as caught:
        verdict_formulas(plan, None)
    assert ("workbook-rule-formula", "adds") == (caught.value.code, caught.value.parameters["rule"])
