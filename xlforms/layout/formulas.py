"""Ties the expressions of computed items to the items that their names mean."""

from __future__ import annotations

from xlforms.definitions.items import Item
from xlforms.definitions.names import Names
from xlforms.expressions.nodes import references
from xlforms.expressions.parse import parse
from xlforms.layout.plan import Formula


def formula_of(item: Item, names: Names) -> Formula:
    """The formula of a computed item.

    Raises ExpressionError for a text that definitions would have refused.
    """
    node = parse(item.computed)
    meant = (
        (reference.path, tuple(other.name for other in names.resolve(reference.path, reference.position, item)))
        for reference in references(node)
    )
    return Formula(item.name, node, tuple(meant))
