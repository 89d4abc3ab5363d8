"""Which answers count: values of their type within their limits; what is computed of others counts with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from xlforms.dataset.dataset import Dataset
from xlforms.definitions.items import Item
from xlforms.expressions.nodes import Node, references
from xlforms.expressions.parse import parse
from xlforms.expressions.semantics import State

Mask = npt.NDArray[np.bool_]


def counted_answers(dataset: Dataset, not_counted: Mapping[str, Sequence[int]]) -> dict[str, Mask]:
    """A mask over submissions for each item, computed ones too; `not_counted` are rows that findings exclude."""
    masks: dict[str, Mask] = {}
    for item in dataset.plan.items:
        mask = dataset.operand(item).states == State.VALUE
        wrong = not_counted.get(item.name)
        if wrong:
            mask = mask.copy()
            mask[list(wrong)] = False
        masks[item.name] = mask
    for item in dataset.plan.computed_items:
        masks[item.name] = _computed_counts(dataset, item, masks)
    return masks


def nothing_left_out(dataset: Dataset, node: Node, masks: Mapping[str, Mask], here: Item | None = None) -> Mask:
    """The rows in which no answer that an expression rests on, at any depth, was given and does not count; `here` is
    the item that the expression computes."""
    mask = np.ones(len(dataset), dtype=bool)
    for needed in _sources(dataset, node, here):
        mask = mask & (masks[needed.name] | (dataset.column(needed.name).states == State.BLANK))
    return mask


def rests_on_any(dataset: Dataset, node: Node, rows: Mapping[str, Mask]) -> Mask:
    """The submissions in which an answer that an expression rests on is marked in `rows`, by the name of the item."""
    marked = [rows[needed.name] for needed in _sources(dataset, node, None) if needed.name in rows]
    return np.any(marked, axis=0) if marked else np.zeros(len(dataset), dtype=bool)


def _computed_counts(dataset: Dataset, item: Item, masks: Mapping[str, Mask]) -> Mask:
    """A computed value counts when it exists and nothing that it is computed from is left out."""
    exists = np.asarray(dataset.computed(item).states == State.VALUE)
    return exists & nothing_left_out(dataset, parse(item.computed), masks, item)


def _sources(dataset: Dataset, node: Node, here: Item | None) -> Iterator[Item]:
    """The answers that an expression rests on."""
    for name in references(node):
        for needed in dataset.items_of(name, here):
            if needed.computed:
                yield from _sources(dataset, parse(needed.computed), needed)
            else:
                yield needed
