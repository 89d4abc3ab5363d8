"""Two units that answered word for word the same: perhaps a neighbour's file with the name changed.

Compared is everything outside the title sheet. Schools that answered little, or only ticked the same choices, are alike
by chance; so it takes some different numbers (other than zero), texts and dates before it is told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from xlforms.consolidation.received import Received
from xlforms.definitions.items import TITLE_SECTION
from xlforms.intake.submission import InvalidAnswer, StructureNote, Submission
from xlforms.intake.values import Value
from xlforms.layout.form_library import FormParts
from xlforms.layout.plan import Plan

ENOUGH = 5
"""Different numbers, texts and dates: five that are all the same by chance are rarer than one form in a hundred
thousand even where each is one of ten."""

_NAMED = 3  # other units that a message names

_Answers = tuple[tuple[Value | InvalidAnswer | None, ...], tuple[type, ...]]


def note_same_answers(received: Sequence[Received], forms: Mapping[tuple[str, str], FormParts]) -> list[Received]:
    """The files; those that count and whose answers are those of another unit carry a note that names it."""
    groups: dict[tuple[str, str, _Answers], list[int]] = defaultdict(list)
    asked: dict[tuple[str, str], tuple[int, ...]] = {}
    for number, file in enumerate(received):
        if file.submission is not None and file.status == "accepted":
            form = (file.form, file.version)
            if form not in asked:
                asked[form] = _asked(forms[form][0])
            answers = _answers(file.submission, asked[form])
            if answers is not None:
                groups[(*form, answers)].append(number)
    noted = list(received)
    for numbers in groups.values():
        for number in numbers if len(numbers) > 1 else ():
            others = sorted((received[other] for other in numbers if other != number), key=lambda file: file.name)
            details: dict[str, object] = {
                "units": ", ".join(other.unit for other in others[:_NAMED]) + ("…" if len(others) > _NAMED else ""),
                "path": others[0].name,
            }
            noted[number] = noted[number].noted(StructureNote("same-answers", False, "", "", details))
    return noted


def _asked(plan: Plan) -> tuple[int, ...]:
    """The numbers of the items outside the title sheet that are not personal."""
    names = {
        cell.item.name for sheet in plan.sheets if sheet.section != TITLE_SECTION for cell in sheet.answers
        if not cell.item.personal
    }  # fmt: skip
    return tuple(number for number, item in enumerate(plan.items) if item.name in names)


def _answers(submission: Submission, asked: Sequence[int]) -> _Answers | None:
    """The answers to some items, None when they are too few to tell anything."""
    values = tuple(submission.invalid.get(number, submission.values[number]) for number in asked)
    telling = {value for value in values if isinstance(value, str | date) or (isinstance(value, int | float) and value)}
    return (values, tuple(map(type, values))) if len(telling) >= ENOUGH else None
