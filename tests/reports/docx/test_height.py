"""On how many pages a note is reckoned to stand."""

from __future__ import annotations

import pytest

from xlforms.reports.docx.height import page_count
from xlforms.reports.docx.note_parts import Note, NoteSection, NoteTable, Paragraph, Points

LINE = "слово " * 10  # fills less than one line


def note(*parts: Paragraph | Points | NoteTable) -> Note:
    """A note with one section."""
    return Note("Справка", "Сбор", (), (NoteSection("1. Раздел", parts),))


@pytest.mark.parametrize(
    ("lines", "pages"),
    [(0, 1), (30, 1), (36, 1), (37, 2), (75, 2), (77, 3)],
)  # fmt: skip
def test_paragraphs(lines: int, pages: int) -> None:
    """A line is 11 points times 1.15 and 5 behind it; a page has 714 points, the first less its headings."""
    assert pages == page_count(note(*[Paragraph(LINE)] * lines))


def test_heading_moves_with_its_text() -> None:
    """A heading that would stand alone at the foot of a page goes over with what it heads."""
    before, page = Paragraph("\n".join(["строка"] * 40)), Paragraph("\n".join(["строка"] * 55))
    assert [2, 3] == [
        page_count(Note("Справка", "Сбор", (), sections))
        for sections in (
            (NoteSection("1. Раздел", (before, page)),),
            (NoteSection("1. Раздел", (before,)), NoteSection("2. Раздел", (page,))),
        )
    ]


def test_tables_and_lists() -> None:
    """Rows are as high as their highest cell, lists narrower than the page."""
    row = ("a\nb\nc\nd", "a")
    table = NoteTable("", ("x", "y"), (row,) * 13, (0.5, 0.5))
    assert [1, 2] == [page_count(note(table)), page_count(note(table, Points((LINE,) * 6)))]
