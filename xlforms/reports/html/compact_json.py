"""JSON as it stands inside a page: as short as it can be, and no text in it can end the element that holds it."""

from __future__ import annotations

import json
from decimal import Decimal

_UNSAFE = tuple((sign, f"\\u{ord(sign):04x}") for sign in "<>&\u2028\u2029")
"""In JSON these stand only inside texts, where an escape means the same: `</script>` and `<!--` cannot come about."""


def print_json(value: object) -> str:
    """Mappings, lists, texts, numbers and None; a Decimal becomes the nearest double, as it would in any browser.

    Raises TypeError for anything else and ValueError for a number that is none.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_double)
    for sign, escape in _UNSAFE:
        text = text.replace(sign, escape)
    return text


def _double(value: object) -> float:
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(f"{type(value).__name__} cannot stand in JSON")
