"""Answers that other answers make necessary (`required_if`): a hidden cell for each tells whether it is missing."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from xlforms.definitions.items import Item
from xlforms.definitions.names import Names
from xlforms.expressions.nodes import Call, Logic, Node, Not, Reference, references
from xlforms.expressions.parse import parse
from xlforms.layout.plan import Formula, Need, SheetPlan


def with_needs(sheet: SheetPlan, names: Names) -> SheetPlan:
    """The sheet with a hidden cell in the row of every answer that may become necessary, right of all other columns.

    Raises ExpressionError for a condition that definitions would have refused.
    """
    first = sheet.last_column + 1 + len(sheet.aside_widths)
    taken: Counter[int] = Counter()
    needs: list[Need] = []
    for cell in sheet.answers:
        if cell.item.required_if and not cell.item.required and not cell.item.blank_zero:
            needs.append(Need(cell.row, first + taken[cell.row], _missing(cell.item, names)))
            taken[cell.row] += 1
    if not needs:
        return sheet
    columns = max(taken.values())
    return replace(sheet, needs=tuple(needs), aside_widths=(*sheet.aside_widths, *[0.0] * columns))


def _missing(item: Item, names: Names) -> Formula:
    """The condition «needed, and not answered»."""
    node: Node = Logic("and", (parse(item.required_if), Not(Call("answered", (Reference(item.name),)))))
    meant = (
        (reference.path, tuple(other.name for other in names.resolve(reference.path, reference.position, item)))
        for reference in references(node)
    )
    return Formula(item.name, node, tuple(meant))
