"""The data dictionary of a form: one line for each answer cell."""

from __future__ import annotations

from xlforms.definitions.items import Item
from xlforms.layout.place import cell_name
from xlforms.layout.plan import Plan

COLUMNS = ("item", "sheet", "cell", "label", "type", "required", "minimum", "maximum", "choices", "unit",
           "required_if", "personal")  # fmt: skip


def data_dictionary(plan: Plan) -> list[dict[str, object]]:
    """A row for each item, in printed order, with the keys of COLUMNS; `choices` is a list of texts."""
    return [
        _entry(cell.item, sheet.name, cell_name(cell.row, cell.column))
        for sheet in plan.sheets
        for cell in sheet.answers
    ]


def computed_dictionary(plan: Plan) -> list[dict[str, object]]:
    """A row for each computed cell: `item, sheet, cell, label, type, expression`."""
    return [
        {
            "item": cell.item.name,
            "sheet": sheet.name,
            "cell": cell_name(cell.row, cell.column),
            "label": cell.item.label,
            "type": cell.item.type,
            "expression": cell.item.computed,
        }
        for sheet in plan.sheets
        for cell in sheet.computed
    ]


def _entry(item: Item, sheet: str, cell: str) -> dict[str, object]:
    bounded = item.nature in ("number", "date")
    return {
        "item": item.name,
        "sheet": sheet,
        "cell": cell,
        "label": item.label,
        "type": item.type,
        "required": item.required,
        "minimum": item.minimum if bounded else None,
        "maximum": item.maximum if bounded else None,
        "choices": list(item.choices),
        "unit": item.unit,
        "required_if": item.required_if,
        "personal": item.personal,
    }
