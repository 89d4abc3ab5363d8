"""Which answers count: values of their type within their limits; what is computed of others counts with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from xlforms.dataset.dataset import Dataset
from xlforms.definitions.items import Item
from xlforms.expressions.nodes import references
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


def _computed_counts(dataset: Dataset, item: Item, masks: Mapping[str, Mask]) -> Mask:
    """A computed value counts when it exists and nothing that it is computed from, at any depth, is left out."""
    mask = np.asarray(dataset.computed(item).states == State.VALUE)
    for needed in _sources(dataset, item):
        mask = mask & (masks[needed.name] | (dataset.column(needed.name).states == State.BLANK))
    return mask


def _sources(dataset: Dataset, item: Item) -> Iterator[Item]:
    """The answers that a computed item rests on."""
    for name in references(parse(item.computed)):
        for needed in dataset.items_of(name, item):
            if needed.computed:
                yield from _sources(dataset, needed)
            else:
                yield needed
