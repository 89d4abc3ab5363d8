"""What became of a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from tests.reports.made_up import returned, small_form, submission
from xlforms.consolidation.received import Received

_SIGNED = date(2020, 6, 5)


def test_when_it_came() -> None:
    """The date in the form goes before the time of the file; nothing is known of what could not be opened."""
    signed = returned(submission(small_form(), "1", {}, signed_on=_SIGNED))
    unsigned = returned(submission(small_form(), "1", {}), hours=1)
    unknown = Received("a", "", "", "rejected")
    assert ["2020-06-05", "2020-06-01T10:00:00Z", ""] == [file.received_at for file in (signed, unsigned, unknown)]
    assert [
        (datetime(2020, 6, 5, tzinfo=UTC), datetime(2020, 6, 1, 9, tzinfo=UTC)),
        (datetime(2020, 6, 1, 10, tzinfo=UTC),) * 2,
        (datetime.min.replace(tzinfo=UTC),) * 2,
    ] == [file.moments for file in (signed, unsigned, unknown)]


def test_letters_go_before_dates() -> None:
    """The moment of the letter counts, with the zone of its sender, whatever date the form bears."""
    signed = returned(submission(small_form(), "1", {}, signed_on=_SIGNED))
    east = datetime(2020, 6, 4, 9, tzinfo=timezone(timedelta(hours=5)))
    files = [replace(signed, letter_date=moment) for moment in (east, datetime(2020, 6, 4, 4, tzinfo=UTC))]
    assert ["2020-06-04T09:00:00+05:00", "2020-06-04T04:00:00Z"] == [file.received_at for file in files]
    assert files[0].moments == files[1].moments == (east, datetime(2020, 6, 1, 9, tzinfo=UTC))


def test_rejection() -> None:
    """A rejected file keeps what is known of it and loses its answers."""
    file = returned(submission(small_form(), "1", {})).rejected("unknown-unit", "unit-not-registered", unit="1")
    assert ("rejected", "unknown-unit", "unit-not-registered", (("unit", "1"),), "1", None) == (
        file.status, file.reason, file.code, file.parameters, file.unit, file.submission,
    )  # fmt: skip
