"""What is pasted where a number or date belongs: counted as an error, coloured, alike here and in the offices."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.office.libreoffice import LibreOffice
from tests.raw_cells import Content, ErrorCell, with_contents
from tests.workbook.forms import bytes_of, opened, plan_of
from xlforms.layout.place import cell_name
from xlforms.layout.plan import Plan
from xlforms.workbook.colour_rules import colour_rules
from xlforms.workbook.number_runs import run_formula

BLOCKS = """
- table: t
  row_title: №
  columns:
    - {column: whole, title: целое, type: integer, minimum: 1, maximum: 500}
    - {column: part, title: доля, type: percent, maximum: 0.5}
    - {column: day, title: дата, type: date, minimum: 2020-01-01, maximum: 2020-12-31}
    - {column: note, title: текст, type: text}
  rows: [{row: first, title: первая}, {row: second, title: вторая}]
"""
# Contents of the whole numbers, percents and dates of both rows, and how many are wrong.
CASES: list[tuple[dict[str, Content], int]] = [
    ({}, 0),
    ({"first.whole": 1, "second.whole": 500, "first.part": 0.5, "second.part": 0, "first.day": date(2020, 1, 1)}, 0),
    ({"first.day": date(2020, 12, 31), "first.note": "много", "second.note": 12.5}, 0),
    ({"first.whole": 0, "second.whole": 501}, 2),
    ({"first.part": 0.51, "second.part": -0.01}, 2),
    ({"first.day": date(2019, 12, 31), "second.day": date(2021, 1, 1)}, 2),
    ({"first.whole": "12", "second.whole": " ", "first.part": "много", "first.day": "05.06.2020"}, 4),
    ({"first.whole": 2.5}, 1),
    ({"first.whole": 2.5, "second.whole": 600.5}, 2),
    ({"first.whole": 121.00000000000001, "second.whole": 499.9999999999}, 0),
    ({"first.whole": 2.5, "second.whole": "12"}, 1),  # fractions are looked for when no text is left
]
ERRORS: list[tuple[dict[str, Content], int]] = [
    ({"first.whole": ErrorCell("#N/A"), "second.part": ErrorCell("#REF!"), "first.note": ErrorCell("#N/A")}, 2),
    ({"first.whole": ErrorCell("#DIV/0!"), "second.whole": 501}, 2),
]


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    return plan_of(tmp_path, BLOCKS)


def _named(contents: dict[str, Content]) -> dict[str, Content]:
    return {f"t.{name}": content for name, content in contents.items()}


def _counter(plan: Plan) -> str:
    (place,) = (count for count in plan.sheets[0].counts if count.count == "errors")
    return cell_name(place.row, place.column)


@pytest.mark.parametrize(("contents", "wrong"), CASES)
def test_stored_count(plan: Plan, contents: dict[str, Content], wrong: int) -> None:
    """Text, numbers out of bounds, fractions of whole numbers; bounds themselves are in."""
    book = opened(bytes_of(plan, values=_named(contents)), values=True)
    assert wrong == book["Титул"][_counter(plan)].value


@pytest.mark.office
def test_live_count(plan: Plan, office: LibreOffice, tmp_path: Path) -> None:
    """LibreOffice counts what we store, and errors, which only a paste leaves."""
    blank, path, found = bytes_of(plan), tmp_path / "form.xlsx", []
    for contents, _ in (*CASES, *ERRORS):
        path.write_bytes(with_contents(blank, plan, _named(contents)))
        found.append(office.read(path)["Титул"][_counter(plan)])
    assert [float(wrong) for _, wrong in (*CASES, *ERRORS)] == found


def test_formulas(plan: Plan) -> None:
    """COUNT and COUNTBLANK leave texts and errors over; bounds are glued to their signs, so that every language of the
    office reads the fraction that it wrote."""
    assert [
        "=IF(2-COUNT($D$8:$D$9)-COUNTBLANK($D$8:$D$9)>0,2-COUNT($D$8:$D$9)-COUNTBLANK($D$8:$D$9),"
        "IFERROR(SUMPRODUCT((ABS($D$8:$D$9-ROUND($D$8:$D$9,0))>1E-09*(1+ABS($D$8:$D$9)))"
        "*($D$8:$D$9>=1)*($D$8:$D$9<=500)),0))"
        '+COUNTIF($D$8:$D$9,"<"&1)+COUNTIF($D$8:$D$9,">"&500)',
        "=2-COUNT($E$8:$E$9)-COUNTBLANK($E$8:$E$9)"
        '+COUNTIF($E$8:$E$9,"<"&0)+COUNTIF($E$8:$E$9,">"&0.5)',
        "=2-COUNT($F$8:$F$9)-COUNTBLANK($F$8:$F$9)"
        '+COUNTIF($F$8:$F$9,"<"&43831)+COUNTIF($F$8:$F$9,">"&44196)',
    ] == [run_formula(run) for run in plan.sheets[1].number_runs]  # fmt: skip


def test_wrong_cells_are_red(plan: Plan) -> None:
    """Each cell by itself, before all other colours."""
    rules = list(colour_rules(plan.sheets[1], plan))
    assert ["wrong_cell"] * 3 == [rule.colour for rule in rules]
    assert [
        "=IF(ISNUMBER(D8),OR(D8<1,D8>500,ABS(D8-ROUND(D8,0))>1E-09*(1+ABS(D8))),COUNTBLANK(D8)=0)",
        "=IF(ISNUMBER(E8),OR(E8<0,E8>0.5),COUNTBLANK(E8)=0)",
        "=IF(ISNUMBER(F8),OR(F8<43831,F8>44196),COUNTBLANK(F8)=0)",
    ] == [rule.formula for rule in rules]
