"""Column widths of a sheet: blocks of different shape share one set of columns.

The table with most columns sets the columns of the sheet; a column of another block spans as many of them as it needs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xlforms.definitions.items import BlockGrid, ColumnLine, Item, SectionGrid
from xlforms.layout.limits import BODY_POINTS, PAGE_PIXELS, SMALL_POINTS, WIDEST_COLUMN, characters
from xlforms.layout.text_size import CELL_PADDING, INDENT, column_pixels, text_pixels, width_for

CODE_WIDTH = 4.5
_NATURAL = {
    "integer": 8.0, "decimal": 10.0, "percent": 9.0, "money": 15.0, "year": 7.0, "date": 12.0, "text": 20.0,
    "long_text": 34.0, "choice": 12.0, "yes_no": 8.0, "email": 26.0, "phone": 20.0,
}  # fmt: skip
_TEXTS = frozenset({"text", "long_text", "email", "phone"})


@dataclass(frozen=True, slots=True)
class SheetWidths:
    """The label column and the answer columns in characters, and for every block the span of each of its columns."""

    label: float
    answers: tuple[float, ...]
    spans: dict[str, tuple[tuple[int, int], ...]]


def share_widths(section: SectionGrid) -> SheetWidths:
    """Widths for a section, so that no word is broken and the page is filled where texts can use the room."""
    wanted = {block.id: [_wanted(block, column) for column in block.columns] for block in section.blocks}
    leader = max(section.blocks, key=lambda block: (len(block.columns), sum(wanted[block.id])))
    grid = list(wanted[leader.id])
    for block in section.blocks:
        lack = sum(wanted[block.id]) - sum(grid)
        if lack > 0:
            grid = [width + lack / len(grid) for width in grid]
    page = PAGE_PIXELS[section.orientation] - column_pixels(CODE_WIDTH)
    label = _label_width(section, page - sum(map(column_pixels, grid)))
    spare = characters(page - sum(map(column_pixels, grid)) - column_pixels(label))
    grid = _widen(section, leader, grid, spare)
    spans = {block.id: _spans(wanted[block.id], grid) for block in section.blocks}
    return SheetWidths(label, tuple(round(width, 2) for width in grid), spans)


def header_caption(block: BlockGrid, column: ColumnLine) -> str:
    """The heading of a column with its unit of measure, when all cells of the column share one."""
    units = {item.unit for (_, name), item in block.cells.items() if name == column.id}
    unit = units.pop() if len(units) == 1 else ""
    return f"{column.caption}, {unit}" if unit and unit not in column.caption else column.caption


def _items(block: BlockGrid, column: ColumnLine) -> list[Item]:
    return [item for (_, name), item in block.cells.items() if name == column.id]


def _wanted(block: BlockGrid, column: ColumnLine) -> float:
    caption = width_for(header_caption(block, column), SMALL_POINTS, bold=True)
    if column.width is not None:
        return max(column.width, caption)
    natural = max((_natural(item) for item in _items(block, column)), default=8.0)
    return min(max(natural, caption), WIDEST_COLUMN)


def _natural(item: Item) -> float:
    longest = max((text_pixels(choice, BODY_POINTS) for choice in item.choices), default=0.0)
    return min(max(_NATURAL[item.type], characters(longest + CELL_PADDING + 22)), 30.0 if item.choices else 99.0)


def _label_width(section: SectionGrid, room: float) -> float:
    """As wide as the longest caption on one line, if the page has that room; never so narrow that words break."""
    captions = [(row.caption, row.level) for block in section.blocks for row in block.rows if row.id]
    one_line = max(text_pixels(text, BODY_POINTS) + CELL_PADDING + (level + 1) * INDENT for text, level in captions)
    word = max(width_for(text, BODY_POINTS) + (level + 1) * INDENT / 7 for text, level in captions)
    heads = max((width_for(block.row_title, SMALL_POINTS, bold=True) for block in section.blocks), default=0.0)
    least = max(word, heads, 4.0 if one_line < 60 else 22.0)
    return round(min(max(min(characters(one_line), characters(room)), least), WIDEST_COLUMN), 2)


def _widen(section: SectionGrid, leader: BlockGrid, grid: list[float], spare: float) -> list[float]:
    """Spare room of the page goes to columns of text of the leading table; a sheet without any keeps it."""
    if spare <= 0:
        return grid
    takers = [
        number
        for number, column in enumerate(leader.columns)
        if column.width is None and any(item.type in _TEXTS for item in _items(leader, column))
    ]
    if not takers and any(item.type in _TEXTS for block in section.blocks for item in block.cells.values()):
        takers = list(range(len(grid)))
    return [
        min(width + spare / len(takers), WIDEST_COLUMN) if number in takers else width
        for number, width in enumerate(grid)
    ]


def _spans(wanted: Sequence[float], grid: Sequence[float]) -> tuple[tuple[int, int], ...]:
    """For each wanted width the first and last column of the grid it takes, from left to right."""
    if len(wanted) == len(grid):
        return tuple((number, number) for number in range(len(grid)))
    spans, at = [], 0
    for number, width in enumerate(wanted):
        left_over = len(wanted) - number - 1
        last = at
        while sum(grid[at : last + 1]) < width * 0.95 and last + 1 < len(grid) - left_over:
            last += 1
        spans.append((at, last))
        at = last + 1
    return tuple(spans)
