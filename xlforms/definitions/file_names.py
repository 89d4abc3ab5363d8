"""Texts that people wrote, made safe as names of files and folders on every system."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 80  # characters; Cyrillic takes two bytes each, and a name may have 255 bytes

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]')
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?\Z", re.IGNORECASE)


def safe_file_name(text: str) -> str:
    """The text as a file name without its extension: never empty, never a path, never a device of Windows.

    What Windows forbids becomes `_`; spaces are single; dots and spaces at the ends go; long texts are cut. Different
    texts may give one name, also names that differ by case only: who writes files looks for that first.
    """
    name = " ".join(_FORBIDDEN.sub("_", unicodedata.normalize("NFC", text)).split())
    name = name.strip(". ")[:LONGEST].strip(". ") or "_"
    return f"_{name}" if _RESERVED.match(name) else name
