"""Texts from outside on one line, and lists of names, cut to a length."""

from __future__ import annotations

import re
from collections.abc import Sequence

from xlforms.messages import say
from xlforms.reports.docx.limits import Limits

_ENDS = " ,;:.–—-«("
_LEGAL = re.compile(r"^муниципальное образование\s+", re.IGNORECASE)


def shorten(text: str, letters: int) -> str:
    """The text on one line, cut behind a word when it is longer than `letters`."""
    line = " ".join(text.split())
    if len(line) <= letters:
        return line
    return f"{_head(line, letters - 1)}…"


def shorten_name(text: str, letters: int) -> str:
    """A name on one line, cut in the middle: names of municipalities differ in their beginning or in their end."""
    line = " ".join(text.split())
    if len(line) > letters:
        line = _LEGAL.sub("", line)
    if len(line) <= letters:
        return line
    tail = _head(line[::-1], letters // 2)[::-1].lstrip(_ENDS)
    return f"{_head(line, letters - len(tail) - 2)}… {tail}"


def lead(text: str, letters: int) -> str:
    """The text as the words in bold that begin a paragraph, shortened, with a full stop unless it ends otherwise."""
    words = shorten(text, letters)
    return words if words.endswith((".", "…", "?", "!", ":")) else say("note-lead", words=words)


def quoted(text: str, letters: int) -> str:
    """The text in quotation marks, shortened; its own are those that stand inside others, and it has no full stop."""
    words = shorten(text.strip(" .,;\n"), letters).replace("«", "„").replace("»", "“")
    return say("note-quote", text=words)


def name_some(names: Sequence[str], most: int, limits: Limits) -> str:
    """The first names with commas between, and how many more there are."""
    shown = ", ".join(shorten_name(name, limits.place) for name in names[:most])
    return say("note-and-more", names=shown, more=len(names) - most) if len(names) > most else shown


def _head(line: str, letters: int) -> str:
    """At most so many letters, ending with a word unless the first word is longer."""
    if line[letters : letters + 1] == " ":
        return line[:letters].rstrip(_ENDS)
    words, _, _ = line[:letters].rpartition(" ")
    return (words or line[:letters]).rstrip(_ENDS)
