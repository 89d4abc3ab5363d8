"""Names of members of archives and letters as texts that can be printed, and what encoding they were written in."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

_LONGEST, _HEAD, _TAIL = 200, 140, 50
_INVISIBLE = frozenset(("Cc", "Cs", "Zl", "Zp"))
_DIRECTION = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # they disguise endings
_RUSSIAN = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ")
_SIGNS = frozenset("«»№—–…“”„’")
_FREQUENT = frozenset("оеаинтсрвлОЕАИНТСРВЛ")


def shown_name(name: str) -> str:
    """The name with what cannot be seen as its number, cut in the middle when it is longer than 200 characters."""
    if len(name) > _LONGEST:
        name = f"{name[:_HEAD]}…{name[-_TAIL:]}"
    if name.isascii() and name.isprintable():
        return name
    return "".join(map(_shown, name))


class DistinctNames:
    """Makes the names of one given file distinct: the second of equal ones becomes «a (2).xlsx»."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._counts: dict[str, int] = {}

    def take(self, name: str) -> str:
        """The name, with a number when it was taken before."""
        free, number = name, self._counts.get(name, 1)
        stem, dot, ending = name.rpartition(".")
        while free in self._taken:
            number += 1
            free = f"{stem} ({number}).{ending}" if dot and stem and "/" not in ending else f"{name} ({number})"
        self._counts[name] = number
        self._taken.add(free)
        return free


def zip_name(raw: bytes) -> str:
    """A name that a zip keeps without telling its encoding.

    Windows writes that of its console, which for Russian is cp866; some programs write UTF-8 or cp1251. The first one
    is taken that gives a Russian name: the UTF-8 of Russian letters is never a Russian name in cp866, while capitals in
    cp866 may happen to be the UTF-8 of other scripts.
    """
    readings = [raw.decode(encoding, "replace") for encoding in ("utf-8", "cp866", "cp1251", "koi8-r", "cp437")]
    likely = next((text for text in readings if _strange(text[:_LONGEST]) == 0), None)
    return likely or readings[1 if "\ufffd" in readings[0] else 0]


def mail_text(raw: bytes) -> str:
    """A text of a letter's header that is written in bytes without telling their encoding: UTF-8, cp1251 or koi8-r.

    Between the last two the letters decide: koi8-r read as cp1251 has capitals inside of words and rare letters.
    """
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _likeliest([raw.decode(encoding, "replace") for encoding in ("cp1251", "koi8-r")])


def _shown(letter: str) -> str:
    if letter not in _DIRECTION and unicodedata.category(letter) not in _INVISIBLE:
        return letter
    number = ord(letter)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"


def _strange(text: str) -> int:
    """How many characters have no place in a Russian name."""
    return sum(not letter.isascii() and letter not in _RUSSIAN and letter not in _SIGNS for letter in text)


def _likeliest(readings: Sequence[str]) -> str:
    """The one that looks most like Russian; of equal ones the first."""
    return max(readings, key=_likeness)


def _likeness(text: str) -> int:
    swapped = sum(before.islower() and after.isupper() for before, after in pairwise(text))
    return sum(letter in _FREQUENT for letter in text) - 3 * _strange(text) - 3 * swapped
