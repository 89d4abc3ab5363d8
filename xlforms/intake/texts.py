"""Texts as people type them, brought to one form: composed letters, plain spaces, LF line ends, nothing around."""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]")
_LINE_ENDS = re.compile(r"\r\n?|[\u0085\u2028\u2029]")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")  # a terminal would obey them
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]")


def tidy(text: str) -> str:
    """The text in composed form (NFC), with ordinary spaces, LF line ends, without invisible and control characters.

    What is tidy already stays as it is: tidy(tidy(text)) == tidy(text).
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", _SPACES.sub(" ", _INVISIBLE.sub("", text)))
    return _LINE_ENDS.sub("\n", _CONTROLS.sub("", text)).replace("\t", " ").strip()


def fold(text: str) -> str:
    """The text for comparing captions and choices: tidy, one space between words, case and «ё» ignored."""
    return " ".join(tidy(text).casefold().replace("ё", "е").split())


def plain_code(code: str) -> str:
    """The code of a unit without leading zeros, spaces and case, which get lost on the way: «0 07» is «7»."""
    return "".join(fold(code).split()).lstrip("0") or "0"
