"""What stands in a Word document: merged cells, automatic numbers, changes, content controls, broken files."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import _Cell
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.roadmap_import.made import HEADING, TITLE, of_tables
from tests.roadmap_import.word_files import Bold, Wide, add_table, saved, word_file
from xlforms.errors import IntakeRefusal
from xlforms.roadmap_import.read_document import read_tables
from xlforms.roadmap_import.word_numbering import Level, ListNumbers, numeral

_CONTENT = word_file(TITLE, [HEADING, Wide("1. Кадры"), ("1.1", "Курсы", "май", "завуч")])


def _document(*rows: tuple[str, ...]) -> Document:
    document = docx.Document()
    document.add_paragraph(TITLE)
    add_table(document, [HEADING, *rows], 4)
    return document


def _cell(document: Document, row: int, column: int) -> _Cell:
    return document.tables[0].cell(row, column)


def _shown(document: Document) -> list[tuple[str, ...]]:
    return of_tables(read_tables(saved(document), "plan.docx")).shown


def _changed(part: str, old: bytes, new: bytes) -> bytes:
    """The small document with a change in one of its parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_CONTENT)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for entry in source.infolist():
            content = source.read(entry)
            made.writestr(entry.filename, content.replace(old, new, 1) if entry.filename == part else content)
    return target.getvalue()


def test_merged_downwards() -> None:
    """A deadline merged over several rows is that of each; a number merged so holds several measures."""
    document = _document(("1", "Семинар", "май", "завуч"), ("", "Конкурс", "июнь", ""), ("2", "Курсы", "", "учитель"))
    _cell(document, 1, 3).merge(_cell(document, 2, 3))
    _cell(document, 1, 0).merge(_cell(document, 2, 0))
    _cell(document, 2, 2).merge(_cell(document, 3, 2))
    assert [
        ("1", "Семинар", "май", "завуч"),
        ("1", "Конкурс", "июнь", "завуч"),
        ("2", "Курсы", "июнь", "учитель"),
    ] == _shown(document)


def test_columns_ruled_apart() -> None:
    """A cell belongs to the column that it shares most with."""
    document = docx.Document()
    document.add_paragraph(TITLE)
    table = document.add_table(3, 6)
    for row, spans in ((0, ((0, 0), (1, 2), (3, 4), (5, 5))), (1, ((0, 0), (1, 3), (4, 4), (5, 5)))):
        for (first, last), text in zip(spans, (HEADING, ("1", "Курсы", "май", "завуч"))[row], strict=True):
            table.cell(row, first).merge(table.cell(row, last)).text = text
    table.cell(2, 0).text, table.cell(2, 1).text, table.cell(2, 5).text = "2", "Отчёт", "директор"
    assert [("1", "Курсы", "май", "завуч"), ("2", "Отчёт", "", "директор")] == _shown(document)


def test_automatic_numbers() -> None:
    """Numbers that Word counts are read; the list goes on over the rows."""
    document = _document(("", "Курсы", "май", ""), ("", "Отчёт", "июнь", ""))
    for row in (1, 2):
        _cell(document, row, 0).paragraphs[0].style = "List Number"
    assert [("1", "Курсы", "май", ""), ("2", "Отчёт", "июнь", "")] == _shown(document)


def test_levels_and_restarts() -> None:
    """«1.1.», «1.2.», then «2.1.»: a deeper level begins again; a list that restarts does so once."""
    numbers = ListNumbers(
        {"7": {0: Level(1, "decimal", "%1."), 1: Level(1, "decimal", "%1.%2."), 2: Level(1, "bullet", "•")}},
        {"1": "7", "2": "7"},
        {"2": {0: 5}},
    )
    asked = [("1", 0), ("1", 1), ("1", 1), ("1", 0), ("1", 1), ("2", 0), ("2", 0), ("1", 2), ("9", 0), ("1", 8)]
    assert ["1.", "1.1.", "1.2.", "2.", "2.1.", "5.", "6.", "-", "", ""] == [numbers.label(*one) for one in asked]


@pytest.mark.parametrize(
    ("count", "kind", "expected"),
    [(4, "decimal", "4"), (4, "upperRoman", "IV"), (1999, "lowerRoman", "mcmxcix"), (27, "lowerLetter", "aa"),
     (3, "russianUpper", "В"), (7, "decimalZero", "07"), (3, "none", ""), (3, "hebrew1", "3"), (0, "upperRoman", "0")],
)  # fmt: skip
def test_kinds_of_numbers(count: int, kind: str, expected: str) -> None:
    """Each kind as Word prints it."""
    assert expected == numeral(count, kind)


def test_changes_and_controls() -> None:
    """Inserted text and text in a content control is read; deleted and hidden text is not."""
    document = _document(("1", "Курсы", "", "завуч"))
    paragraph = _cell(document, 1, 2).paragraphs[0]
    for tag, text in (("w:ins", "ма"), ("w:del", "июнь"), ("w:sdt", "й")):
        run = paragraph.add_run(text)
        wrapper = OxmlElement(tag)
        inner = wrapper
        if tag == "w:sdt":
            inner = OxmlElement("w:sdtContent")
            wrapper.append(inner)
        paragraph._p.append(wrapper)
        inner.append(run._r)
    paragraph.add_run(" 2020").font.hidden = True
    assert [("1", "Курсы", "май", "завуч")] == _shown(document)


