"""What a fault of a definition is, before its line in the file is known, and the commonest of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from xlforms.definitions.yaml_source import Location

Fault = tuple[Location, str, dict[str, object]]

RESERVED_COLUMNS = frozenset({"unit", "municipality", "row"})


def repeated(named: Iterable[tuple[Location, str]], code: str) -> Iterator[Fault]:
    """A fault with this code for each name that was given before it."""
    seen: set[str] = set()
    for location, name in named:
        if name in seen:
            yield location, code, {"name": name}
        seen.add(name)


def reserved(named: Iterable[tuple[Location, str]], kept: frozenset[str], code: str) -> Iterator[Fault]:
    """A fault with this code for each name that the toolkit keeps for itself."""
    return ((location, code, {"name": name}) for location, name in named if name in kept)


def unknown(location: Location, name: str, known: Sequence[str], code: str, near_code: str) -> Fault:
    """The fault of naming what does not exist; with `near_code` when something is spelt nearly so."""
    near = get_close_matches(name, known, n=1)
    if near:
        return location, near_code, {"name": name, "near": near[0]}
    return location, code, {"name": name, "known": ", ".join(known) or "–"}
