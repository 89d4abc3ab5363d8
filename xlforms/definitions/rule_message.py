"""What a rule's message says in one place: its template cut into texts and values, captions filled in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from string import Formatter

from xlforms.definitions.items import BlockGrid, Item, SectionGrid
from xlforms.definitions.names import Names
from xlforms.definitions.rule_line import Line
from xlforms.definitions.rules import PERIOD_YEAR, Shown, Side
from xlforms.errors import ExpressionError
from xlforms.expressions.nodes import Binary, Day, Node, Number, children, references
from xlforms.expressions.to_text import decimal_text

_MANY = 3  # captions that a message lists; more would not be read
_YEAR_CAPTION = "год сбора сведений"


def message_parts(template: str, sides: Mapping[str, Side], captions: Mapping[str, str]) -> tuple[str | Side, ...]:
    """Texts and sides in turn; `{left:%}` shows a number as a percentage.

    Raises ExpressionError with the place in the template for a side that is not there or a bracket that is not closed.
    """
    parts: list[str | Side] = [""]
    position = 0
    try:
        pieces = list(Formatter().parse(template))
    except ValueError as error:
        raise ExpressionError("rule-message-braces", 0) from error
    for text, name, specification, conversion in pieces:
        parts[-1] = f"{parts[-1]}{text}"
        position += len(text) + text.count("{") + text.count("}")
        if name is None:
            continue
        if name in captions and not specification and not conversion:
            parts[-1] = f"{parts[-1]}{captions[name]}"
        elif name in sides and specification in ("", "%") and not conversion:
            side = sides[name]
            percent = specification == "%" and side.shown == "number"
            parts += [Side(side.node, "percent") if percent else side, ""]
        else:
            raise _unknown(name, specification or conversion or "", [*sides, *captions], position)
        position = template.index("}", position) + 1
    return tuple(part for part in parts if part != "")


def shown_sides(sides: Sequence[tuple[str, Node]], names: Names) -> dict[str, Side]:
    """How each side is printed: as its items are; a constant is a percentage when it is compared with one."""
    shown = {name: Side(node, _shown(node, names)) for name, node in sides}
    if not any(name in shown and shown[name].shown == "percent" for name in ("left", "right")):
        return shown
    return {name: Side(side.node, "percent") if isinstance(side.node, Number) else side for name, side in shown.items()}


class Captions:
    """What people read beside items, by names in expressions."""

    def __init__(self, sections: Sequence[SectionGrid], names: Names) -> None:
        self._blocks = {block.id: block for section in sections for block in section.blocks}
        self._names = names

    def of(self, node: Node, line: Line | None) -> str:
        """The captions of everything that a tree names, in «», as a person in this line would call it."""
        if isinstance(node, Number):
            return decimal_text(node.value).replace(".", ",")
        if isinstance(node, Day):
            return f"{node.value:%d.%m.%Y}"
        return _listed(caption for reference in references(node) for caption in self._captions(reference.path, line))

    def of_items(self, items: Iterable[Item], line: Line | None) -> str:
        """The captions of items, likewise."""
        return _listed(self._caption(self._blocks[item.block], item, line) for item in items)

    def _captions(self, path: str, line: Line | None) -> list[str]:
        if path == PERIOD_YEAR:
            return [_YEAR_CAPTION]
        items = self._names.find(path)
        block = self._blocks[items[0].block]
        last = path.rpartition(".")[2]
        group = next((column.group_caption for column in block.columns if column.group == last), "")
        if group and line is not None and line.scope == "row" and path == line.path(last):
            return [group]
        return [self._caption(block, item, line) for item in items]

    def _caption(self, block: BlockGrid, item: Item, line: Line | None) -> str:
        """A card's field and, in a line, what heads the crossing one; else both captions of a cell."""
        if block.kind == "card":
            return next(row.caption for row in block.rows if row.id == item.column)
        row = next(row.caption for row in block.rows if row.id == item.row)
        if line is not None and line.scope == "column" and line.block.id == block.id and line.id == item.column:
            return row
        if line is not None and line.scope == "row" and line.block.id == block.id:
            if line.id == item.row:
                return _column_caption(block, item)
            if _is_alone(item, block):
                return row
        return f"{row} / {_column_caption(block, item)}"


def _listed(captions: Iterable[str]) -> str:
    listed = list(dict.fromkeys(f"«{caption}»" for caption in captions))
    return ", ".join(listed[:_MANY]) + (" и др." if len(listed) > _MANY else "")


def _is_alone(item: Item, block: BlockGrid) -> bool:
    """Is it the only answer of its row, so that the row's caption says it all?"""
    return sum(row == item.row and not other.computed for (row, _), other in block.cells.items()) == 1


def _column_caption(block: BlockGrid, item: Item) -> str:
    return next(column.caption for column in block.columns if column.id == item.column)


def _shown(node: Node, names: Names) -> Shown:
    items = [item for reference in references(node) for item in names.find(reference.path)]
    if any(item.personal for item in items):
        return "hidden"
    if any(item.nature in ("text", "choice") for item in items):
        return "text"
    if isinstance(node, Day):
        return "date"
    if any(item.nature == "date" for item in items):
        return "number" if _is_difference(node, names) else "date"
    if any(item.type == "percent" for item in items) and not _multiplies(node):
        return "percent"
    return "number"


def _is_difference(node: Node, names: Names) -> bool:
    """Days between two dates, not a date."""
    if not isinstance(node, Binary) or node.operator != "-":
        return False
    natures = {item.nature for reference in references(node.right) for item in names.find(reference.path)}
    return "date" in natures


def _multiplies(node: Node) -> bool:
    if isinstance(node, Binary) and node.operator in ("*", "/"):
        return True
    return any(_multiplies(child) for child in children(node))


def _unknown(name: str, rest: str, known: list[str], position: int) -> ExpressionError:
    near = get_close_matches(name, known, n=1, cutoff=0.5)
    if near and name not in known:
        return ExpressionError("rule-side-unknown-near", position, name=name, near=near[0])
    shown = f"{name}:{rest}" if rest else name
    return ExpressionError("rule-side-unknown", position, name=shown, known=", ".join(known))