def test_rows_in_a_control() -> None:
    """A row inside a content control is a row."""
    document = _document(("1", "Курсы", "май", "завуч"), ("2", "Отчёт", "июнь", ""))
    row = document.tables[0].rows[2]._tr
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    row.addprevious(control)
    control.append(content)
    content.append(row)
    assert [("1", "Курсы", "май", "завуч"), ("2", "Отчёт", "июнь", "")] == _shown(document)


def test_bold_by_style() -> None:
    """A section may be bold by the style of its paragraph."""
    document = _document(("", "Кадры", "", ""), ("1", "Курсы", "май", ""))
    _cell(document, 1, 1).paragraphs[0].style = "Heading 1"
    assert [("> Кадры",), ("1", "Курсы", "май", "")] == _shown(document)


def test_paragraphs_in_cells() -> None:
    """Positions written one under the other get commas; other lines and line breaks become spaces."""
    document = _document(("1", "Курсы\nучителей", "май,\nиюнь", "директор\nзам. директора по\nУВР,"))
    _cell(document, 1, 1).paragraphs[0].add_run().add_break()
    assert [("1", "Курсы учителей", "май, июнь", "директор, зам. директора по УВР")] == _shown(document)


def test_table_in_a_table() -> None:
    """A plan inside a table that only places it on the page is found."""
    document = docx.Document()
    document.add_paragraph(TITLE)
    inner = document.add_table(1, 1).cell(0, 0).add_table(2, 4)
    for row, texts in enumerate((HEADING, ("1", "Курсы", "май", "завуч"))):
        for column, text in enumerate(texts):
            inner.cell(row, column).text = text
    assert [("1", "Курсы", "май", "завуч")] == _shown(document)


def test_link_to_nothing() -> None:
    """A relationship to a picture that is not there does not matter; python-docx itself fails on it."""
    broken = b'<Relationship Id="rId99" Type="http://x/image" Target="NULL"/></Relationships>'
    content = _changed("word/_rels/document.xml.rels", b"</Relationships>", broken)
    with pytest.raises(KeyError):
        docx.Document(io.BytesIO(content))
    assert of_tables(read_tables(_CONTENT, "a.docx")) == of_tables(read_tables(content, "a.docx"))


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("word/document.xml", b"<w:body>", b"<w:body"),
        ("word/document.xml", b"<w:body>", b"<w:head/><w:body2>"),
        ("word/document.xml", b'w:val="4"', b'w:val="four"'),
        ("word/document.xml", b"<?xml", b'<!DOCTYPE a [<!ENTITY b "c">]><?xml'),
        ("word/styles.xml", b"<w:styles", b"<w:styles<"),
        ("_rels/.rels", b"word/document.xml", b"word/other.xml"),
    ],
)
def test_broken_documents(part: str, old: bytes, new: bytes) -> None:
    """A document with a broken part is refused."""
    assert _CONTENT != _changed(part, old, new)
    with pytest.raises(IntakeRefusal):
        read_tables(_changed(part, old, new), "a.docx")


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=6), st.integers(0, 400), st.floats(0, 1))
def test_damaged_xml(inserted: bytes, lost: int, where: float) -> None:
    """A document that lost a piece of its XML, or holds something else there, is read or refused."""
    with zipfile.ZipFile(io.BytesIO(_CONTENT)) as source:
        content = source.read("word/document.xml")
    place = int(where * len(content))
    damaged = content[:place] + inserted + content[place + lost :]
    try:
        tables = read_tables(_changed("word/document.xml", content, damaged), "a.docx")
    except IntakeRefusal:
        return
    assert len(tables) <= 1


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_damaged_bytes(data: st.DataObject) -> None:
    """A document with any bytes lost or changed is read or refused, never a fault."""
    content = bytearray(_CONTENT)
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(content)))
    for damaged in (bytes(content), bytes(content[:cut])):
        try:
            tables = read_tables(damaged, "a.docx")
        except IntakeRefusal:
            continue
        assert all(cell.end > cell.start for table in tables for row in table.rows for cell in row.cells)


def test_bold_text_is_seen() -> None:
    """All text of a cell must be bold; blank runs do not count."""
    document = _document()
    add_table(document, [Bold(["а", "", "", ""]), ("б", "", "", "")], 4)
    document.tables[1].cell(0, 0).paragraphs[0].add_run(" ").bold = False
    document.tables[1].cell(1, 0).paragraphs[0].add_run("в").bold = True
    tables = read_tables(saved(document), "plan.docx")
    assert [True, False] == [row.cells[0].bold for row in tables[1].rows]
    assert qn("w:b") in {element.tag for element in document.tables[1]._tbl.iter()}
