"""Answers as the formulas of the returned workbook see them, beside answers as we count them.

We count «12 », typed as text, as 12; to a formula it is text where a number belongs. Conversely 12.5 is no answer to a
whole number for us, and a number like any other to a formula. Edit rules run on what formulas see, so that they say
just what the school saw; totals are made of what we count.

A source whose cells have no types of their own (text files) has no such difference: what is read there as a number is
no repair, and so it is what rules see.

A number in an item of text is to a formula its 15 digits, with the comma of a Russian office. A logical value in a
numeric item is a number to LibreOffice and text to all others; `intake/answer_reader.py` knows which program it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from xlforms.definitions.items import Item
from xlforms.expressions.excel_numbers import SERIAL_ZERO
from xlforms.expressions.semantics import fold
from xlforms.intake.submission import InvalidAnswer, Repair, Submission
from xlforms.intake.values import Value


def as_formulas_see(submissions: Sequence[Submission], items: tuple[Item, ...]) -> tuple[Submission, ...]:
    """The same submissions with every repair undone, for rules and not for counting; one without repairs is itself."""
    return tuple(_seen(submission, items) for submission in submissions)


def _seen(submission: Submission, items: tuple[Item, ...]) -> Submission:
    if not submission.repairs and not submission.invalid:
        return submission
    values, invalid = list(submission.values), dict(submission.invalid)
    for repair in submission.repairs:
        item = items[repair.item]
        if item.nature not in ("number", "date"):
            values[repair.item] = _text(repair.before, repair.number)
        elif repair.number is not None:
            values[repair.item] = _number(item, repair.number)
        else:
            values[repair.item] = None
            invalid[repair.item] = InvalidAnswer(repair.code, repair.before)
    for position, answer in submission.invalid.items():
        value = _read_by_formula(items[position], answer)
        if value is not None:
            values[position] = value
            del invalid[position]
    repairs: list[Repair] = []
    return replace(submission, values=values, invalid=invalid, repairs=repairs)


def _read_by_formula(item: Item, answer: InvalidAnswer) -> Value | None:
    """What a formula makes of a cell that is no answer; None when it is text for a number, or an error."""
    if item.nature in ("number", "date"):
        return None if answer.number is None else _number(item, answer.number)
    return _text(answer.raw, answer.number) if answer.code == "not-a-choice" else None


def _number(item: Item, number: float) -> float:
    """The number of a cell as an operand: a date is a day of the calendar, not of the spreadsheet."""
    return number + SERIAL_ZERO if item.nature == "date" else number


def _text(stood: str, number: float | None) -> str | None:
    """What stands in an item of text; spaces are nothing."""
    text = stood if number is None else f"{number + 0.0:.15g}".replace(".", ",").replace("e", "E")
    return text if fold(text) else None
