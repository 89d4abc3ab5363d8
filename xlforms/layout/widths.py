"""Column widths of a sheet: blocks of different shape share one set of columns.

The table with most columns sets the columns of the sheet; a column of another block spans as many of them as it needs,
a card's answers span them all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xlforms.definitions.items import BlockGrid, ColumnLine, Item, SectionGrid
from xlforms.layout.limits import BODY_POINTS, PAGE_PIXELS, SMALL_POINTS, WIDEST_COLUMN, characters
from xlforms.layout.plan_widths import LEAST_SCALE, plan_widths
from xlforms.layout.printed_cells import base_level, is_plan, printed_columns
from xlforms.layout.spans import Span, span_columns
from xlforms.layout.text_size import CELL_PADDING, INDENT, PIXELS_PER_CHARACTER, column_pixels, text_pixels, width_for
from xlforms.layout.units_of_measure import header_captions, row_label

CODE_WIDTH = 4.2
_NATURAL = {
    "integer": 8.0, "decimal": 10.0, "percent": 9.0, "money": 15.0, "year": 7.0, "date": 12.0, "text": 20.0,
    "long_text": 34.0, "choice": 12.0, "yes_no": 8.0, "email": 26.0, "phone": 20.0,
}  # fmt: skip
_LEAST_LABEL = 21.5
_PASSPORT_CAPTIONS = 0.4  # of the page: what is printed beside them is longer
_TEXTS = frozenset({"text", "long_text", "email", "phone"})


@dataclass(frozen=True, slots=True)
class SheetWidths:
    """The label column and the answer columns in characters, and for every block the span of each of its columns."""

    label: float
    answers: tuple[float, ...]
    spans: Mapping[str, tuple[Span, ...]]


def share_widths(section: SectionGrid) -> SheetWidths:
    """Widths for a section, so that no word is broken and the page is filled where texts can use the room."""
    wanted = {block.id: _wanted(block) for block in section.blocks}
    leader = max(section.blocks, key=lambda block: (block.kind == "table", len(block.columns), sum(wanted[block.id])))
    captions = 0.0
    if is_plan(leader):
        captions, *printed = plan_widths(leader, _plan_room(section, wanted[leader.id][printed_columns(leader) :]))
        wanted[leader.id][: len(printed)] = printed
    grid = list(wanted[leader.id])
    for block in section.blocks:
        lack = sum(wanted[block.id]) - sum(grid)
        if lack > 0:
            grid = [width + lack / len(grid) for width in grid]
    page = PAGE_PIXELS[section.orientation] - column_pixels(CODE_WIDTH)
    room = page - sum(map(column_pixels, grid))
    if any(block.kind == "card" and block.printed for block in section.blocks):
        room = min(room, page * _PASSPORT_CAPTIONS)
    label = _label_width(section, room, captions)
    spare = (page - sum(map(column_pixels, grid)) - column_pixels(label)) / PIXELS_PER_CHARACTER
    grid = _widen(section, leader, grid, spare)
    spans = {
        block.id: ((0, len(grid) - 1),) if block.kind == "card" else span_columns(wanted[block.id], grid)
        for block in section.blocks
    }
    return SheetWidths(label, tuple(round(width, 2) for width in grid), spans)


def _plan_room(section: SectionGrid, answers: Sequence[float]) -> float:
    """What a page printed as small as may be leaves for captions and printed texts, in pixels."""
    page = PAGE_PIXELS[section.orientation] / LEAST_SCALE
    return page - sum(map(column_pixels, (CODE_WIDTH, *answers)))


def _items(block: BlockGrid, column: ColumnLine) -> list[Item]:
    return [item for (_, name), item in block.cells.items() if name == column.id]


def _wanted(block: BlockGrid) -> list[float]:
    """The width of every column: what the author says, or what its answers take; words of its heading stay whole."""
    widths = []
    for column, text in zip(block.columns, header_captions(block), strict=True):
        caption = width_for(text, SMALL_POINTS, bold=True)
        natural = max((_natural(item) for item in _items(block, column)), default=8.0)
        widths.append(min(max(natural if column.width is None else column.width, caption), WIDEST_COLUMN))
    return widths


def _natural(item: Item) -> float:
    longest = max((text_pixels(choice, BODY_POINTS) for choice in item.choices), default=0.0)
    return min(max(_NATURAL[item.type], characters(longest + CELL_PADDING + 22)), 30.0 if item.choices else 99.0)


def _label_width(section: SectionGrid, room: float, beside_report: float) -> float:
    """As wide as the longest caption on one line, if the page has that room; never so narrow that words break, where
    they must not: `beside_report` is what captions of a plan need, 0 without one."""
    captions = [
        (row_label(block, row), 2 * (row.level - base_level(block)) + 1)
        for block in section.blocks
        for row in block.rows
        if row.id
    ]
    one_line = max(text_pixels(text, BODY_POINTS) + CELL_PADDING + indent * INDENT for text, indent in captions)
    word = max(width_for(text, BODY_POINTS) + indent * INDENT / PIXELS_PER_CHARACTER for text, indent in captions)
    heads = max((width_for(block.row_title, SMALL_POINTS, bold=True) for block in section.blocks), default=0.0)
    least = beside_report or max(word, heads, 4.0 if one_line < 60 else _LEAST_LABEL)
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
