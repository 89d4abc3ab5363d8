"""What a document of a roadmap holds, as plain values: tables with their rows, and the lines of text before each.

The readers of Word, of spreadsheets and of CSV end here, so that all that follows is the same for all of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DocumentKind = Literal["word", "sheet", "csv"]
Typed = Literal["", "number", "date"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: the number of a Word table or the name of a sheet (empty in CSV), and the row from 1."""

    kind: DocumentKind
    table: str
    row: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that takes the columns from `start` to before `end`, counted from 0.

    `text` has a line for each paragraph and is tidy; `bold` means that all of it is; `merged_up` that the cell belongs
    to the one above it; `typed` is how a spreadsheet stores it: as a number or a date, else empty.
    """

    text: str
    start: int
    end: int
    bold: bool = False
    merged_up: bool = False
    typed: Typed = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row by its number in the document, from 1; its blank cells may be left out."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table, or a whole sheet; `before` are the lines of text between it and the table before it."""

    kind: DocumentKind
    name: str
    before: tuple[str, ...]
    rows: tuple[Row, ...]

    def place(self, row: int = 0) -> Place:
        """A place in this table."""
        return Place(self.kind, self.name, row)

    @property
    def shows_bold(self) -> bool:
        """Whether it is known which cells are bold."""
        return self.kind == "word"
