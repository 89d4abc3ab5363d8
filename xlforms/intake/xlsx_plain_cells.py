"""The short way to the cells of a worksheet that is written as Excel, LibreOffice and XlsxWriter write it.

Building a tree of thousands of cells, most of them blank, is more than half of the work of reading a form, so cells
without any complication are taken out of the text of the part, and the tree is built of the rest. The way is taken
only when every character of the sheet's data is understood; else the tree of the whole part decides. The tests hold
both ways to the same values.
"""

from __future__ import annotations

import re
from typing import TypeAlias

StoredCell: TypeAlias = tuple[str, str, str, str | None]
"""Address, type, style (each empty when not given) and text of the value, as they stand in the file."""

_BLANK = r'(?:<c r="[A-Z]+[0-9]+"(?: s="[0-9]+")?/>|</row>|<row(?: [^<>&]*+)?>)*+'
_FORMULA = r"<f(?: [^<>&]*+|/)?+(?:(?<=/)>|>[^<]*+</f>)"  # its entities are looked at once for the whole sheet
_UNKNOWN_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)")
_CELL = re.compile(
    rf'({_BLANK}<c r="([A-Z]+[0-9]+)"(?: s="([0-9]+)")?(?: t="([a-z]+)")?>({_FORMULA})?<v>([^<&]*+)</v></c>)'
)
_REST = re.compile(_BLANK)
_CONTROLS = bytes(range(0x20))
_NO_CHARACTERS = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")  # U+FFFE and U+FFFF, which XML does not allow
_OPEN, _CLOSE = b"<sheetData>", b"</sheetData>"
OTHER_ENCODING = re.compile(rb"<\?xml[^>]*encoding=(?![\"']utf-8[\"'])", re.IGNORECASE)
"""The beginning of a part that is not in UTF-8."""


def take_plain_cells(content: bytes) -> tuple[bytes, list[StoredCell], set[str]] | None:
    """The part without its cells, the cells, and the addresses of formulas; None when anything is out of the usual.

    The rest of the part is still to be parsed: nothing here says that it is well-formed, or a worksheet at all.
    """
    if content.count(_OPEN) != 1 or content.count(_CLOSE) != 1 or b"<!" in content or OTHER_ENCODING.match(content):
        return None
    start, end = content.index(_OPEN) + len(_OPEN), content.index(_CLOSE)
    data = plain_text(content[start:end])
    if data is None or "xmlns" in data or _UNKNOWN_ENTITY.search(data) is not None:
        return None
    found = _CELL.findall(data)
    understood = sum([len(whole) for whole, *_ in found])
    if _REST.fullmatch(data, understood) is None:
        return None
    stored = [(address, cell_type, style, text) for _, address, style, cell_type, _, text in found]
    formulas = {address for _, address, _, _, formula, _ in found if formula}
    return content[:start] + content[end:], stored, formulas


def plain_text(content: bytes) -> str | None:
    """The characters of bytes in UTF-8; None when they are not, or hold what XML forbids or would change (CR, LF)."""
    if len(content.translate(None, _CONTROLS)) != len(content) or any(bad in content for bad in _NO_CHARACTERS):
        return None
    try:
        return content.decode()
    except UnicodeDecodeError:
        return None  # the parser of the whole part will say what is wrong
