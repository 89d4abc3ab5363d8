"""Dates and times as ISO 8601 writes them, turned into the serial numbers of the 1900 calendar."""

from __future__ import annotations

import datetime
import re

from xlforms.intake.raw import serial_of_date

_DURATION = re.compile(r"(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?)?", re.ASCII)
_LEAST_DIGITS = re.compile(r"([.,]\d{6})\d+")


def serial_of_iso(text: str) -> float:
    """The serial number of a date or a date with time, «2025-10-15T08:30:00»; a time zone is left out of account.

    Raises ValueError for anything else.
    """
    moment = datetime.datetime.fromisoformat(_LEAST_DIGITS.sub(r"\1", text))
    return serial_of_date(moment.replace(tzinfo=None))


def serial_of_duration(text: str) -> float:
    """The days of a duration of at most days, «PT08H30M00S»; a whole number of days is an int. Raises ValueError."""
    found = _DURATION.fullmatch(text)
    if found is None or text in ("P", "-P", "PT", "-PT"):
        raise ValueError(f"{text!r} is not a duration")
    days, hours, minutes = (int(found[group] or 0) for group in (2, 3, 4))
    seconds = float((found[5] or "0").replace(",", "."))
    serial = days + (hours * 3600 + minutes * 60 + seconds) / 86_400
    signed = -serial if found[1] else serial
    return int(signed) if signed.is_integer() else signed
