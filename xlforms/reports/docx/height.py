"""On how many pages a note stands, reckoned without any office suite: so it is known to fit when it is made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xlforms.layout.text_size import CELL_PADDING, line_count
from xlforms.reports.docx.look import (
    BEHIND_TABLE,
    BODY,
    BOLD,
    BULLET,
    CELL_POINTS,
    CELL_ROOM,
    HEADING,
    LINE_SPACING,
    LIST_INDENT,
    ROUND,
    SIZES,
    SPACES,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    TITLE,
)
from xlforms.reports.docx.note_parts import Note, NoteTable, Part, Points

_PIXELS, _POINTS = 96 / 25.4, 72 / 25.4  # in a millimetre
_LINE = 1.15 * LINE_SPACING  # of Arial, by its type size
_CELL_SIDES = 3.8  # millimetres left and right of the text in a cell, as Word and LibreOffice have it
_ROOM = TEXT_HEIGHT * _POINTS * 0.98  # what suites differ by; lines are reckoned a little short as it is


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands on one page: its height in points, and whether the next piece must stand on the same."""

    points: float
    kept: bool = False


def page_count(note: Note) -> int:
    """How many pages it takes at most: no paragraph or row is divided unless it is longer than a page, and a heading
    stays with what follows.
    """
    pages, used, together = 1, 0.0, 0.0
    for piece in _pieces(note):
        together += piece.points
        if piece.kept:
            continue
        if used + together > _ROOM:
            pages, used = pages + 1, 0.0
        used, together = used + together, 0.0
        pages, used = pages + int(used // _ROOM), used % _ROOM
    return pages


def _pieces(note: Note) -> Iterator[_Piece]:
    yield _paragraph(TITLE, note.title)
    yield _paragraph(ROUND, note.round)
    for fact in note.facts:
        yield _paragraph(BODY, fact)
    for section in note.sections:
        yield _paragraph(HEADING, section.heading)
        for part in section.parts:
            yield from _of_part(part)


def _of_part(part: Part) -> Iterator[_Piece]:
    if isinstance(part, NoteTable):
        for row in (part.heads, *part.rows):
            yield _row(part, row)
        yield _Piece(BEHIND_TABLE)
    elif isinstance(part, Points):
        for item in part.items:
            yield _paragraph(BULLET, item, LIST_INDENT)
        yield _Piece(SPACES[BODY][1] - SPACES[BULLET][1])
    else:
        yield _paragraph(BODY, f"{part.lead} {part.text}" if part.lead else part.text)


def _paragraph(style: str, text: str, indent: float = 0.0) -> _Piece:
    points, (before, after) = SIZES[style], SPACES[style]
    count = line_count(text, (TEXT_WIDTH - indent) * _PIXELS + CELL_PADDING, points, bold=style in BOLD)
    return _Piece(before + count * points * _LINE + after, kept=style == HEADING or text.endswith(":"))


def _row(part: NoteTable, texts: tuple[str, ...]) -> _Piece:
    head = texts is part.heads
    lines = max(
        line_count(text, (TEXT_WIDTH * share - _CELL_SIDES) * _PIXELS + CELL_PADDING, CELL_POINTS, bold=head)
        for text, share in zip(texts, part.widths, strict=True)
    )
    return _Piece(lines * CELL_POINTS * _LINE + 2 * CELL_ROOM + 0.5, kept=head)
