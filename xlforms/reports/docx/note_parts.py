"""What an analytical note consists of: plain texts in an order, with no word about how they look."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences; `lead` stands before them in bold and says what they are about."""

    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """A list: of steps in their order, or of equals."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class NoteTable:
    """A table: what it is about (for those who have it read to them), headings, rows of as many texts as headings.

    A text may have several lines. `widths` are shares of the width of the page, 1 in all; all columns but the first are
    centred when `centred`.
    """

    about: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    centred: bool = False


Part = Paragraph | Points | NoteTable


@dataclass(frozen=True, slots=True)
class NoteSection:
    """A heading and what stands under it."""

    heading: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """The note: its kind («Аналитическая справка»), the round, what is known of its days, and the sections."""

    title: str
    round: str
    facts: tuple[str, ...]
    sections: tuple[NoteSection, ...]
