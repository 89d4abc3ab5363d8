"""Texts that a form prints beside answers, or in the place of one: the plan of a roadmap, a unit of measure."""

from __future__ import annotations

from textwrap import shorten

from xlforms.definitions.items import BlockGrid, ColumnLine, RowLine
from xlforms.layout.plan import PrintedCell, Role

_CAPTION_LENGTH = 80  # in findings, where a whole measure would hide the rest


def printed_columns(block: BlockGrid) -> int:
    """How many columns of a table, from the left, hold printed texts."""
    return sum(column.printed for column in block.columns)


def is_plan(block: BlockGrid) -> bool:
    """Whether a table prints a plan beside the report on it: long texts on both sides."""
    return printed_columns(block) > 0 and not any(column.group for column in block.columns)


def base_level(block: BlockGrid) -> int:
    """The level of captions that are not indented: beside a plan, where there is little room, the least of all rows."""
    return min((row.level for row in block.rows if row.id), default=0) if is_plan(block) else 0


def printed_text(block: BlockGrid, row: RowLine, column: ColumnLine) -> str | None:
    """What stands printed where a row meets a column, perhaps nothing; None in the place of an answer."""
    return block.printed.get((row.id, column.id), "" if column.printed else None)


def printed_cell(  # where it stands, then what it means
    block: BlockGrid, row: RowLine, column: ColumnLine, at: tuple[int, int], keys: tuple[str, str], text: str
) -> PrintedCell:
    """A printed text as intake needs it; `at` is its row and column on the sheet, `keys` are theirs."""
    answers = [item for (line, _), item in block.cells.items() if line == row.id]
    captions = (block.title, shorten(row.caption, _CAPTION_LENGTH, placeholder=" …"), column.caption)
    return PrintedCell(
        *at,
        *keys,
        text=text,
        captions=tuple(caption for caption in captions if caption),
        items=tuple(item.name for item in answers if not item.computed),
        decides=any(item.nature == "number" for item in answers),
    )


def printed_role(block: BlockGrid, cell: PrintedCell) -> Role:
    """How a printed text looks."""
    if block.kind == "card":
        return "printed_answer"
    return "printed_unit" if cell.decides else "printed"
