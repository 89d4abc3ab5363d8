"""Limits as an officer raises them on the command line: `file_bytes=40M`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from difflib import get_close_matches

from xlforms.errors import UsageError
from xlforms.intake.limits import DEFAULT, Limits

_SUFFIXES = {"K": 1024, "M": 1024**2, "G": 1024**3, "К": 1024, "М": 1024**2, "Г": 1024**3}  # Latin and Cyrillic


def raised_limits(wanted: Sequence[str]) -> Limits:
    """The limits with some of them changed: `NAME=NUMBER`, the number whole, K, M or G behind it for 1024 of them.

    The last word about a limit holds. Raises UsageError for a name that is none and for what is not a number above 0.
    """
    known = asdict(DEFAULT)
    changed = {}
    for text in wanted:
        name, _, value = (part.strip() for part in text.partition("="))
        if name not in known:
            near = get_close_matches(name, known, n=1)
            raise UsageError("limit-unknown", name=name, known=", ".join(near or known))
        number = _number(value)
        if not number:
            raise UsageError("limit-not-a-number", name=name, value=value)
        changed[name] = type(known[name])(number)
    return replace(DEFAULT, **changed)


def _number(text: str) -> int:
    """A whole number above 0; 0 for anything else."""
    digits, factor = (text[:-1], _SUFFIXES[text[-1:].upper()]) if text[-1:].upper() in _SUFFIXES else (text, 1)
    return int(digits) * factor if digits.isascii() and digits.isdecimal() and len(digits) < 16 else 0
