"""The text of a cell of an .ods: paragraphs, line breaks, counted spaces, spans and links; never its notes.

Source: OpenDocument 1.3 part 3, 6.1 (white space, text:s, text:tab, text:line-break), but for two things. Plain spaces
are all kept: the standard collapses them, yet LibreOffice 7.4 writes two spaces as they are in cells of several
paragraphs, and reads them back as two. And plain line breaks are kept, since ONLYOFFICE 10 writes those of a text as
they are; only a paragraph that begins with one was made by an indenting writer.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from xlforms.errors import IntakeRefusal

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_PARAGRAPH = f"{_TEXT}p"
_SPACES = f"{_TEXT}s"
_COUNT = f"{_TEXT}c"
_SIGNS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_NOT_TEXT = frozenset(("{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation", f"{_TEXT}note"))
_INDENT = re.compile(r" *[\t\r\n][ \t\r\n]*")
_INDENTED = re.compile(r" *[\r\n]")
_LONGEST = 32_767
"""Excel's longest cell text; LibreOffice allows more, nobody needs as many spaces in a row."""


def cell_text(cell: etree._Element) -> str | None:
    """The text of a cell, its paragraphs joined by line breaks; None when it has no paragraph."""
    paragraphs = [_paragraph_text(child) for child in cell.iterchildren(_PARAGRAPH)]
    return "\n".join(paragraphs) if paragraphs else None


def _paragraph_text(paragraph: etree._Element) -> str:
    pieces: list[str] = []
    add = _add_indented if _INDENTED.match(paragraph.text or "") else _add_plain
    _gather(paragraph, pieces, add)
    return "".join(pieces)


def _gather(element: etree._Element, pieces: list[str], add: Callable[[str | None, list[str]], None]) -> None:
    """Add the text inside an element; the tree is at most 256 levels deep."""
    add(element.text, pieces)
    for child in element:
        if child.tag == _SPACES:
            count = child.get(_COUNT, "1")
            if not count.isdecimal() or len(count) > 5 or int(count) > _LONGEST:
                raise IntakeRefusal("damaged", "part-broken", part="content.xml")
            pieces.append(" " * int(count))
        elif child.tag in _SIGNS:
            pieces.append(_SIGNS[str(child.tag)])
        elif child.tag not in _NOT_TEXT:
            _gather(child, pieces, add)
        add(child.tail, pieces)


def _add_plain(text: str | None, pieces: list[str]) -> None:
    if text:
        pieces.append(text)


def _add_indented(text: str | None, pieces: list[str]) -> None:
    """Add plain text; what an indenting writer put in is one space, and none at the start."""
    if text:
        plain = _INDENT.sub(" ", text)
        if plain[0] == " " and text[0] != " " and not pieces:
            plain = plain[1:]
        if plain:
            pieces.append(plain)
