"""Which number formats show a date or a time."""

from __future__ import annotations

import re

_BUILT_IN = frozenset((*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)))
_NOT_CODES = re.compile(r'"[^"]*"?|\\.|[_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE | re.DOTALL)
_DATE_CODE = re.compile(r"[dmyhs]", re.IGNORECASE)


def is_date_format(number: int, code: str | None) -> bool:
    """Whether a number format shows a date or a time: by its code, or by its number when it is built in (code None).

    Texts in quotes, escaped characters, colours, conditions and currencies do not count; elapsed time («[h]») does.
    Only the first section of the code is looked at, the one for positive numbers.
    Source: ECMA-376 part 1, 18.8.30 (built-in formats) and 18.8.31 (codes).
    """
    if code is None:
        return number in _BUILT_IN
    return _DATE_CODE.search(_NOT_CODES.sub("", code).split(";", 1)[0]) is not None
