"""The texts of an .xlsx: shared strings, runs of rich text, escaped characters."""

from __future__ import annotations

import re

from lxml import etree

from xlforms.intake.xml_part import LARGE_PART, parse_part, stream_part

_ALL_PLAIN = "not(/*/*[local-name() != 'si' or count(*) != 1 or not(*[local-name() = 't' and not(*)])])"
_ESCAPE = re.compile(r"(?:_x[dD][89abAB][0-9a-fA-F]{2}__x[dD][c-fC-F][0-9a-fA-F]{2}_)|_x([0-9a-fA-F]{4})_")


def shared_strings(content: bytes, part: str) -> list[str]:
    """The table of shared strings in its order; IntakeRefusal `damaged` when the part is broken."""
    if len(content) > LARGE_PART:
        return [rich_text(item) for item in stream_part(content, part, "sst", "{*}si")]
    root = parse_part(content, part)
    if root.xpath(_ALL_PLAIN):
        return [unescape(text.text or "") for text in root.iter("{*}t")]
    return [rich_text(item) for item in root.iterchildren("{*}si")]


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


def _character(found: re.Match[str]) -> str:
    if found[1] is None:  # a character beyond U+FFFF, written as its surrogate pair
        high, low = int(found[0][2:6], 16), int(found[0][9:13], 16)
        return chr(0x10000 + ((high - 0xD800) << 10) + low - 0xDC00)
    code = int(found[1], 16)
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else chr(code)
