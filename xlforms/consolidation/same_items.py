"""Whether two versions of a form mean the same by an expression, so that their units can be taken together."""

from __future__ import annotations

from xlforms.dataset.dataset import Dataset
from xlforms.definitions.items import Item
from xlforms.expressions.nodes import Node, references
from xlforms.expressions.parse import parse


def mean_the_same(node: Node, newest: Dataset, other: Dataset, here: Item | None = None) -> bool:
    """Whether every name means the same items in both, of the same nature, and what is computed is computed alike.

    `here` is the item that the expression computes, if any.
    """
    return all(
        _are_same(newest.items_of(name, here), other.names.find(name.path, here), newest, other)
        for name in references(node)
    )


def _are_same(items: tuple[Item, ...], others: tuple[Item, ...], newest: Dataset, other: Dataset) -> bool:
    if [_traits(item) for item in items] != [_traits(item) for item in others]:
        return False
    return all(mean_the_same(parse(item.computed), newest, other, item) for item in items if item.computed)


def _traits(item: Item) -> tuple[str, str, bool, str]:
    return item.name, item.nature, item.summed, item.computed
