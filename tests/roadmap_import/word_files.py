"""Word documents with tables, made in a test with python-docx."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import docx
from docx.document import Document
from docx.table import Table as WordTable

from xlforms.roadmap_import.document import Table
from xlforms.roadmap_import.read_document import read_tables

Texts = Sequence[str]


@dataclass(frozen=True)
class Wide:
    """A row whose one text takes all columns."""

    text: str
    bold: bool = False


@dataclass(frozen=True)
class Bold:
    """A row of cells in bold."""

    texts: Texts


RowTexts = Texts | Wide | Bold


def add_table(document: Document, rows: Sequence[RowTexts], columns: int) -> None:
    """Adds a table to a document."""
    table: WordTable = document.add_table(len(rows), columns)
    for printed, row in zip(table.rows, rows, strict=True):
        cells = printed.cells
        if isinstance(row, Wide):
            merged = cells[0].merge(cells[-1])
            merged.paragraphs[0].add_run(row.text).bold = row.bold
            continue
        for cell, text in zip(cells, row.texts if isinstance(row, Bold) else row, strict=False):
            for number, line in enumerate(text.split("\n")):
                paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
                if line:
                    paragraph.add_run(line).bold = True if isinstance(row, Bold) else None


def word_file(*blocks: str | Sequence[RowTexts]) -> bytes:
    """A document of paragraphs and tables; the first row of a table tells its columns."""
    document = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
        else:
            widest = max(len(row.texts if isinstance(row, Bold) else row) for row in _plain(block))
            add_table(document, block, widest)
    return saved(document)


def saved(document: Document) -> bytes:
    """The bytes of a document."""
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def word_tables(*blocks: str | Sequence[RowTexts]) -> tuple[Table, ...]:
    """A document of paragraphs and tables, as the import reads it."""
    return read_tables(word_file(*blocks), "plan.docx")


def _plain(rows: Sequence[RowTexts]) -> Iterator[Texts | Bold]:
    found = [row for row in rows if not isinstance(row, Wide)]
    yield from found or [["", "", "", "", ""]]
