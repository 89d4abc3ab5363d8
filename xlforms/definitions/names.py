"""Which items a name in an expression means.

| written | means |
| --- | --- |
| `total` | the column `total` of the same row, or the field of the same card; a group means all of its columns |
| `row` | every other answer of the same row |
| `staff.all.total` | one item; `card.field` for a card |
| `staff.*.total` | the items of all rows; `staff.all.*` of all columns; a group or repeated row: all its members |
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from xlforms.definitions.items import BlockGrid, Item, SectionGrid
from xlforms.errors import ExpressionError


class Names:
    """The names of one form, for looking up what an expression refers to."""

    def __init__(self, sections: Iterable[SectionGrid]) -> None:
        self._blocks = {block.id: block for section in sections for block in section.blocks}

    def resolve(self, path: str, position: int, here: Item | None = None) -> tuple[Item, ...]:
        """The items that a name means, seen from the item `here`; never empty.

        Raises ExpressionError (`unknown-item`, with a near match) when there are none.
        """
        found = self.find(path, here)
        if not found:
            near = get_close_matches(path, self._known(here), n=1, cutoff=0.5)
            code = "unknown-item-near" if near else "unknown-item"
            raise ExpressionError(code, position, name=path, near=near[0] if near else "")
        return found

    def find(self, path: str, here: Item | None = None) -> tuple[Item, ...]:
        """As `resolve`, but empty when the name means nothing."""
        steps = path.split(".")
        if len(steps) == 1 and here is not None and here.block in self._blocks:
            return self._in_row(steps[0], here)
        return self._in_block(self._blocks[steps[0]], steps[1:]) if steps[0] in self._blocks else ()

    def _in_row(self, name: str, here: Item) -> tuple[Item, ...]:
        block = self._blocks[here.block]
        if block.kind == "card":
            mine = tuple(item for item in block.cells.values() if item.name != here.name)
            return tuple(item for item in block.cells.values() if item.column == name) if name != "row" else mine
        mine = tuple(item for (row, _), item in block.cells.items() if row == here.row)
        if name == "row":
            return tuple(item for item in mine if item.name != here.name and not item.computed)
        columns = set(_columns(block, name))
        return tuple(item for item in mine if item.column in columns)

    @staticmethod
    def _in_block(block: BlockGrid, steps: list[str]) -> tuple[Item, ...]:
        if block.kind == "card":
            if len(steps) != 1:
                return ()
            return tuple(item for item in block.cells.values() if steps[0] in ("*", item.column))
        if len(steps) != 2:
            return ()
        if (steps[0], steps[1]) in block.cells:
            return (block.cells[steps[0], steps[1]],)
        cells = ((row, column) for row in _rows(block, steps[0]) for column in _columns(block, steps[1]))
        return tuple(block.cells[cell] for cell in cells if cell in block.cells)

    def _known(self, here: Item | None) -> list[str]:
        names = [item.name for block in self._blocks.values() for item in block.cells.values()]
        if here is not None and here.block in self._blocks:
            block = self._blocks[here.block]
            names += dict.fromkeys(item.column for item in block.cells.values())
            names += dict.fromkeys(column.group for column in block.columns if column.group)
        return names


def _columns(block: BlockGrid, name: str) -> list[str]:
    return [column.id for column in block.columns if name in ("*", column.id, column.group)]


def _rows(block: BlockGrid, name: str) -> list[str]:
    """A row, all rows, or the members of a repeated row: `other` means `other_1`, `other_2`…"""
    ids = [row.id for row in block.rows if row.id]
    if name == "*":
        return ids
    return [name] if name in ids else [row for row in ids if row.rpartition("_")[0] == name and row[-1].isdigit()]
