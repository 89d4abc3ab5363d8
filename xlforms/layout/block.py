"""Lays out one block, a table or a card: title, help, heading, rows, footnotes."""

from __future__ import annotations

from xlforms.definitions.items import BlockGrid, Item, RowLine
from xlforms.layout.draft import SheetDraft
from xlforms.layout.header import add_header
from xlforms.layout.limits import BODY_POINTS, LINE_POINTS, MAX_ROW_POINTS, SMALL_POINTS
from xlforms.layout.plan import (
    CODE_COLUMN,
    FIRST_ANSWER_COLUMN,
    LABEL_COLUMN,
    AnswerCell,
    FixedCell,
)
from xlforms.layout.plan_widths import LINES_OF_REPORT
from xlforms.layout.printed_cells import (
    base_level,
    is_plan,
    printed_cell,
    printed_columns,
    printed_role,
    printed_text,
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
    base = base_level(block)
    for row, following in zip(block.rows, [*block.rows[1:], None], strict=True):
        if following is not None and following.level > base and row.level >= base > 0:
            draft.glued.add(draft.row)  # measures of one number stay on one page
        if row.id:
            _add_row(draft, block, row, spans)
        elif base and row.level >= base:
            draft.line(row.caption, "subheading", level=row.level - base)
        else:
            draft.line(row.caption, "heading", level=row.level)
    if block.footnotes:
        draft.space(3.0)
    for note in block.footnotes:
        draft.line(note, "footnote")
    return header


def _add_row(draft: SheetDraft, block: BlockGrid, row: RowLine, spans: list[tuple[int, int]]) -> None:
    at, code, key = draft.row, draft.next_code(), f"{block.id}.{row.id}"
    label, level = row_label(block, row), row.level - base_level(block)
    draft.row_keys.append((at, key))
    draft.fixed.append(FixedCell(at, CODE_COLUMN, at, CODE_COLUMN, code, "row_code"))
    draft.fixed.append(FixedCell(at, LABEL_COLUMN, at, LABEL_COLUMN, label, "label", level=level))
    width = draft.pixels(LABEL_COLUMN, LABEL_COLUMN)
    height = row_points(line_count(label, width, BODY_POINTS, indent=2 * level + 1), BODY_POINTS)
    for number, (column, (first, last)) in enumerate(zip(block.columns, spans, strict=True), start=1):
        item, column_key = block.cells.get((row.id, column.id)), f"v{first - FIRST_ANSWER_COLUMN + 1}"
        text = printed_text(block, row, column)
        if text is not None:
            cell = printed_cell(block, row, column, (at, first), (key, column_key), text)
            role = printed_role(block, cell)
            draft.fixed.append(FixedCell(at, first, at, last, text, role))
            draft.printed.append(cell)
            points = BODY_POINTS if role == "printed_answer" else SMALL_POINTS
            lines = line_count(text, draft.pixels(first, last), points, indent=1)
        elif item is None:
            draft.fixed.append(FixedCell(at, first, at, last, "X", "closed"))
            continue
        else:
            lines, points = _answer_lines(block, item, draft.pixels(first, last)), BODY_POINTS
            prompted = _is_prompted(block, item, number)
            answer = AnswerCell(item, at, first, last, key, column_key, code, number, lines > 1, prompted)
            (draft.computed if item.computed else draft.answers).append(answer)
        height = max(height, row_points(lines, points))
    height = max(height, draft.beside.row_points(key))
    draft.heights.append(min(max(height, LINE_POINTS), MAX_ROW_POINTS))


def _answer_lines(block: BlockGrid, item: Item, pixels: float) -> int:
    """How many lines to keep for an answer: two for a text in a narrow cell, more for a long text."""
    if item.type == "long_text":
        most = 2 if len(block.columns) >= _DENSE else _MOST_LINES[block.kind]
        most = LINES_OF_REPORT if is_plan(block) else most
        return min(max(line_count(_LONG_ANSWER, pixels, BODY_POINTS), 2), most)
    return 2 if item.type == "text" and pixels < 130 else 1


def _is_prompted(block: BlockGrid, item: Item, number: int) -> bool:
    """Prompts cover neighbouring cells: in a table only the first column of answers has them, and cells whose author
    gave help or an example, whose answer is a date, or a number in the unit of measure that is printed in its row."""
    printed = printed_columns(block)
    return (
        block.kind == "card"
        or number == printed + 1
        or item.type == "date"
        or bool(item.help or item.example)
        or (printed > 0 and item.nature == "number")
    )
