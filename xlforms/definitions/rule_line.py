"""The rows or columns that a rule goes through, and what its names mean in each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from xlforms.definitions.items import BlockGrid, Item
from xlforms.definitions.names import Names
from xlforms.definitions.review_expressions import single_names
from xlforms.definitions.rule import Rule
from xlforms.definitions.rules import PERIOD_YEAR, Scope
from xlforms.errors import ExpressionError
from xlforms.expressions.nodes import Day, Node, Reference, references
from xlforms.expressions.rewrite import rewritten

REST_OF_ROW = "row"
_ROW: Scope = "row"
_COLUMN: Scope = "column"


@dataclass(frozen=True, slots=True)
class Line:
    """One row or one column of a table: a name without a point is looked up in it. `caption` is what heads it."""

    block: BlockGrid
    scope: Scope
    id: str
    caption: str

    @property
    def known(self) -> list[str]:
        """The names that can be used in it without a point."""
        if self.scope == "column":
            return list(dict.fromkeys(name for row in self.block.rows if row.id for name in _row_names(row.id)))
        columns = [column for column in self.block.columns if not column.printed]
        names = [name for column in columns for name in (column.id, column.group) if name]
        return list(dict.fromkeys([*names, *self.block.constant_names]))

    def constant(self, name: str) -> date | None:
        """The date that a name stands for in this row, None when it has none here or means something else."""
        return self.block.constants.get((self.id, name)) if self.scope == "row" else None

    def path(self, name: str) -> str:
        """The whole name of what a name without a point means."""
        step = (name, self.id) if self.scope == "column" else (self.id, name)
        return ".".join((self.block.id, *step))


def lines_of(rule: Rule, block: BlockGrid) -> list[Line]:
    """The rows or columns of a table that a reviewed rule speaks of, in order."""
    if rule.each_column:
        named = [(column.id, {column.id, column.group}, column.caption) for column in block.columns]
        wanted, scope = set(rule.columns), _COLUMN
    else:
        named = [(row.id, set(_row_names(row.id)), row.caption) for row in block.rows if row.id]
        wanted, scope = set(rule.rows), _ROW
    return [
        Line(block, scope, line, caption)
        for line, names, caption in named
        if (not wanted or wanted & names) and not set(rule.excluded) & names
    ]


def is_closed(node: Node, line: Line, names: Names) -> bool:
    """Does a name without a point mean nothing in this line, because its cells are closed here?"""
    return any(
        reference.path in line.known
        and line.constant(reference.path) is None
        and not names.find(line.path(reference.path))
        for reference in references(node)
    )


def bound(node: Node, line: Line | None, names: Names, own: frozenset[str] = frozenset()) -> Node:
    """The tree with whole names in place of those that are read in a line; `own` items are no part of `row`.

    Raises ExpressionError for a name that means nothing.
    """

    def meaning(reference: Reference) -> Sequence[Node]:
        path, position = reference.path, reference.position
        if path == PERIOD_YEAR:
            return (reference,)
        if line is None or "." in path:
            names.resolve(path, position)
            return (reference,)
        if path == REST_OF_ROW and line.scope == "row":
            rest = [Reference(name, position) for name in _rest_of_row(line, own)]
            if rest:
                return rest
        day = line.constant(path)
        if day is not None:
            return (Day(day, position),)
        if path not in line.known:
            near = get_close_matches(path, line.known, n=1, cutoff=0.5)
            code = "unknown-item-near" if near else "unknown-item"
            raise ExpressionError(code, position, name=path, near=near[0] if near else "")
        return (Reference(line.path(path), position),)

    for reference in single_names(node):
        if reference.path == REST_OF_ROW:
            raise ExpressionError("expression-list-outside", reference.position, name=reference.path)
    return rewritten(node, meaning)


def _rest_of_row(line: Line, own: frozenset[str]) -> list[str]:
    """The answers of the row but the rule's own ones; a group that is whole by its name, for shorter formulas."""
    answers = [item for (row, _), item in line.block.cells.items() if row == line.id]
    rest = {item.column: item for item in answers if not item.computed and item.name not in own}
    grouped: dict[str, list[Item]] = {}
    for column in line.block.columns:
        if column.group and (line.id, column.id) in line.block.cells:
            grouped.setdefault(column.group, []).append(line.block.cells[line.id, column.id])
    found: dict[str, None] = {}
    for column in line.block.columns:
        if column.id not in rest:
            continue
        members = grouped.get(column.group, [])
        whole = bool(members) and all(item.column in rest for item in members)
        found[line.path(column.group if whole else column.id)] = None
    return list(found)


def _row_names(row: str) -> tuple[str, ...]:
    """The names of a row: its own and, for a repetition, that of the repeated row."""
    base, _, number = row.rpartition("_")
    return (row, base) if number.isdigit() and base else (row,)
