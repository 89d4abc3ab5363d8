"""Numbers and dates that are none, out of bounds, or not whole: counted live, because what is pasted is not refused.

A cell in a run of numbers is a mistake when it holds text or an error (neither COUNT nor COUNTBLANK sees it), a number
out of bounds, or a fraction where a whole number belongs. Fractions of a run are counted when it has no text left:
text would stop ROUND. Gnumeric 1.12 cannot take ROUND of a range and counts no fractions; it colours them all the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from xlforms.definitions.items import Item
from xlforms.expressions.excel_numbers import SERIAL_ZERO
from xlforms.layout.place import quoted_sheet, range_name
from xlforms.layout.plan import AnswerCell, NumberRun, Plan, SheetPlan

WHOLE_TOLERANCE = 1e-9  # as at intake


def wrong_cells_formula(plan: Plan) -> str:
    """The formula, without «=», that counts the wrong cells of a workbook; empty when nothing is to be a number."""
    return "+".join(wrong_cells_term(sheet) for sheet in plan.sheets if sheet.number_runs)


def wrong_cells_term(sheet: SheetPlan) -> str:
    """The same for one sheet that has numbers."""
    rows, columns = ([getattr(run, side) for run in sheet.number_runs] for side in ("row", "column"))
    cells = range_name(min(rows), min(columns), max(rows), max(columns))
    return f"SUM({quoted_sheet(sheet.name)}!{cells})"


def run_formula(run: NumberRun) -> str:
    """The formula of a hidden counter, with its «=»."""
    cells, item = range_name(*run.span), run.members[0].item
    low, high = (f"{bound:.15g}" for bound in bounds(item))
    wrong = f"{len(run.members)}-COUNT({cells})-COUNTBLANK({cells})"
    if item.whole:
        broken = f"SUMPRODUCT(({_broken(cells)})*({cells}>={low})*({cells}<={high}))"
        wrong = f"IF({wrong}>0,{wrong},IFERROR({broken},0))"
    # A bound glued to its sign is written in the language of the office, which is the one that COUNTIF reads.
    return f'={wrong}+COUNTIF({cells},"<"&{low})+COUNTIF({cells},">"&{high})'


def wrong_cell_test(item: Item, cell: str) -> str:
    """The condition, with its «=», that an answer in `cell` is no number or date of the item: colours one cell."""
    low, high = (f"{bound:.15g}" for bound in bounds(item))
    fraction = f",{_broken(cell)}" if item.whole else ""
    return f"=IF(ISNUMBER({cell}),OR({cell}<{low},{cell}>{high}{fraction}),COUNTBLANK({cell})=0)"


def number_cells(sheet: SheetPlan) -> Iterator[tuple[AnswerCell, ...]]:
    """The answers of a sheet that must be numbers or dates, those with one test together."""
    groups: dict[tuple[object, ...], list[AnswerCell]] = {}
    for run in sheet.number_runs:
        for cell in run.members:
            merged = cell.column if cell.last_column > cell.column else None
            item = cell.item
            groups.setdefault((item.nature, item.whole, item.minimum, item.maximum, merged), []).append(cell)
    yield from (tuple(cells) for cells in groups.values())


def bounds(item: Item) -> tuple[float, float]:
    """The least and the greatest number that a cell of the item may hold; a date is a serial number."""
    if item.nature == "date":
        low, high = (date.fromisoformat(str(bound)).toordinal() - SERIAL_ZERO for bound in (item.minimum, item.maximum))
        return low, high
    return float(item.minimum or 0), float(item.maximum or 0)


def _broken(cells: str) -> str:
    """The test for a fraction; what arithmetic left beside a whole number is none."""
    return f"ABS({cells}-ROUND({cells},0))>{WHOLE_TOLERANCE:G}*(1+ABS({cells}))"
