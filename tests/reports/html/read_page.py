"""Reads report.html back: its elements in order, the texts of its tables, the data of its script."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from xlforms.consolidation.summary import Summary
from xlforms.reports.html.page import print_page

_VOID = frozenset({"meta", "input", "br", "link"})


@dataclass
class Element:
    """An element: its tag, attributes, the elements and texts in it."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None = None
    children: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text in it, spaces as one."""
        return " ".join(self.raw.split(None))

    @property
    def raw(self) -> str:
        """All text in it, as it stands."""
        return "".join(child if isinstance(child, str) else child.raw for child in self.children)

    def all(self, tag: str = "", **attributes: str) -> list[Element]:
        """The elements in it with a tag and attributes, in the order of the page; `data_item` means `data-item`."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        found = []
        for child in self.children:
            if isinstance(child, Element):
                if tag in ("", child.tag) and wanted.items() <= child.attributes.items():
                    found.append(child)
                found += child.all(tag, **attributes)
        return found

    def rows(self) -> list[tuple[str, ...]]:
        """The texts of the cells of a table, row by row."""
        cells = [[child for child in row.children if isinstance(child, Element)] for row in self.all("tr")]
        return [tuple(cell.text for cell in row) for row in cells]


class _Reader(HTMLParser):
    """Builds the tree and refuses elements that are not closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.root = self.open = Element("", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self.open)
        self.open.children.append(element)
        if tag not in _VOID:
            self.open = element

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.open.tag, f"</{tag}> closes <{self.open.tag}>"
        assert self.open.parent is not None
        self.open = self.open.parent

    def handle_data(self, data: str) -> None:
        self.open.children.append(data)


def read_page(page: bytes) -> Element:
    """The tree of a page; every element must be closed."""
    reader = _Reader()
    reader.feed(page.decode())
    reader.close()
    assert reader.open is reader.root
    return reader.root


def page_of(summary: Summary) -> Element:
    """The page of a summary, read back."""
    return read_page(print_page(summary))


def part(page: Element, name: str) -> Element:
    """The section of the page with an id."""
    (found,) = page.all("section", id=name)
    return found


def table(element: Element, caption: str) -> Element:
    """The table with a caption."""
    (found,) = [each for each in element.all("table") if [one.text for one in each.all("caption")] == [caption]]
    return found


def data_of(page: Element) -> dict[str, Any]:
    """What the script works on."""
    (element,) = page.all("script", id="data")
    found: dict[str, Any] = json.loads(element.raw)
    return found
