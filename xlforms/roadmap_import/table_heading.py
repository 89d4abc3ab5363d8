"""Finds the heading of a table of measures, of one row or two, and reads the rows below it by its columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from xlforms.roadmap_import.column_roles import Role, is_indicator, role_of, title_strength
from xlforms.roadmap_import.document import Cell, Row

_COUNTED = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?")
_SHORT = 40
"""Characters of a heading of few words, and of the second row of a heading."""
_OTHERS: tuple[Role, ...] = ("deadline", "responsible", "result", "period")


@dataclass(frozen=True, slots=True)
class HeadingColumn:
    """One column: what it is headed, its place among the columns of the table, and what it holds."""

    heading: str
    start: int
    end: int
    role: Role | None


@dataclass(frozen=True, slots=True)
class TableHeading:
    """The columns of a table; `height` is the number of its rows, the row of column numbers included."""

    columns: tuple[HeadingColumn, ...]
    height: int

    @property
    def roles(self) -> tuple[Role | None, ...]:
        """What the columns hold, in their order."""
        return tuple(column.role for column in self.columns)

    def of_measures(self) -> bool:
        """Whether this is a table of measures, by its heading."""
        return "title" in self.roles and any(role in self.roles for role in _OTHERS)


def heading_at(rows: Sequence[Row], position: int) -> TableHeading | None:
    """The heading that begins at a row, of a table of measures or of indicators; None when none begins there."""
    cells = _filled(rows[position])
    if not cells:
        return None
    below = rows[position + 1] if position + 1 < len(rows) else None
    found = None
    if below is not None and _is_second_row(rows[position], below):
        found = _heading(_joined(rows[position], below), 2)
    found = found or _heading(cells, 1)
    if found is None:
        return None
    after = position + found.height
    if after < len(rows) and is_counting(rows[after]):
        found = replace(found, height=found.height + 1)
    return found


def is_counting(row: Row) -> bool:
    """Whether a row numbers the columns: 1 2 3 4 5."""
    texts = [cell.text.rstrip(".") for cell in _filled(row)]
    return len(texts) > 2 and texts == [str(number) for number in range(1, len(texts) + 1)]


def cells_by_column(row: Row, heading: TableHeading) -> list[tuple[HeadingColumn, Cell]]:
    """Each cell of a row with its column.

    A row with as many cells as columns goes cell by cell, since rows of one table may be ruled a little apart;
    otherwise a cell belongs to the column that it shares most with, the first of several.
    """
    columns = heading.columns
    if len(row.cells) == len(columns) and any(cell.end - cell.start > 1 for cell in row.cells):
        return list(zip(columns, row.cells, strict=True))
    pairs = []
    for cell in row.cells:
        shares = [min(cell.end, column.end) - max(cell.start, column.start) for column in columns]
        if max(shares) > 0:
            pairs.append((columns[_first_column(cell, columns, shares)], cell))
    return pairs


def _first_column(cell: Cell, columns: tuple[HeadingColumn, ...], shares: list[int]) -> int:
    """A cell over several whole columns stands in the first of them."""
    whole = [n for n, column in enumerate(columns) if cell.start <= column.start and column.end <= cell.end]
    return whole[0] if len(whole) > 1 else shares.index(max(shares))


def _filled(row: Row) -> list[Cell]:
    return [cell for cell in row.cells if cell.text]


def _heading(cells: Sequence[Cell], height: int) -> TableHeading | None:
    """The cells as a heading when enough of them are understood, and none looks like a measure."""
    columns = [HeadingColumn(" ".join(cell.text.split()), cell.start, cell.end, role_of(cell.text)) for cell in cells]
    columns = _with_number(_with_one_title(columns))
    roles = [column.role for column in columns]
    known = [role for role in roles if role is not None]
    others = [role for role in known if role not in ("title", "number")]
    short = all(len(column.heading) <= _SHORT for column in columns)
    enough = len(known) >= 3 or len(known) == len(columns) or short
    if len(columns) < 2 or any(_COUNTED.fullmatch(column.heading) for column in columns):
        return None
    if "title" in roles and others and enough:
        return TableHeading(tuple(columns), height)
    indicators = "title" not in roles and len(columns) > 2 and short and any(is_indicator(c.heading) for c in columns)
    return TableHeading(tuple(columns), height) if indicators else None


def _with_one_title(columns: list[HeadingColumn]) -> list[HeadingColumn]:
    """The surest of the columns that may hold measures; a lone column of directions holds them too."""
    candidates = [column for column in columns if column.role == "title"]
    if not candidates:
        sections = [column for column in columns if column.role == "section"]
        return [replace(column, role="title") if [column] == sections else column for column in columns]
    if any(is_indicator(column.heading) and title_strength(column.heading) < 2 for column in candidates):
        return [replace(column, role=None) if column in candidates else column for column in columns]
    best = max(candidates, key=lambda column: title_strength(column.heading))
    return [replace(column, role=None) if column in candidates and column != best else column for column in columns]


def _with_number(columns: list[HeadingColumn]) -> list[HeadingColumn]:
    """Numbers often stand in a column without a heading, left of the measures."""
    first = columns[0]
    if first.role != "title" or first.start == 0 or any(column.role == "number" for column in columns):
        return columns
    return [HeadingColumn("", 0, first.start, "number"), *columns]


def _is_second_row(upper: Row, lower: Row) -> bool:
    """Whether a row continues the heading above it: short texts under wide headings, nothing under the others."""
    texts = _filled(lower)
    if not texts or any(len(cell.text) > _SHORT or _COUNTED.fullmatch(cell.text) for cell in texts):
        return False
    heads = _filled(upper)
    wide = [head for head in heads if head.end - head.start > 1]
    if wide:
        return all(any(head.start <= cell.start < head.end for head in wide) for cell in texts) and len(texts) > 1
    starts = {head.start for head in heads}
    return len(texts) > 1 and min(starts) < min(cell.start for cell in texts) and _reaches_beyond(texts, starts)


def _reaches_beyond(texts: Sequence[Cell], starts: set[int]) -> bool:
    """In a sheet a wide heading is one cell and blanks: some text stands below a blank, the first below a heading."""
    return texts[0].start in starts and any(cell.start not in starts for cell in texts)


def _joined(upper: Row, lower: Row) -> list[Cell]:
    """The cells of a heading of two rows: the lower ones say more, the upper ones say what about."""
    below = _filled(lower)
    heads = sorted(_filled(upper), key=lambda cell: cell.start)
    joined = []
    for position, head in enumerate(heads):
        is_last = position + 1 == len(heads)
        reach = head.end if head.end - head.start > 1 else (1 << 30) if is_last else heads[position + 1].start
        parts = [cell for cell in below if head.start <= cell.start < reach]
        joined += [replace(cell, text=_full(head.text, cell.text)) for cell in parts] or [head]
    return joined


def _full(upper: str, lower: str) -> str:
    """The lower heading alone where it is understood alone, else both."""
    return lower if role_of(lower) not in (None, "period") else f"{upper} {lower}"
