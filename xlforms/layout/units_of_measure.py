"""Where a table prints its units of measure: once, not in the heading of each of ten columns."""

from __future__ import annotations

from xlforms.definitions.items import BlockGrid, RowLine


def header_captions(block: BlockGrid) -> list[str]:
    """The headings of columns; a unit stands at the first column that has it and again only after another unit.

    A unit that all columns share stands in the title of the table instead, if it has a title.
    """
    captions, shown = [], common_unit(block)
    for column in block.columns:
        unit = _unit_of_column(block, column.id)
        repeated = not unit or unit == shown
        captions.append(column.caption if repeated else _with_unit(column.caption, unit))
        shown = unit or shown
    return captions


def block_title(block: BlockGrid) -> str:
    """The title of a block, with the unit of measure that all columns of a table share."""
    return _with_unit(block.title, common_unit(block)) if block.title else ""


def row_label(block: BlockGrid, row: RowLine) -> str:
    """The caption of a row; a card's field carries its unit of measure."""
    if block.kind == "table":
        return row.caption
    unit = next((item.unit for (name, _), item in block.cells.items() if name == row.id), "")
    return _with_unit(row.caption, unit)


def common_unit(block: BlockGrid) -> str:
    """The unit of measure of every column of a table that has a title and at least two columns, or nothing."""
    if block.kind == "card" or not block.title or len(block.columns) < 2:
        return ""
    units = {_unit_of_column(block, column.id) for column in block.columns}
    return units.pop() if len(units) == 1 else ""


def _unit_of_column(block: BlockGrid, column: str) -> str:
    """The unit that all cells of a column share, or nothing."""
    units = {item.unit for (_, name), item in block.cells.items() if name == column}
    return units.pop() if len(units) == 1 else ""


def _with_unit(caption: str, unit: str) -> str:
    return f"{caption}, {unit}" if unit and unit not in caption else caption
