"""Dates in forms that cannot be true."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.reports.made_up import returned, small_form, submission, summary_of
from xlforms.consolidation.consolidate import consolidate
from xlforms.consolidation.form_dates import has_future_date, set_aside_future_dates
from xlforms.consolidation.received import Received
from xlforms.intake.submission import Submission

_FORMS = {("small", "1"): small_form()}
_TODAY = date(2020, 6, 5)


def _file(signed: date | None, **changes: object) -> Received:
    answers = submission(small_form(), "001", {"staff.russian.total": 1}, signed_on=signed)
    return returned(replace(answers, **changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("signed", "received_at", "notes"),
    [
        (None, "2020-06-01T09:00:00Z", 0),
        (date(2019, 1, 1), "2019-01-01", 0),
        (_TODAY, "2020-06-05", 0),
        (date(2020, 6, 6), "2020-06-01T09:00:00Z", 1),
        (date(2099, 6, 1), "2020-06-01T09:00:00Z", 1),
    ],
)
def test_dates(signed: date | None, received_at: str, notes: int) -> None:
    """A date after the last day says nothing of when the form came: the time of its file does."""
    (file,) = set_aside_future_dates([_file(signed)], _FORMS, _TODAY)
    assert file.submission is not None
    assert (received_at, notes, bool(notes)) == (
        file.received_at, len(file.submission.notes), has_future_date(file),
    )  # fmt: skip


def test_finding() -> None:
    """The finding names the cell of the date, the date and the last day that it may be; a rejected file has none."""
    broken = Received("b", "", "", "rejected", "damaged", "file-broken")
    summary = consolidate(
        [_file(date(2099, 6, 1)), broken], _FORMS, ["small"],
        units=None, collection=None, as_of=None, last_day=_TODAY,
    )  # fmt: skip
    ((version,),) = [form.versions for form in summary.forms]
    plan = small_form()[0]
    sheet, cell = plan.cells()["contact.date"]
    (finding,) = [entry for entry in version.findings if entry.code == "structure-date-in-future"]
    assert ("form", "soft", sheet.name) == (finding.rule, finding.severity, finding.sheet)
    assert finding.cell.endswith(str(cell.row + 1))
    assert "дата заполнения 01.06.2099 позже 05.06.2020" in finding.message("ru")
    assert ["accepted", "rejected"] == [file.status for file in summary.received]


def test_moved_date() -> None:
    """On a title sheet that was changed the finding names the cell where the date was found."""
    position = [item.name for item in small_form()[0].items].index("contact.date")
    file = _file(date(2099, 6, 1), moved={position: ("Лист1", "D77")})
    (file,) = set_aside_future_dates([file], _FORMS, _TODAY)
    submission_read = file.submission
    assert isinstance(submission_read, Submission)
    assert [("Лист1", "D77")] == [(note.sheet, note.cell) for note in submission_read.notes]


def test_without_a_last_day() -> None:
    """Without a last day every date is believed."""
    summary = summary_of([_file(date(2099, 6, 1))], None)
    assert ["2099-06-01"] == [file.received_at for file in summary.received]
