"""The machine-readable anchors of a sheet, which survive every office suite that was tried: text in cells.

The corner cell A1 holds `#xf1|form|version|unit|section|crc`: ASCII without spaces; a unit's code is percent-encoded.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, unquote

PREFIX = "#xf1"


@dataclass(frozen=True, slots=True)
class Corner:
    """What a corner cell says; `unit` is empty in a blank form."""

    form: str
    version: str
    unit: str
    section: str
    checksum: str


def print_corner(corner: Corner) -> str:
    """The text of A1."""
    unit = quote(corner.unit, safe="")
    return "|".join((PREFIX, corner.form, corner.version, unit, corner.section, corner.checksum))


def parse_corner(text: str) -> Corner | None:
    """What the text of A1 says, or None when it is not one of our corners."""
    parts = text.strip().split("|")
    if len(parts) != 6 or parts[0] != PREFIX:
        return None
    _, form, version, unit, section, checksum = parts
    if not (form and version and section):
        return None
    return Corner(form, version, unquote(unit), section, checksum)


def checksum_of(keys: Iterable[str]) -> str:
    """CRC-32 of the keys of a sheet, eight hexadecimal digits; tells a damaged or foreign key column."""
    return f"{zlib.crc32(chr(10).join(keys).encode()):08x}"
