"""The text of a Word paragraph as a reader sees it: with its automatic number, without what was deleted or hidden."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from xlforms.intake.texts import tidy
from xlforms.roadmap_import.word_elements import attribute, child, children, value_of
from xlforms.roadmap_import.word_numbering import ListNumbers

_UNSEEN = {
    qn(tag) for tag in ("w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:footnoteReference", "w:drawing", "w:pict")
} | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"}
_SIGNS = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-", qn("w:softHyphen"): ""}
_RUN, _TEXT = qn("w:r"), qn("w:t")
_OFF = ("0", "false", "off")


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says: bold or not (None: nothing), its list and level, and the style it is based on."""

    bold: bool | None
    number: str
    level: str
    based_on: str


@dataclass(frozen=True, slots=True)
class WordTexts:
    """Reads the paragraphs of one document, in its order; styles by their id, empty for the usual paragraph."""

    styles: dict[str, Style]
    numbers: ListNumbers = field(default_factory=ListNumbers)

    def read(self, paragraph: BaseOxmlElement) -> tuple[str, bool]:
        """The text of a paragraph and whether all of it is bold."""
        style = value_of(paragraph, "w:pPr", "w:pStyle")
        pieces = [(text, self._bold(run, style)) for run, text in _runs(paragraph)]
        text = tidy("".join(piece for piece, _ in pieces))
        label = self._label(paragraph, style)
        seen = [bold for piece, bold in pieces if piece.strip()]
        return f"{label} {text}".strip(), bool(seen) and all(seen)

    def _label(self, paragraph: BaseOxmlElement, style: str) -> str:
        listed = child(paragraph, "w:pPr", "w:numPr")
        number, level = value_of(listed, "w:numId"), value_of(listed, "w:ilvl")
        for known in self._chain(style):
            number, level = number or known.number, level or known.level
        return self.numbers.label(number, int(level) if level in tuple("012345678") else 0)

    def _bold(self, run: BaseOxmlElement, paragraph_style: str) -> bool:
        properties = child(run, "w:rPr")
        own = is_bold(properties)
        if own is not None:
            return own
        chain = (*self._chain(value_of(properties, "w:rStyle")), *self._chain(paragraph_style))
        return next((style.bold for style in chain if style.bold is not None), False)

    def _chain(self, name: str) -> Iterator[Style]:
        """A style and those it is based on; a ring of styles ends."""
        seen: set[str] = set()
        while name in self.styles and name not in seen:
            seen.add(name)
            yield self.styles[name]
            name = self.styles[name].based_on


def read_styles(root: BaseOxmlElement | None) -> dict[str, Style]:
    """The styles of a document by id; `root` is its part `styles`, None when it has none."""
    styles = {}
    for element in children(root, "w:style"):
        listed = child(element, "w:pPr", "w:numPr")
        styles[attribute(element, "w:styleId")] = Style(
            is_bold(child(element, "w:rPr")),
            value_of(listed, "w:numId"),
            value_of(listed, "w:ilvl"),
            value_of(element, "w:basedOn"),
        )
    return styles


def is_bold(properties: BaseOxmlElement | None) -> bool | None:
    """What the properties of a run or style say: bold, not bold, or None for nothing."""
    mark = child(properties, "w:b")
    return None if mark is None else attribute(mark, "w:val") not in _OFF


def _runs(element: BaseOxmlElement) -> Iterator[tuple[BaseOxmlElement, str]]:
    """The runs with their texts, those in links, insertions and content controls too; not what nobody sees."""
    for inner in children(element):
        if inner.tag in _UNSEEN:
            continue
        if inner.tag != _RUN:
            yield from _runs(inner)
        elif child(inner, "w:rPr", "w:vanish") is None:
            yield inner, "".join(_written(part) for part in children(inner))


def _written(part: BaseOxmlElement) -> str:
    return str(part.text or "") if part.tag == _TEXT else _SIGNS.get(str(part.tag), "")
