"""Numbers that arrive as text.

«12 », «1 234» with any kind of space, «12,5», «−3», «25 %» are read. What could mean two things is not guessed:
`1.234` may be a thousand or a fraction, `2,000` two or two thousand (SheetJS writes numbers «as shown» the English
way), a dash or «нет» is not zero. Any other comma is a decimal comma.
"""

from __future__ import annotations

import re

from xlforms.intake.texts import tidy

MOST_DIGITS = 15
"""Spreadsheets keep 15 significant digits of a number; a longer one typed as text would silently change."""

_NUMBER = re.compile(
    r"(?P<sign>[-+−–]?) ?(?P<whole>\d{1,3}(?: \d{3})+|\d+)(?:(?P<mark>[.,])(?P<fraction>\d+))? ?(?P<percent>%?)",
    re.ASCII,
)
_YEAR = re.compile(r"(\d{4}) ?(?:г\.?|год|году|года)", re.IGNORECASE | re.ASCII)


def number_from_text(text: str, *, percent: bool = False) -> int | float | str:
    """The number that a text says, or the code of the reason why it says none for certain.

    `percent` allows the sign «%» and divides by a hundred. Codes: `not-a-number`, `ambiguous-number`,
    `too-many-digits`.
    """
    match = _NUMBER.fullmatch(tidy(text))
    if match is None or (match["percent"] and not percent):
        return "not-a-number"
    whole, fraction = match["whole"].replace(" ", ""), match["fraction"] or ""
    is_group = len(fraction) == 3 and len(match["whole"]) <= 3 and whole != "0"
    if is_group and (match["mark"] == "." or fraction == "000"):
        return "ambiguous-number"
    if len((whole + fraction).strip("0")) > MOST_DIGITS or len(whole.lstrip("0")) > MOST_DIGITS:
        return "too-many-digits"
    digits = ("-" if match["sign"] in ("-", "−", "–") else "") + whole
    if match["percent"]:
        return float(f"{digits}.{fraction or 0}e-2")
    return float(f"{digits}.{fraction}") if fraction else int(digits)


def year_from_text(text: str) -> int | float | str:
    """As `number_from_text`; «2015 г.» and «2015 год» are years too."""
    match = _YEAR.fullmatch(tidy(text))
    return int(match[1]) if match else number_from_text(text)
