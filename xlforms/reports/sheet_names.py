"""Names of sheets, tables and columns that Excel accepts and that differ from each other."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LIMIT = 31
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def sheet_name(wanted: str, taken: set[str]) -> str:
    """The wanted name without what Excel forbids: some signs, an apostrophe at an end, more than 31 characters.

    A name that is taken gets a number; letter case does not tell names apart. The result is added to `taken`.
    """
    plain = " ".join(wanted.translate(_FORBIDDEN).split()).strip(" '") or "Лист"
    name, number = plain[:_LIMIT].strip(" '"), 1
    while name.casefold() in taken:
        number += 1
        ending = f" {number}"
        name = plain[: _LIMIT - len(ending)].rstrip() + ending
    taken.add(name.casefold())
    return name


def table_name(sheet: str) -> str:
    """The name of the table on a sheet: formulas may call it by that. Different names of sheets give different ones."""
    return "т_" + re.sub(r"[\W_]", lambda sign: "_" if sign[0] == " " else f".{ord(sign[0]):x}.", sheet)


def unique_names(names: Sequence[str]) -> list[str]:
    """Names of which no two are equal, whatever the case of their letters: the later ones get a number."""
    taken: set[str] = set()
    found = []
    for name in names:
        other, number = name, 1
        while other.casefold() in taken:
            number += 1
            other = f"{name} {number}"
        taken.add(other.casefold())
        found.append(other)
    return found
