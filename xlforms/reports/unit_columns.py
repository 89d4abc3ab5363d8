"""The columns of «По школам»: every item that is not personal, with its headings as in the form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from xlforms.consolidation.summary import FormSummary
from xlforms.definitions.items import IDENTITY_CARD, BlockGrid, Item, SectionGrid
from xlforms.layout.limits import SMALL_POINTS
from xlforms.layout.text_size import column_pixels, line_count, width_for

_WIDTHS = {"text": 22.0, "long_text": 36.0, "email": 24.0, "phone": 16.0, "choice": 14.0, "date": 12.0, "money": 15.0}
_NARROWEST = 9.0
ROW_LINES, COLUMN_LINES = 3, 4  # lines that the headings of rows and columns of the form may take


@dataclass(frozen=True, slots=True)
class UnitColumn:
    """One item: the headings above it from the outside in, the width in characters, the printed page across."""

    item: Item
    section: str
    block: str
    row: str
    column: str
    width: float
    page: int = 0


def unit_columns(form: FormSummary, room: float) -> list[UnitColumn]:
    """The items in the printed order of the newest version, then those that only older versions ask.

    The identity of the unit is left out: the register gives it, in the first columns. `room` is what a printed page
    has for items, in pixels.
    """
    found: dict[str, UnitColumn] = {}
    for version in form.versions:
        for section in version.sections:
            for block in section.blocks:
                if block.id != IDENTITY_CARD:
                    for column in _block_columns(section, block):
                        found.setdefault(column.item.name, column)
    return _paged(_widened(list(found.values())), room)


def spans(columns: Sequence[UnitColumn], depth: int) -> list[tuple[int, int]]:
    """First and last of the neighbouring columns that share their headings down to a depth (1 section, 2 block, 3 row).

    Items of one row of the form stand together, so a heading is printed once above them, and again on each page.
    """
    keys = [
        (column.page, column.section, column.item.block, column.item.row or column.item.name)[: depth + 1]
        for column in columns
    ]
    starts = [number for number in range(len(keys)) if number == 0 or keys[number] != keys[number - 1]]
    return list(zip(starts, [start - 1 for start in starts[1:]] + [len(keys) - 1], strict=True))


def _block_columns(section: SectionGrid, block: BlockGrid) -> list[UnitColumn]:
    columns = []
    for row in block.rows:
        for line in block.columns:
            item = block.cells.get((row.id, line.id))
            if item is None or item.personal:
                continue
            caption = f"{line.group_caption}: {line.caption}" if line.group_caption else line.caption
            if block.kind == "card":
                caption = ""
            columns.append(UnitColumn(item, section.sheet, block.title, row.caption, caption, 0.0))
    return columns


def _widened(columns: list[UnitColumn]) -> list[UnitColumn]:
    """Columns wide enough for their type, for their longest word, and for headings of a few lines."""
    widths = []
    for column in columns:
        own = column.column or column.row
        allowed = COLUMN_LINES if column.column else ROW_LINES + COLUMN_LINES
        width = max(_WIDTHS.get(column.item.type, _NARROWEST), width_for(own, SMALL_POINTS, bold=True) + 0.5)
        while line_count(own, column_pixels(width), SMALL_POINTS, bold=True) > allowed:
            width += 1
        widths.append(width)
    for first, last in spans(columns, 3):
        caption = columns[first].row if columns[first].column else ""
        while line_count(caption, _pixels(widths[first : last + 1]), SMALL_POINTS, bold=True) > ROW_LINES:
            widths[first : last + 1] = [width + 1 for width in widths[first : last + 1]]
    return [replace(column, width=round(width, 1)) for column, width in zip(columns, widths, strict=True)]


def _paged(columns: list[UnitColumn], room: float) -> list[UnitColumn]:
    """Columns dealt out to pages; the items of one row of the form stay together where a page has room for them."""
    rows = {first: _pixels([column.width for column in columns[first : last + 1]]) for first, last in spans(columns, 3)}
    page, used, paged = 0, 0.0, []
    for number, column in enumerate(columns):
        own = column_pixels(column.width)
        whole = rows.get(number, own)
        if used and used + (whole if whole <= room else own) > room:
            page, used = page + 1, 0.0
        used += own
        paged.append(replace(column, page=page))
    return paged


def _pixels(widths: Sequence[float]) -> float:
    return sum(map(column_pixels, widths))
