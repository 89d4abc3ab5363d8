"""Which column of a planned table a column of the returned sheet is.

Three witnesses speak for a column, as for a row: the hidden key, the visible number and the heading (with the heading
of its group, where several columns of a table share theirs). The heading wins when it is one of the table's own,
because it is what stood over the cell while the person typed; else key and number must agree.
"""

from __future__ import annotations

from dataclasses import dataclass

from xlforms.intake.texts import fold
from xlforms.layout.plan import FIRST_ANSWER_COLUMN, FixedCell, SheetPlan

_HEADINGS = ("header", "answer_header")


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """What the form prints over one column of a table, folded: heading, heading of its group, number; `shown` is how
    people read it. A card has one column with nothing over it."""

    column: int
    heading: str
    group: str
    number: int
    shown: str


@dataclass(frozen=True)
class BlockKeys:
    """One block of a sheet: its title, its planned rows with keys, and its columns.

    `headings` names the columns whose heading is theirs alone, `numbers` all by their number.
    """

    title: str
    rows: tuple[int, ...]
    heads: tuple[ColumnHead, ...]
    headings: dict[str, int]
    numbers: dict[int, int]
    header_rows: int

    @property
    def has_headings(self) -> bool:
        """Whether anything stands over the columns: a card has no headings."""
        return any(head.heading for head in self.heads)


@dataclass(frozen=True, slots=True)
class HeardColumn:
    """What the witnesses of one returned column say, as `HeardRow` does for a row; `column` is the planned one."""

    column: int | None
    agreed: bool


def blocks_of(sheet: SheetPlan) -> tuple[BlockKeys, ...]:
    """The blocks of a planned sheet from top to bottom."""
    rows: dict[str, list[int]] = {}
    for row, key in sheet.row_keys:
        rows.setdefault(key.partition(".")[0], []).append(row)
    columns: dict[int, set[int]] = {}
    for cell in (*sheet.answers, *sheet.computed):
        columns.setdefault(cell.row, set()).add(cell.column)
    for printed in sheet.printed:
        columns.setdefault(printed.row, set()).add(printed.column)
    found = []
    above = 0
    for lines in rows.values():
        over = [cell for cell in sheet.fixed if above < cell.row < lines[0]]
        title = next((cell.text for cell in over if cell.role == "block_title"), "")
        used = sorted({column for row in lines for column in columns.get(row, ())})
        found.append(_block(title, tuple(lines), used, over))
        above = lines[-1]
    return tuple(found)


def hear_column(block: BlockKeys, key: int | None, number: int, heading: str, group: str) -> HeardColumn | None:
    """What the key (its planned column), the number and the folded headings of a returned column say together; None for
    a column that is none of the table's.

    A heading that several columns share needs a second witness: a heading of a group stays behind more easily.
    """
    by_number = block.numbers.get(number)
    by_key = key if key in {head.column for head in block.heads} else None
    others = {by_key, by_number} - {None}
    named = {head.column for head in block.heads if heading and head.heading == heading}
    if len(named) > 1 and group:
        named &= {head.column for head in block.heads if head.group == group}
    column: int | None = None
    if heading in block.headings:
        column = block.headings[heading]
    elif named:
        both = by_key is not None and by_number is not None
        column = next(iter(others & named), None) if len(others) == 1 and (both or len(named) == 1) else None
    elif by_key == by_number:
        column = by_key
    if column is None and not others:
        return None
    return HeardColumn(column, others <= {column})


def _block(title: str, rows: tuple[int, ...], columns: list[int], over: list[FixedCell]) -> BlockKeys:
    heads = tuple(_head(column, over) for column in columns)
    texts = [head.heading for head in heads]
    headings = {head.heading: head.column for head in heads if head.heading and texts.count(head.heading) == 1}
    numbers = {head.number: head.column for head in heads if head.number > 0}
    lines = {cell.row for cell in over if cell.role in _HEADINGS}
    return BlockKeys(title, rows, heads, headings, numbers, len(lines))


def _head(column: int, over: list[FixedCell]) -> ColumnHead:
    """The heading that begins over a column and stands lowest, the one above it, and the number."""
    texts = sorted(
        (cell.row, cell.text)
        for cell in over
        if cell.role in _HEADINGS and cell.column >= FIRST_ANSWER_COLUMN and cell.column <= column <= cell.last_column
    )
    number = next((int(cell.text) for cell in over if cell.role == "column_number" and cell.column == column), 0)
    heading = texts[-1][1] if texts else ""
    group = texts[-2][1] if len(texts) > 1 else ""
    shown = " / ".join(" ".join(text.split()) for _, text in texts)
    return ColumnHead(column, fold(heading), fold(group), number, shown)
