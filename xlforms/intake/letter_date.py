"""When a letter was sent: its own date, else the one that a server wrote on it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from xlforms.intake.letter_headers import LetterHeaders

_FIRST_YEAR = 2010  # no form of ours is older; a computer without a battery believes in 1970 or 2000
_CLOCKS_DIFFER = timedelta(days=1)


def letter_date(headers: LetterHeaders) -> datetime | None:
    """The moment with its time zone, to the second; a time of no zone («-0000») is taken as UTC.

    `Date` is written by the sender's computer, whose clock may be wrong: when it is unreadable or more than a day after
    the last server saw the letter, the earliest of the `Received` lines counts. None when nothing can be read.
    """
    own = next(filter(None, map(parse_letter_date, headers.all("Date"))), None)
    seen = [moment for line in headers.all("Received") if (moment := parse_letter_date(line.rpartition(";")[2]))]
    if own is not None and (not seen or own <= max(seen) + _CLOCKS_DIFFER):
        return own
    return min(seen, default=None)


def parse_letter_date(text: str) -> datetime | None:
    """A date of a letter's header (RFC 5322, 3.3); None when it is none, or cannot be."""
    try:
        moment = parsedate_to_datetime(text.strip())
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
        in_world_time = moment.astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.replace(microsecond=0) if in_world_time.year >= _FIRST_YEAR else None
