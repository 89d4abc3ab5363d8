"""The data dictionary of a form: one line for each answer cell, computed cell, edit rule, live verdict, measure and
key figure."""

from __future__ import annotations

from dataclasses import asdict

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


def rule_dictionary(plan: Plan) -> list[dict[str, object]]:
    """A row for each edit rule, in the order of the form: `id, severity, message, advice`.

    The message is that of the rule's first instance, with «…» in the places of values.
    """
    first = {check.rule: check.instance for check in reversed(plan.checks)}
    return [
        {
            "id": rule,
            "severity": first[rule].severity,
            "message": "".join(word if isinstance(word, str) else "…" for word in first[rule].message),
            "advice": first[rule].advice,
        }
        for rule in dict.fromkeys(check.rule for check in plan.checks)
    ]


def check_dictionary(plan: Plan) -> list[dict[str, object]]:
    """A row for each live verdict, in the order of the form: `rule, severity, sheet, cell, items`."""
    return [
        {
            "rule": check.rule,
            "severity": check.severity,
            "sheet": check.sheet,
            "cell": cell_name(check.row, check.column),
            "items": list(check.items),
        }
        for check in plan.checks
    ]


def measure_dictionary(plan: Plan) -> list[dict[str, object]]:
    """A row for each measure of a roadmap: `measure, title, section, deadline, due_start, due_end` (ISO days or None),
    then `number, responsible, result, kind, items`."""
    return [
        {
            "measure": measure.id,
            "title": measure.title,
            "section": measure.part,
            "deadline": measure.deadline,
            "due_start": measure.due_start.isoformat() if measure.due_start is not None else None,
            "due_end": measure.due_end.isoformat() if measure.due_end is not None else None,
            "number": measure.number,
            "responsible": measure.responsible,
            "result": measure.result,
            "kind": measure.kind,
            "items": dict(measure.items),
        }
        for measure in plan.measures
    ]


def indicator_dictionary(plan: Plan) -> list[dict[str, object]]:
    """A row for each target indicator: `indicator, title, group, measured, unit, better, periods`; a period has the
    names of its items: `label, target, fact, deviation, attained`."""
    return [
        {
            "indicator": indicator.id,
            "title": indicator.title,
            "group": indicator.group,
            "measured": indicator.measured,
            "unit": indicator.unit,
            "better": indicator.better,
            "periods": [asdict(period) for period in indicator.periods],
        }
        for indicator in plan.indicators
    ]


def figure_dictionary(plan: Plan) -> list[dict[str, object]]:
    """A row for each key figure: `key_figure, label, expression, unit, better` (empty where neither end is good)."""
    return [
        {
            "key_figure": figure.id,
            "label": figure.label,
            "expression": figure.expression,
            "unit": figure.unit,
            "better": figure.better,
        }
        for figure in plan.key_figures
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
