"""Numbers as a Russian reader expects them: spaces between thousands, a decimal comma, «%»."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from xlforms.consolidation.column_statistics import Number

_SPACE = "\u00a0"
_PLACES = 2


def show_number(value: Number, kind: str = "") -> str:
    """The number in words of its type: a percent is a fraction (0.25 is «25 %»), a year has no space in it.

    At most two decimals, one for a percent; a half is rounded away from zero, as browsers do.
    """
    if kind == "year":
        return str(value)
    exact = Decimal(str(value))
    if kind == "percent":
        return f"{_shown(exact * 100, 1)}{_SPACE}%"
    return _shown(exact, _PLACES)


def show_share(part: int, whole: int) -> str:
    """A share in whole per cent; a dash where there is no whole."""
    return f"{_shown(Decimal(part) * 100 / whole, 0)}{_SPACE}%" if whole else "–"


def _shown(value: Decimal, places: int) -> str:
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    text = f"{rounded:,f}".replace(",", _SPACE).replace(".", ",")
    if "," in text:
        text = text.rstrip("0").rstrip(",")
    return "0" if text in ("-0", "") else text.replace("-", "−")
