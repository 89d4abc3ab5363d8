"""Lays out one block, a table or a card: title, help, heading, rows, footnotes."""

from __future__ import annotations

from xlforms.definitions.items import BlockGrid, Item, RowLine
from xlforms.layout.draft import SheetDraft
from xlforms.layout.header import add_header
from xlforms.layout.limits import BODY_POINTS, LINE_POINTS, MAX_ROW_POINTS
from xlforms.layout.plan import (
    CODE_COLUMN,
    FIRST_ANSWER_COLUMN,
    LABEL_COLUMN,
    AnswerCell,
    FixedCell,
)
from xlforms.layout.text_size import line_count, row_points
from xlforms.layout.units_of_measure import block_title, row_label

_LONG_ANSWER = "слово " * 25  # rows do not grow in a protected sheet: room for about 150 characters
_MOST_LINES = {"card": 4, "table": 3}
_DENSE = 7  # a table with so many columns gives a long answer two lines, or it would take a page for ten rows


def add_block(draft: SheetDraft, block: BlockGrid) -> tuple[int, int]:
    """Adds a block; returns the first and last row of its heading."""
    draft.block_starts.append(draft.row)
    if block.title:
        draft.line(block_title(block), "block_title")
    if block.help:
        draft.line(block.help, "hint")
    spans = [(FIRST_ANSWER_COLUMN + first, FIRST_ANSWER_COLUMN + last) for first, last in draft.widths.spans[block.id]]
    first = draft.row
    if block.kind == "table":
        add_header(draft, block, spans)
    header = (first, max(draft.row - 1, first))
    for row in block.rows:
        if row.id:
            _add_row(draft, block, row, spans)
        else:
            draft.line(row.caption, "heading", level=row.level)
    if block.footnotes:
        draft.space(3.0)
    for note in block.footnotes:
        draft.line(note, "footnote")
    return header


def _add_row(draft: SheetDraft, block: BlockGrid, row: RowLine, spans: list[tuple[int, int]]) -> None:
    at, code, key = draft.row, draft.next_code(), f"{block.id}.{row.id}"
    label = row_label(block, row)
    draft.row_keys.append((at, key))
    draft.fixed.append(FixedCell(at, CODE_COLUMN, at, CODE_COLUMN, code, "row_code"))
    draft.fixed.append(FixedCell(at, LABEL_COLUMN, at, LABEL_COLUMN, label, "label", level=row.level))
    width = draft.pixels(LABEL_COLUMN, LABEL_COLUMN)
    height = row_points(line_count(label, width, BODY_POINTS, indent=2 * row.level + 1), BODY_POINTS)
    for number, (column, (first, last)) in enumerate(zip(block.columns, spans, strict=True), start=1):
        item = block.cells.get((row.id, column.id))
        if item is None:
            draft.fixed.append(FixedCell(at, first, at, last, "X", "closed"))
            continue
        lines = _answer_lines(block, item, draft.pixels(first, last))
        height = max(height, row_points(lines, BODY_POINTS))
        cell = AnswerCell(item, at, first, last, key, f"v{first - FIRST_ANSWER_COLUMN + 1}", code, number, lines > 1)
        (draft.computed if item.computed else draft.answers).append(cell)
    height = max(height, draft.beside.row_points(key))
    draft.heights.append(min(max(height, LINE_POINTS), MAX_ROW_POINTS))


def _answer_lines(block: BlockGrid, item: Item, pixels: float) -> int:
    """How many lines to keep for an answer: two for a text in a narrow cell, more for a long text."""
    if item.type == "long_text":
        most = 2 if len(block.columns) >= _DENSE else _MOST_LINES[block.kind]
        return min(max(line_count(_LONG_ANSWER, pixels, BODY_POINTS), 2), most)
    return 2 if item.type == "text" and pixels < 130 else 1
