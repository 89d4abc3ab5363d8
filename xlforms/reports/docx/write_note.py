"""Prints an analytical note as a Word document: A4, Arial, real headings, tables with repeated headings.

Word files of python-docx begin as the template that comes with it; what that template says of itself is taken out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import datetime
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from docx.table import _Row
from docx.text.paragraph import Paragraph as WordParagraph

from xlforms.definitions.wording import NO_BREAK_SPACE
from xlforms.messages import say
from xlforms.reports.docx.look import (
    BODY,
    BULLET,
    CELL_POINTS,
    HEADER,
    HEADING,
    NUMBER,
    ROUND,
    SPACES,
    TEXT_WIDTH,
    TITLE,
)
from xlforms.reports.docx.note_parts import Note, NoteTable, Paragraph, Part, Points
from xlforms.reports.docx.same_bytes import same_bytes
from xlforms.reports.docx.word_elements import (
    add_field,
    add_footer_space,
    describe_table,
    keep_row,
    repeat_row,
    set_cell,
)
from xlforms.reports.docx.word_styles import set_up_pages, set_up_styles

_TABLE = "Table Grid"
_KEPT = re.compile("(?<=[0-9№]) (?=[0-9а-яё])| (?=[—–])")
_FOREIGN = ("stylesWithEffects", "customXml", "thumbnail", "extended-properties")
"""Relationships of the template that say nothing of the note: an old copy of its styles, a picture of an empty page."""


def print_note(note: Note, day: datetime) -> bytes:
    """The bytes of the document; `day` is when it says it was made. The same note gives the same bytes."""
    document = Document()
    _remove_foreign_parts(document)
    set_up_pages(document)
    set_up_styles(document)
    _set_properties(document, note, day)
    _write(document.add_paragraph(style=TITLE), note.title)
    _write(document.add_paragraph(style=ROUND), note.round)
    for fact in note.facts:
        paragraph = _write(document.add_paragraph(), fact)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for section in note.sections:
        _write(document.add_paragraph(style=HEADING), section.heading)
        for part in section.parts:
            _write_part(document, part)
    _write_footer(document, note)
    content = BytesIO()
    document.save(content)
    return same_bytes(content.getvalue())


def _write_part(document: WordDocument, part: Part) -> None:
    if isinstance(part, NoteTable):
        _write_table(document, part)
    elif isinstance(part, Points):
        style = NUMBER if part.numbered else BULLET
        paragraphs = [_write(document.add_paragraph(style=style), item) for item in part.items]
        paragraphs[-1].paragraph_format.space_after = Pt(SPACES[BODY][1])
    else:
        _write_paragraph(document, part)


def _write_paragraph(document: WordDocument, part: Paragraph) -> None:
    paragraph = document.add_paragraph()
    if part.lead:
        paragraph.add_run(_plain(part.lead)).bold = True
        paragraph.add_run(" ")
    _write(paragraph, part.text)
    paragraph.paragraph_format.keep_with_next = part.text.endswith(":")


def _write_table(document: WordDocument, part: NoteTable) -> None:
    table = document.add_table(rows=1 + len(part.rows), cols=len(part.heads), style=_TABLE)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, share in zip(table.columns, part.widths, strict=True):
        column.width = Mm(TEXT_WIDTH * share)
    describe_table(table, part.about)
    for number, texts in enumerate((part.heads, *part.rows)):
        _write_row(table.rows[number], part, texts, head=number == 0)
    add_footer_space(document)


def _write_row(row: _Row, part: NoteTable, texts: tuple[str, ...], *, head: bool) -> None:
    keep_row(row)
    if head:
        repeat_row(row)
    for number, (cell, text, share) in enumerate(zip(row.cells, texts, part.widths, strict=True)):
        cell.width = Mm(TEXT_WIDTH * share)
        set_cell(cell, HEADER if head else "")
        first, *others = text.split("\n")
        for line, paragraph in ((first, cell.paragraphs[0]), *((other, cell.add_paragraph()) for other in others)):
            _write(paragraph, line)
            paragraph.paragraph_format.space_after = Pt(0)
            paragraph.paragraph_format.keep_with_next = head
            if number and (part.centred or head):
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            for run in paragraph.runs:
                run.font.size = Pt(CELL_POINTS)
                run.font.bold = head or None


def _write_footer(document: WordDocument, note: Note) -> None:
    """The round, and which page of how many it is."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    before, between, after = say("note-page", page="\n", pages="\n").split("\n")
    fields: tuple[Callable[[], object], ...] = (
        lambda: add_field(paragraph, "PAGE"),
        lambda: paragraph.add_run(between),
        lambda: add_field(paragraph, "NUMPAGES"),
        lambda: paragraph.add_run(after),
    )
    paragraph.add_run(f"{_plain(note.title)} · {before}")
    for add in fields:
        add()


def _set_properties(document: WordDocument, note: Note, day: datetime) -> None:
    properties = document.core_properties
    properties.title = _plain(f"{note.title}: {note.round}")[:255]
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.language = "ru-RU"
    properties.created = properties.modified = day
    properties.revision = 1


def _remove_foreign_parts(document: WordDocument) -> None:
    for relationships in (document.part.rels, document.part.package.rels):
        for name in [name for name, found in relationships.items() if found.reltype.rpartition("/")[2] in _FOREIGN]:
            del relationships[name]


def _write(paragraph: WordParagraph, text: str) -> WordParagraph:
    paragraph.add_run(_plain(text))
    return paragraph


def _plain(text: str) -> str:
    """The text without what no document can hold or what turns the order of letters: controls, halves of characters.

    No line ends between a number and its noun or begins with a dash.
    """
    return _KEPT.sub(NO_BREAK_SPACE, "".join(sign for sign in text if unicodedata.category(sign)[0] != "C"))
