"""Totals of computed items, over the units that gave everything the expression needs.

What rests on numbers that are summed is computed from their sums, never averaged. A condition is counted like a choice;
what rests on numbers whose sums mean nothing, such as the difference of two shares, is told by its middle.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from xlforms.consolidation.column_statistics import Number, column_statistics
from xlforms.consolidation.counted import Mask
from xlforms.consolidation.over_sums import OverSums
from xlforms.consolidation.same_items import mean_the_same
from xlforms.dataset.dataset import Dataset
from xlforms.definitions.items import Item
from xlforms.expressions.parse import parse


def computed_statistics(
    item: Item, datasets: Sequence[Dataset], rows: Sequence[Mask], counted: Sequence[Mapping[str, Mask]]
) -> Iterator[tuple[str, Number | None]]:
    """Statistic and value in turn; `rows[d]` are the rows of dataset d that belong to the group.

    Only versions count that compute the item alike.
    """
    alike = [number for number, dataset in enumerate(datasets) if _is_alike(item, datasets[0], dataset)]
    known = [datasets[number] for number in alike]
    usable = [rows[number] & counted[number][item.name] for number in alike]
    if item.nature == "choice":
        return _chosen(item, known, usable)
    sums = OverSums(parse(item.computed), known, item)
    return _from_sums(sums, usable) if sums.adds_up else _of_units(item, known, usable)


def _unit_values(item: Item, datasets: Sequence[Dataset], usable: Sequence[Mask]) -> list[object]:
    """What the item gives in each unit of the group that gave everything."""
    found: list[object] = []
    for dataset, rows in zip(datasets, usable, strict=True):
        found += dataset.computed(item).values[rows].tolist()
    return found


def _chosen(item: Item, datasets: Sequence[Dataset], usable: Sequence[Mask]) -> Iterator[tuple[str, Number | None]]:
    values = _unit_values(item, datasets, usable)
    yield "n", len(values)
    yield from ((f"count:{choice}", values.count(choice)) for choice in item.choices)


def _of_units(item: Item, datasets: Sequence[Dataset], usable: Sequence[Mask]) -> Iterator[tuple[str, Number | None]]:
    values = np.array(_unit_values(item, datasets, usable), dtype=np.float64)
    found = column_statistics(values.reshape(-1, 1))
    yield "n", found.n[0]
    yield "mean", found.mean[0]
    yield "median", found.median[0]
    yield "min", found.min[0]
    yield "max", found.max[0]


def _from_sums(sums: OverSums, usable: Sequence[Mask]) -> Iterator[tuple[str, Number | None]]:
    """`n`, the number of units that gave all that is needed, and `computed`, the expression over their sums.

    A share is never taken of a whole that covers other units than the part does.
    """
    yield "n", sum(int(rows.sum()) for rows in usable)
    yield "computed", sums.value(usable)


def _is_alike(item: Item, newest: Dataset, dataset: Dataset) -> bool:
    """Whether a version computes the item by the same expression over the same items."""
    same = dataset.items.get(item.name)
    if same is None or same.computed != item.computed:
        return False
    return mean_the_same(parse(item.computed), newest, dataset, item)
