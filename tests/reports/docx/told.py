"""A note as lines of text, for tests to compare with."""

from __future__ import annotations

from collections.abc import Iterator

from xlforms.consolidation.summary import Summary
from xlforms.reports.docx.note import make_note
from xlforms.reports.docx.note_parts import NoteTable, Part, Points


def told(summary: Summary) -> list[str]:
    """The whole note: headings with «#», items with «*» or a number, rows with bars, lines of a cell with slashes."""
    note = make_note(summary)
    lines = [note.title, note.round, *note.facts]
    for section in note.sections:
        lines.append(f"# {section.heading}")
        for part in section.parts:
            lines += _lines(part)
    return [line.replace("\u00a0", " ") for line in lines]


def section_told(summary: Summary, heading: str) -> list[str]:
    """The lines of one section, by the words of its heading without the number; empty when there is none."""
    lines, inside = [], False
    for line in told(summary):
        if line.startswith("# "):
            inside = line.partition(". ")[2] == heading
        elif inside:
            lines.append(line)
    return lines


def _lines(part: Part) -> Iterator[str]:
    if isinstance(part, Points):
        for number, item in enumerate(part.items, start=1):
            yield f"{number}. {item}" if part.numbered else f"* {item}"
    elif isinstance(part, NoteTable):
        for row in (part.heads, *part.rows):
            yield " | ".join(row).replace("\n", " / ")
    else:
        yield f"[{part.lead}] {part.text}" if part.lead else part.text
