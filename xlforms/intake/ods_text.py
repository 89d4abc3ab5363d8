"""The text of a cell of an .ods: paragraphs, line breaks, counted spaces, spans and links; never its notes.

Source: OpenDocument 1.3 part 3, 6.1 (white space, text:s, text:tab, text:line-break), but for one thing: plain spaces
are all kept. The standard collapses them, yet LibreOffice 7.4 writes two spaces as they are in cells of several
paragraphs, and reads them back as two; only white space with a line break or tab in it was made by an indenting writer.
"""

from __future__ import annotations

import re

from lxml import etree

from xlforms.errors import IntakeRefusal

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_PARAGRAPH = f"{_TEXT}p"
_SPACES = f"{_TEXT}s"
_COUNT = f"{_TEXT}c"
_SIGNS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_NOT_TEXT = frozenset(("{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation", f"{_TEXT}note"))
_INDENT = re.compile(r" *[\t\r\n][ \t\r\n]*")
_LONGEST = 32_767
"""Excel's longest cell text; LibreOffice allows more, nobody needs as many spaces in a row."""


def cell_text(cell: etree._Element) -> str | None:
    """The text of a cell, its paragraphs joined by line breaks; None when it has no paragraph."""
    paragraphs = [_paragraph_text(child) for child in cell.iterchildren(_PARAGRAPH)]
    return "\n".join(paragraphs) if paragraphs else None


def _paragraph_text(paragraph: etree._Element) -> str:
    pieces: list[str] = []
    _gather(paragraph, pieces)
    return "".join(pieces)


def _gather(element: etree._Element, pieces: list[str]) -> None:
    """Add the text inside an element; the tree is at most 256 levels deep."""
    _add_plain(element.text, pieces)
    for child in element:
        if child.tag == _SPACES:
            count = child.get(_COUNT, "1")
            if not count.isdecimal() or len(count) > 5 or int(count) > _LONGEST:
                raise IntakeRefusal("damaged", "part-broken", part="content.xml")
            pieces.append(" " * int(count))
        elif child.tag in _SIGNS:
            pieces.append(_SIGNS[str(child.tag)])
        elif child.tag not in _NOT_TEXT:
            _gather(child, pieces)
        _add_plain(child.tail, pieces)


def _add_plain(text: str | None, pieces: list[str]) -> None:
    """Add plain text; what an indenting writer put in is one space, and none at the start."""
    if text:
        plain = _INDENT.sub(" ", text)
        if plain[0] == " " and text[0] != " " and not pieces:
            plain = plain[1:]
        if plain:
            pieces.append(plain)
