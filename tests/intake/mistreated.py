"""Was every answer of a mistreated form either read right or named by a finding? What the tests of accidents share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tests.possible_answers import Answer
from xlforms.intake.submission import StructureNote, Submission
from xlforms.layout.plan import AnswerCell, Plan, SheetPlan


@dataclass(frozen=True)
class Account:
    """The items whose answers were read as given, those that a note or a finding names, and those wrong in silence."""

    right: list[str]
    named: list[str]
    wrong: list[str]


def account_for(plan: Plan, given: Mapping[str, Answer], submission: Submission) -> Account:
    """Where every given answer went; an answer that appears where none was given is wrong."""
    account = Account([], [], [])
    places = plan.cells()
    for number, item in enumerate(plan.items):
        value, answer = submission.values[number], given.get(item.name)
        if value == answer and type(value) is type(answer):
            if answer is not None:
                account.right.append(item.name)
        elif value is None and (number in submission.invalid or _is_named(submission, *places[item.name])):
            account.named.append(item.name)
        else:
            account.wrong.append(item.name)
    return account


def _is_named(submission: Submission, sheet: SheetPlan, cell: AnswerCell) -> bool:
    """Does a hard note say that this sheet, row or column was not counted?"""
    return any(note.hard and _names(note, sheet, cell) for note in submission.notes)


def _names(note: StructureNote, sheet: SheetPlan, cell: AnswerCell) -> bool:
    if note.code in ("sheet-missing", "sheet-twice"):
        return note.sheet == sheet.name
    if note.code == "row-torn":
        return note.sheet == sheet.name and note.parameters["row"] == cell.row + 1
    if note.code in ("row-missing", "row-twice"):
        captions = {fixed.text for fixed in sheet.fixed if fixed.role == "label" and fixed.row == cell.row}
        return note.parameters["label"] in captions
    if note.code in ("column-missing", "column-twice"):
        headings = [
            " ".join(fixed.text.split())
            for fixed in sheet.fixed
            if fixed.role in ("header", "answer_header", "block_title") and fixed.row < cell.row
        ]
        return any(heading in str(note.parameters["column"]) for heading in headings if heading)
    return False
