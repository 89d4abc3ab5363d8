"""Texts as people type them, brought to one form: composed letters, plain spaces, no blanks around, LF between lines."""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad]")


def tidy(text: str) -> str:
    """The text in composed form (NFC), with ordinary spaces, LF line ends, without invisible marks, trimmed."""
    if text.isascii():
        return text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").strip()
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    return _INVISIBLE.sub("", _SPACES.sub(" ", text)).strip()


def fold(text: str) -> str:
    """The text for comparing captions and choices: tidy, one space between words, case and «ё» ignored."""
    return " ".join(tidy(text).casefold().replace("ё", "е").split())
