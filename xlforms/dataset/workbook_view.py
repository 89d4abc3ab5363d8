"""Answers as the formulas of the returned workbook see them, beside answers as we count them.

We count «12 », typed as text, as 12; to a formula it is text where a number should be. Conversely 12.5 is no answer to
a whole number for us, and a number like any other to a formula. To compare verdicts that a workbook stores with ours,
ours must be computed from what it saw.

What stays different, because it depends on the program or its language: logical values, and a date or number in an item
of text, which a formula sees as the number or its local spelling.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from xlforms.dataset.dataset import Dataset
from xlforms.definitions.items import Item
from xlforms.expressions.semantics import fold
from xlforms.intake.submission import InvalidAnswer, Repair, Submission
from xlforms.intake.values import Value

# Day 0 of serial numbers is 30.12.1899 (for days from 01.03.1900 on), day 1 of `date.toordinal` is 01.01.0001.
_SERIAL_ZERO = date(1899, 12, 30).toordinal()
_TEXT_WHERE_A_NUMBER_BELONGS = frozenset({"number-from-text", "date-from-text", "spaces-only"})
_TEXT_AS_IT_STOOD = frozenset(
    {"text-tidied", "spaces-only", "choice-respelt", "choice-from-plus", "choice-from-number"}
)


def as_the_workbook_sees(dataset: Dataset) -> Dataset:
    """The same submissions with every repair undone; for `evaluate_rules`, not for counting."""
    items = dataset.plan.items
    return replace(dataset, submissions=tuple(_seen(submission, items) for submission in dataset.submissions))


def _seen(submission: Submission, items: tuple[Item, ...]) -> Submission:
    values, invalid = list(submission.values), dict(submission.invalid)
    for repair in submission.repairs:
        item = items[repair.item]
        if item.nature in ("number", "date"):
            if repair.code in _TEXT_WHERE_A_NUMBER_BELONGS:
                values[repair.item] = None
                invalid[repair.item] = InvalidAnswer(repair.code, repair.before)
        elif repair.code in _TEXT_AS_IT_STOOD:
            values[repair.item] = _text(repair)
    for position, answer in submission.invalid.items():
        value = _read_by_formula(items[position], answer)
        if value is not None:
            values[position] = value
            del invalid[position]
    return replace(submission, values=values, invalid=invalid)


def _text(repair: Repair) -> str | None:
    return repair.before if fold(repair.before) else None


def _read_by_formula(item: Item, answer: InvalidAnswer) -> Value | None:
    """What a formula makes of a cell that is no answer; None when it is text for a number, or an error."""
    if item.nature == "number":
        return answer.number
    if item.nature == "date":
        return None if answer.number is None else answer.number + _SERIAL_ZERO
    return answer.raw if answer.code == "not-a-choice" else None
