"""Numbers of measures that a spreadsheet took for something else: «1.10» became 1.1, «1.2» became 1 February."""

from __future__ import annotations

import re

_DATE = re.compile(r"(\d\d)\.(\d\d)\.\d{4}")
_DECIMAL = re.compile(r"(\d+)\.(\d)")


def restored_number(number: str, typed: str, before: str) -> str:
    """The number as it was meant; `typed` is how the sheet stores it, `before` the number of the measure above.

    A date gives back its day and month. 1.1 that follows 1.9 is 1.10, since a number stored as such has lost its zero.
    """
    date = _DATE.fullmatch(number) if typed == "date" else None
    if date is not None:
        return f"{int(date[1])}.{int(date[2])}"
    decimal = _DECIMAL.fullmatch(number) if typed == "number" else None
    if decimal is not None and before == f"{decimal[1]}.{int(decimal[2]) * 10 - 1}":
        return f"{decimal[1]}.{decimal[2]}0"
    return number
