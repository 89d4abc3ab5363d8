"""Where the items that a formula names stand, as addresses that the formula can use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from xlforms.expressions.location import Location
from xlforms.layout.place import quoted_sheet, range_name, rectangles
from xlforms.layout.plan import AnswerCell, SheetPlan

Kind = Literal["number", "date", "text"]
Places = Mapping[str, tuple[SheetPlan, AnswerCell]]


def kind_of(cell: AnswerCell) -> Kind:
    """Number, date or text: a choice is a text to a formula."""
    nature = cell.item.nature
    return "number" if nature == "number" else "date" if nature == "date" else "text"


def locations_of(items: Iterable[str], places: Places, here: SheetPlan) -> list[Location]:
    """The cells of items, numbers and dates joined into ranges where they touch; texts one by one.

    Sheets are named but for the sheet `here`, where the formula stands.
    """
    groups: dict[tuple[str, Kind, bool], list[tuple[int, int]]] = {}
    for name in items:
        sheet, cell = places[name]
        groups.setdefault((sheet.name, kind_of(cell), cell.item.blank_zero), []).append((cell.row, cell.column))
    found = []
    for (sheet_name, kind, blank_zero), cells in groups.items():
        prefix = "" if sheet_name == here.name else f"{quoted_sheet(sheet_name)}!"
        if kind == "text":
            found += [Location(prefix + range_name(row, column, row, column), kind) for row, column in cells]
            continue
        for first_row, first_column, last_row, last_column in rectangles(cells):
            count = (last_row - first_row + 1) * (last_column - first_column + 1)
            text = prefix + range_name(first_row, first_column, last_row, last_column)
            found.append(Location(text, kind, count, blank_zero))
    return found
