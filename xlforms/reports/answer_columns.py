"""What the columns of answers are: type, captions as in the form, limits that every answer that counts keeps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from xlforms.definitions.item_types import ITEM_TYPES
from xlforms.definitions.items import BlockGrid, Item
from xlforms.definitions.wording import russian_date, russian_number
from xlforms.reports.machine_table import Column, Kind
from xlforms.reports.safe_text import safe_text

_KINDS: dict[str, Kind] = {"number": "number", "date": "date", "text": "string", "choice": "string"}


def answer_column(name: str, column: str, items: Sequence[Item], grids: Sequence[BlockGrid]) -> Column:
    """The column `name` of a data file, which holds the answers to the given items.

    `column` is its id in the form, `grids` are its block in every version, the newest first. A column whose rows ask
    different things is text.
    """
    kinds = {_kind(item) for item in items}
    if kinds == {"integer", "number"}:
        kinds = {"number"}
    kind = kinds.pop() if len(kinds) == 1 else "string"
    return Column(name, kind, _title(column, items[0], grids), _description(items), _constraints(kind, items))


def _kind(item: Item) -> Kind:
    """A whole number is one by its type, and no bound goes beyond 64 bits; what is computed may have a fraction."""
    return "integer" if item.whole and not item.computed else _KINDS[item.nature]


def _bounds(item: Item) -> tuple[float, float]:
    return float(item.minimum or 0), float(item.maximum or 0)


def _title(column: str, item: Item, grids: Sequence[BlockGrid]) -> str:
    """The caption of the column under that of its group; of a field of a card its caption."""
    for grid in grids:
        for line in grid.columns:
            if grid.kind == "table" and line.id == column:
                return f"{line.group_caption}: {line.caption}" if line.group_caption else line.caption
    return item.captions[-1] if item.captions else column


def _description(items: Sequence[Item]) -> str:
    """What is asked; of rows that ask different things each of these, once."""
    asked = list(dict.fromkeys(map(_asked, items)))
    text = asked[0] if len(asked) == 1 else "В разных строках – разное: " + "; ".join(asked)
    text = text[:1].upper() + text[1:] + "."
    helps = {item.help for item in items}
    return f"{text} {helps.pop()}" if len(helps) == 1 and items[0].help else text


def _asked(item: Item) -> str:
    words = [ITEM_TYPES[item.type].title]
    if item.unit:
        words.append(item.unit)
    if item.type == "percent":
        words.append("записан долей: 0.25 – это 25 %")
    if item.computed:
        return ", ".join((*words, f"вычисляется: {item.computed}"))
    if item.nature == "date":
        low, high = (russian_date(date.fromisoformat(str(bound))) for bound in (item.minimum, item.maximum))
        words.append(f"от {low} до {high}")
    elif item.type == "year":
        words.append(f"от {item.minimum} до {item.maximum}")
    elif item.nature == "number":
        low, high = map(russian_number, _bounds(item))
        words.append(f"от {low} до {high}")
    elif item.type == "choice":
        words[0] += ": " + " / ".join(item.choices)
    if item.blank_zero:
        words.append("пустая ячейка – это 0")
    return ", ".join(words)


def _constraints(kind: Kind, items: Sequence[Item]) -> Mapping[str, object]:
    """What holds of every answer that counts: others are left empty. Of what is computed nothing is certain."""
    if any(item.computed for item in items):
        return {}
    if all(item.nature == "choice" for item in items):
        return {"enum": list(dict.fromkeys(safe_text(choice) for item in items for choice in item.choices))}
    if kind == "date":
        return {
            "minimum": min(str(item.minimum) for item in items),
            "maximum": max(str(item.maximum) for item in items),
        }
    if kind in ("integer", "number"):
        bounds = [bound for item in items for bound in _bounds(item)] + [0.0] * any(item.blank_zero for item in items)
        return {"minimum": _plain(min(bounds)), "maximum": _plain(max(bounds))}
    return {}


def _plain(number: float) -> float:
    """A whole number without «.0»."""
    return int(number) if number.is_integer() else number
