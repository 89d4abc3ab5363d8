"""The three things that are asked of the XML of Word: a child by its path, children by their tags, a `w:val`.

Elements of python-docx are elements of lxml with more methods; searching gives them back under lxml's own type.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement


def child(element: BaseOxmlElement | None, *path: str) -> BaseOxmlElement | None:
    """The first child by its prefixed tag, its first child by the next one and so on; None where there is none."""
    for tag in path:
        element = cast("BaseOxmlElement | None", element.find(qn(tag))) if element is not None else None
    return element


def children(element: BaseOxmlElement | None, tag: str = "") -> Iterator[BaseOxmlElement]:
    """All children, or those with a prefixed tag; none of None."""
    if element is not None:
        yield from (cast("BaseOxmlElement", inner) for inner in element if not tag or inner.tag == qn(tag))


def value_of(element: BaseOxmlElement | None, *path: str) -> str:
    """The `w:val` of a child, empty without it."""
    found = child(element, *path)
    return attribute(found, "w:val") if found is not None else ""


def attribute(element: BaseOxmlElement, name: str) -> str:
    """An attribute by its prefixed name, empty without it."""
    return str(element.get(qn(name)) or "")
