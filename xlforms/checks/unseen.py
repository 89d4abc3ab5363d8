"""Answers that are counted and that the live checks did not see: text where a number belongs, a choice written in.

Totals hold such a value, yet no rule looked at it, neither in the workbook nor here. So it is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from xlforms.checks.answer_place import AnswerPlaces
from xlforms.checks.answers import limits, shown
from xlforms.checks.finding import Finding
from xlforms.dataset.dataset import Dataset
from xlforms.definitions.items import Item
from xlforms.expressions.nodes import references
from xlforms.expressions.parse import parse
from xlforms.expressions.semantics import fold
from xlforms.intake.submission import Repair
from xlforms.intake.values import Value

NUMBER_AS_TEXT, CHOICE_AS_TEXT = "number-as-text", "choice-as-text"


def check_unseen(dataset: Dataset) -> Iterator[Finding]:
    """A soft finding for each repaired answer that formulas do not see as we count it; it counts all the same.

    A number or date as text always stands out in the workbook; a choice in other words matters where a rule or a
    condition looks at it. What is out of range is not counted and has a finding of its own.
    """
    places, looked_at = AnswerPlaces(dataset), _looked_at(dataset)
    for number, submission in enumerate(dataset.submissions):
        for repair in submission.repairs:
            item, value = dataset.plan.items[repair.item], submission.values[repair.item]
            code = _code(item, repair, value)
            if not code or (item.nature == "choice" and item.name not in looked_at):
                continue
            place = places.of(number, item)
            after = "" if value is None else shown(item, value)
            yield Finding(
                number, item.name, place.sheet, place.cell,
                CHOICE_AS_TEXT if item.nature == "choice" else NUMBER_AS_TEXT, "soft", code, place.captions,
                {"raw": shown(item, repair.before), "value": after},
            )  # fmt: skip


def _code(item: Item, repair: Repair, value: Value | None) -> str:
    """The code of the message; empty for a repair that makes no difference to formulas."""
    if item.nature == "choice":
        same = value is None or fold(repair.before) == fold(str(value))
        return "" if same else "answer-choice-as-text"
    if item.nature not in ("number", "date") or repair.number is not None:
        return ""
    if value is None:
        return "answer-spaces"
    return f"answer-{item.nature}-as-text" if _in_range(item, value) else ""


def _in_range(item: Item, value: Value) -> bool:
    low, high = limits(item)
    number = value.toordinal() if isinstance(value, date) else value
    return isinstance(number, int | float) and low <= number <= high


def _looked_at(dataset: Dataset) -> set[str]:
    """The items that rules and conditions look at."""
    found = {name for rule in dataset.rules for name in rule.items}
    for item in dataset.plan.items:
        if item.required_if:
            for reference in references(parse(item.required_if)):
                found |= {other.name for other in dataset.items_of(reference, item)}
    return found
