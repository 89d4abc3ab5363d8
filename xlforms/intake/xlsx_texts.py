"""The texts of an .xlsx: shared strings, runs of rich text, escaped characters."""

from __future__ import annotations

import re

from lxml import etree

from xlforms.errors import IntakeRefusal
from xlforms.intake.xlsx_plain_cells import OTHER_ENCODING
from xlforms.intake.xml_part import LARGE_PART, parse_part, stream_part

_PLAIN_ITEM = re.compile(
    r'(<si><t(?: xml:space="preserve")?>([^<&]*+(?:&(?:amp|lt|gt|quot|apos|#10|#13);[^<&]*+)*+)</t></si>)',
)
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]")  # by XML; a carriage return would be changed by it
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&#10;": "\n", "&#13;": "\r", "&amp;": "&"}
_ESCAPE = re.compile(r"(?:_x[dD][89abAB][0-9a-fA-F]{2}__x[dD][c-fC-F][0-9a-fA-F]{2}_)|_x([0-9a-fA-F]{4})_")


def shared_strings(content: bytes, part: str) -> list[str]:
    """The table of shared strings in its order; IntakeRefusal `damaged` when the part is broken."""
    if len(content) > LARGE_PART:
        return [rich_text(item) for item in stream_part(content, part, "sst", "{*}si")]
    rest, texts = _take_plain_items(content) or (content, [])
    root = parse_part(rest, part)
    if etree.QName(root).localname != "sst":
        raise IntakeRefusal("damaged", "part-broken", part=part)
    return texts or [rich_text(item) for item in root.iterchildren("{*}si")]


def rich_text(item: etree._Element) -> str:
    """The text of a string item: plain or in runs, without the phonetic reading of Asian texts (`rPh`)."""
    pieces = [
        run.text or ""
        for run in item.iter("{*}t")
        if (parent := run.getparent()) is not None and not str(parent.tag).endswith("}rPh")
    ]
    return unescape("".join(pieces))


def unescape(text: str) -> str:
    """`_x000D_` and the like as the characters they stand for; half a surrogate pair becomes U+FFFD.

    Source: ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
    """
    return _ESCAPE.sub(_character, text) if "_x" in text else text


def _take_plain_items(content: bytes) -> tuple[bytes, list[str]] | None:
    """The part without its items, and their texts; None when not every item is a plain text.

    Half the work of `parse_part` on a form; the rest of the part is still to be parsed.
    """
    start, end = content.find(b"<si>"), content.rfind(b"</si>") + len(b"</si>")
    if start < 0 or b"<!" in content or OTHER_ENCODING.match(content):
        return None
    try:
        data = content[start:end].decode()
    except UnicodeDecodeError:
        return None  # the parser of the whole part will say what is wrong
    found = _PLAIN_ITEM.findall(data)
    if sum([len(whole) for whole, _ in found]) != len(data) or _FORBIDDEN.search(data):
        return None
    return content[:start] + content[end:], [_plain(text) if "&" in text or "_x" in text else text for _, text in found]


def _plain(text: str) -> str:
    """The text with its entities as characters, «&amp;» last, and then its escaped characters."""
    for entity, character in _ENTITIES.items():
        text = text.replace(entity, character)
    return unescape(text)


def _character(found: re.Match[str]) -> str:
    if found[1] is None:  # a character beyond U+FFFF, written as its surrogate pair
        high, low = int(found[0][2:6], 16), int(found[0][9:13], 16)
        return chr(0x10000 + ((high - 0xD800) << 10) + low - 0xDC00)
    code = int(found[1], 16)
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else chr(code)
