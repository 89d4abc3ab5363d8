"""Answers that must be numbers or dates: a hidden cell for each rectangle of them counts those that are not.

Validation refuses what is typed, not what is pasted, and a text among numbers leaves edit rules without a verdict.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from xlforms.layout.place import rectangles
from xlforms.layout.plan import AnswerCell, NumberRun, SheetPlan


def with_number_runs(sheet: SheetPlan) -> SheetPlan:
    """The sheet with a hidden cell for each rectangle of numbers or dates with the same bounds, right of all other
    columns; in the first row of its rectangle."""
    groups: dict[tuple[object, ...], dict[tuple[int, int], AnswerCell]] = {}
    for cell in sheet.answers:
        item = cell.item
        if item.nature in ("number", "date"):
            bounds = (item.nature, item.whole, item.minimum, item.maximum)
            groups.setdefault(bounds, {})[cell.row, cell.column] = cell
    first = sheet.last_column + 1 + len(sheet.aside_widths)
    taken: Counter[int] = Counter()
    runs: list[NumberRun] = []
    for cells in groups.values():
        for span in rectangles(cells):
            rows, columns = range(span[0], span[2] + 1), range(span[1], span[3] + 1)
            members = tuple(cells[row, column] for row in rows for column in columns)
            runs.append(NumberRun(span[0], first + taken[span[0]], span, members))
            taken[span[0]] += 1
    if not runs:
        return sheet
    widths = (*sheet.aside_widths, *[0.0] * max(taken.values()))
    return replace(sheet, number_runs=tuple(runs), aside_widths=widths)
