"""A form spelled out: every block as rows by columns, every cell with everything that is known of its item.

Plain values without any library, so that worker processes and the layout carry them lightly.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

TITLE_SECTION = "title"
IDENTITY_CARD = "unit"
CHECK_SECTION = "check"
EXPLANATIONS_TABLE = "explanations"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing asked: one answer cell, or one computed cell.

    `name` is `table.row.column` or `card.field`; `row` is empty for a card. `captions` are what a person reads from
    the outside in (block, row, column), without empty ones. `minimum` and `maximum` are numbers, or ISO dates; None
    for texts. `choices` is empty unless the answer is one of a list. `required_if` and `computed` are expressions in
    which a bare name means a column of the same row. `summed` says whether a sum over units means anything; `gathered`
    that its texts are read together on the sheet of needs, those marked `first` before the others.
    """

    name: str
    block: str
    row: str
    column: str
    captions: tuple[str, ...]
    type: str
    nature: str
    unit: str = ""
    minimum: float | int | str | None = None
    maximum: float | int | str | None = None
    max_length: int | None = None
    required: bool = False
    required_if: str = ""
    blank_zero: bool = False
    summed: bool = False
    personal: bool = False
    gathered: bool | Literal["first"] = False
    choices: tuple[str, ...] = ()
    computed: str = ""
    help: str = ""
    example: str = ""

    @property
    def label(self) -> str:
        """The captions in one line."""
        return " / ".join(self.captions)

    @property
    def whole(self) -> bool:
        """Must the answer be a whole number?"""
        return self.type in ("integer", "year")


@dataclass(frozen=True, slots=True)
class ColumnLine:
    """A column of a block: its id, caption, and the common heading of its group, if any; width in characters.

    A `printed` column holds texts that the form prints in each row, and no answers.
    """

    id: str
    caption: str
    group: str = ""
    group_caption: str = ""
    width: float | None = None
    printed: bool = False


@dataclass(frozen=True, slots=True)
class RowLine:
    """A row of a block, or a heading between rows (`id` empty); `level` counts how deep a sub-row lies, from 0."""

    id: str
    caption: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class BlockGrid:
    """A table or card as rows by columns.

    `cells` holds the item of (row id, column id); a pair that is absent is a closed cell. A card has the one column
    `value`. `open_rows` says that rows are numbered places, not questions of their own. `printed` holds the texts that
    stand in cells beside the answers, `constants` dates that rules may name in a row: (row id, name).
    """

    kind: Literal["card", "table"]
    id: str
    title: str
    help: str
    row_title: str
    footnotes: tuple[str, ...]
    columns: tuple[ColumnLine, ...]
    rows: tuple[RowLine, ...]
    open_rows: bool
    cells: dict[tuple[str, str], Item]
    printed: Mapping[tuple[str, str], str] = field(default_factory=dict)
    constants: Mapping[tuple[str, str], date] = field(default_factory=dict)
    constant_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionGrid:
    """A section: one sheet with its blocks from top to bottom."""

    id: str
    title: str
    sheet: str
    orientation: Literal["portrait", "landscape"]
    help: str
    footnotes: tuple[str, ...]
    blocks: tuple[BlockGrid, ...]


def items_of(sections: tuple[SectionGrid, ...]) -> list[Item]:
    """All items in the order of the printed form: section, block, row, column."""
    return [
        block.cells[row.id, column.id]
        for section in sections
        for block in section.blocks
        for row in block.rows
        for column in block.columns
        if (row.id, column.id) in block.cells
    ]
