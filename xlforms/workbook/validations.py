"""What a cell accepts. Always two bounds, lists always from the hidden sheet, prompts and refusals in plain Russian."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from xlforms.definitions.item_types import ITEM_TYPES
from xlforms.definitions.items import Item
from xlforms.definitions.wording import PROMPT_LIMIT, prompt_of, refusal_of
from xlforms.errors import GenerationError
from xlforms.layout.place import cell_name, rectangles
from xlforms.layout.plan import AnswerCell, SheetPlan
from xlforms.messages import say
from xlforms.workbook.guard import accept

# Office shows no more of an error text than 224 characters (MS-OI29500, 2.1.613); XlsxWriter stops at 255 only.
TITLE_LIMIT, REFUSAL_LIMIT = 32, 224

_CRITERIA = {
    "integer": "integer", "year": "integer", "decimal": "decimal", "percent": "decimal", "money": "decimal",
    "date": "date", "text": "length", "long_text": "length", "phone": "length", "email": "custom",
    "choice": "list", "yes_no": "list",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """One validation: its kind, its two bounds or its one formula, and its texts; a prompt may be empty."""

    kind: str
    low: object
    high: object
    style: str
    title: str
    prompt: str
    refusal: str

    def options(self) -> dict[str, Any]:
        """The rule as XlsxWriter takes it."""
        shown = {"input_title": self.title, "input_message": self.prompt} if self.prompt else {}
        bounds = {"value": self.low} if self.kind in ("list", "custom") else {"minimum": self.low, "maximum": self.high}
        return {
            "validate": self.kind,
            "criteria": "between",
            **bounds,
            "ignore_blank": True,
            "error_type": self.style,
            "error_title": say("refuse-title"),
            "error_message": self.refusal,
            **shown,
        }


def rule_of(cell: AnswerCell, sheet: str, lists: Mapping[tuple[str, ...], str]) -> Rule:
    """The validation of an answer cell; `lists` gives the range of each list of choices.

    Raises GenerationError when a text is longer than Excel shows.
    """
    item = cell.item
    low, high = _bounds(item)
    if item.choices:
        low = f"={lists[item.choices]}"
    elif item.type == "email":
        low = _email_formula(cell_name(cell.row, cell.column), item.max_length or 255)
    prompt, refusal = prompt_of(item) if cell.prompted else "", refusal_of(item)
    for text, limit in ((prompt, PROMPT_LIMIT), (refusal, REFUSAL_LIMIT)):
        if len(text) > limit:
            raise GenerationError("workbook-prompt-long", sheet=sheet, item=item.name, limit=limit, length=len(text))
    style = "warning" if item.type == "email" else "stop"
    return Rule(_CRITERIA[item.type], low, high, style, _title(item), prompt, refusal)


def validate_answers(
    worksheet: Any, sheet: SheetPlan, lists: Mapping[tuple[str, ...], str], locked: frozenset[str]
) -> None:
    """Gives every answer cell of a sheet its rule, but for the locked items; cells with the same rule share it."""
    groups: dict[tuple[object, ...], list[AnswerCell]] = {}
    for cell in sheet.answers:
        if cell.item.name not in locked:
            groups.setdefault(_what_decides(cell), []).append(cell)
    for members in groups.values():
        rule = rule_of(members[0], sheet.name, lists)
        (first, *others) = rectangles((cell.row, cell.column) for cell in members)
        options = rule.options() | ({"other_cells": [list(other) for other in others]} if others else {})
        accept(sheet.name, members[0].item.name, worksheet.data_validation, *first, options)


def _what_decides(cell: AnswerCell) -> tuple[object, ...]:
    """All that the rule of a cell depends on: cells that agree in it have one rule."""
    item = cell.item
    bounds = (item.type, item.minimum, item.maximum, item.max_length, item.choices)
    place = (cell.row, cell.column) if item.type == "email" else ()
    texts = (item.help, item.example, item.required, item.blank_zero) if cell.prompted else ()
    return (*bounds, place, texts)


def _bounds(item: Item) -> tuple[object, object]:
    if item.nature == "date":
        return date.fromisoformat(str(item.minimum)), date.fromisoformat(str(item.maximum))
    if item.nature == "text":
        return 0, item.max_length
    return item.minimum, item.maximum


def _title(item: Item) -> str:
    title = ITEM_TYPES[item.type].title
    return title[:1].upper() + title[1:]


def _email_formula(cell: str, limit: int) -> str:
    """Something, an at sign, something with a point; IFERROR because FIND fails when there is nothing to find."""
    return f'=AND(IFERROR(FIND(".",{cell},FIND("@",{cell})),0)>0,LEN({cell})<={limit})'
