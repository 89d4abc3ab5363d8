"""Names of sheets that Excel accepts and that differ from each other."""

from __future__ import annotations

_LIMIT = 31
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def sheet_name(wanted: str, taken: set[str]) -> str:
    """The wanted name without forbidden signs, at most 31 characters, with a number when it is taken already.

    Adds it to `taken`; letter case does not tell names apart.
    """
    plain = " ".join(wanted.translate(_FORBIDDEN).split()).strip("'") or "Лист"
    name, number = plain[:_LIMIT].strip(), 1
    while name.casefold() in taken:
        number += 1
        ending = f" {number}"
        name = plain[: _LIMIT - len(ending)].strip() + ending
    taken.add(name.casefold())
    return name
