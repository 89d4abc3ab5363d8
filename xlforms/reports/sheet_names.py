"""Names of sheets that Excel accepts and that differ from each other."""

from __future__ import annotations

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
