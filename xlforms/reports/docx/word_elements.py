"""What python-docx has no words for: fields, repeated rows, the description of a table."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph as WordParagraph

from xlforms.reports.docx.look import BEHIND_TABLE, CELL_ROOM

_ROOM = str(round(CELL_ROOM * 20))  # twentieths of a point


def add_field(paragraph: WordParagraph, instruction: str) -> None:
    """A number that the office suite fills in: PAGE, NUMPAGES. Until then it reads 1."""
    for kind, text in (("begin", ""), ("", instruction), ("separate", ""), ("shown", "1"), ("end", "")):
        run = paragraph.add_run(text if kind == "shown" else "")
        if kind in ("begin", "separate", "end"):
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
        elif not kind:
            words = OxmlElement("w:instrText")
            words.text = text
            run._r.append(words)


def repeat_row(row: _Row) -> None:
    """The row is a heading: it comes again on the next page, and is read out before the cells below."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def keep_row(row: _Row) -> None:
    """The row stands on one page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def set_cell(cell: _Cell, fill: str) -> None:
    """Room above and below the text, and a colour behind it unless `fill` is empty."""
    properties = cell._tc.get_or_add_tcPr()
    if fill:
        shade = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
            shade.set(qn(f"w:{name}"), value)
        properties.append(shade)
    margins = OxmlElement("w:tcMar")
    for side in ("top", "bottom"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), _ROOM)
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties.append(margins)


def describe_table(table: Table, about: str) -> None:
    """What the table is about, for those who have it read to them."""
    properties = table._tbl.tblPr
    for name in ("w:tblCaption", "w:tblDescription"):
        element = OxmlElement(name)
        element.set(qn("w:val"), about)
        properties.append(element)


def add_footer_space(document: WordDocument) -> None:
    """A little room behind a table, which has no room of its own."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = Pt(BEHIND_TABLE)
