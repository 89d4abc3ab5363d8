"""The date written in a form, as far as it can say when the form came: not when it lies in the future."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from xlforms.consolidation.received import Received
from xlforms.intake.read_submission import DATE_ITEM
from xlforms.intake.submission import StructureNote, Submission
from xlforms.layout.form_library import FormParts
from xlforms.layout.place import cell_name
from xlforms.layout.plan import Plan


def set_aside_future_dates(
    received: Sequence[Received], forms: Mapping[tuple[str, str], FormParts], last_day: date
) -> list[Received]:
    """The files, with no date of signing where it is after `last_day` (that of `--as-of`, else today), and a note.

    A year typed wrong would otherwise win over every later correction. The next witness of when it came is used. The
    note is a soft finding: no answer but the date is in doubt.
    """
    return [_believable(file, forms, last_day) for file in received]


def has_future_date(file: Received) -> bool:
    """Was the date of this file set aside?"""
    return file.submission is not None and any(note.code == "date-in-future" for note in file.submission.notes)


def _believable(file: Received, forms: Mapping[tuple[str, str], FormParts], last_day: date) -> Received:
    submission = file.submission
    if submission is None or submission.signed_on is None or submission.signed_on <= last_day:
        return file
    sheet, cell = _place(forms[submission.form, submission.version][0], submission)
    details: dict[str, object] = {"date": f"{submission.signed_on:%d.%m.%Y}", "last": f"{last_day:%d.%m.%Y}"}
    note = StructureNote("date-in-future", False, sheet, cell, details)
    return replace(file, submission=replace(submission, signed_on=None)).noted(note)


def _place(plan: Plan, submission: Submission) -> tuple[str, str]:
    """Where the date stands in the returned workbook."""
    planned = plan.cells().get(DATE_ITEM)
    if planned is None:
        return "", ""
    sheet, cell = planned
    position = next(number for number, item in enumerate(plan.items) if item.name == DATE_ITEM)
    return submission.moved.get(position, (sheet.name, cell_name(cell.row, cell.column)))
