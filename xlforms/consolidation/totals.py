"""Totals of every numeric item and choice, for the region and for each municipality.

Years, percents and items that say `summed: false` are not summed; a computed item is computed from sums, never
averaged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from xlforms.consolidation.column_statistics import ColumnStatistics, Floats, Number, column_statistics
from xlforms.consolidation.computed_totals import computed_statistics
from xlforms.consolidation.counted import Mask
from xlforms.dataset.dataset import Dataset
from xlforms.definitions.items import Item

REGION = ""


class Total(NamedTuple):
    """One number: item, municipality (empty for the region), statistic, and its value, None when there is none."""

    form: str
    item: str
    municipality: str
    statistic: str
    value: Number | None


def compute_totals(
    datasets: Sequence[Dataset], groups: Mapping[str, Sequence[Mask]], counted: Sequence[Mapping[str, Mask]]
) -> list[Total]:
    """The totals of one form, by item in the order of the form, then by municipality, the region first.

    `datasets` are its versions, the newest first; `groups[municipality][d]` tells which rows of dataset d belong to
    it (REGION: all); `counted[d][item]` which answers count. Items of one name are one item in all versions.
    """
    form = datasets[0].plan.form
    items: dict[str, Item] = {}
    for item in (item for dataset in datasets for item in dataset.plan.items if not item.personal):
        items.setdefault(item.name, item)
    numbers = [item for item in items.values() if item.nature == "number"]
    table = _table(numbers, datasets, counted)
    by_group = {name: column_statistics(table[np.concatenate(list(rows))]) for name, rows in groups.items()}
    columns = {item.name: number for number, item in enumerate(numbers)}
    totals: list[Total] = []
    for item in items.values():
        for name, rows in groups.items():
            if item.nature == "number":
                pairs = _statistics(item, by_group[name], columns[item.name])
            elif item.nature == "choice":
                pairs = _choices(item, datasets, rows, counted)
            else:
                continue
            totals.extend(Total(form, item.name, name, statistic, value) for statistic, value in pairs)
    for item in (item for item in datasets[0].plan.computed_items if not item.personal):
        for name, rows in groups.items():
            pairs = computed_statistics(item, datasets, rows, counted)
            totals.extend(Total(form, item.name, name, statistic, value) for statistic, value in pairs)
    return totals


def _table(items: Sequence[Item], datasets: Sequence[Dataset], counted: Sequence[Mapping[str, Mask]]) -> Floats:
    """The numbers that count, submissions of all versions by items; nan where none counts."""
    parts = []
    for dataset, counts in zip(datasets, counted, strict=True):
        part = np.full((len(dataset), len(items)), np.nan)
        for number, item in enumerate(items):
            if _asked(item, dataset):
                mask = counts[item.name]
                part[mask, number] = dataset.operand(dataset.column(item.name).item).values[mask]
        parts.append(part)
    return np.concatenate(parts)


def _statistics(item: Item, found: ColumnStatistics, column: int) -> Iterator[tuple[str, Number | None]]:
    yield "n", found.n[column]
    if item.summed:
        yield "sum", found.sum[column]
    if item.type != "year":
        yield "mean", found.mean[column]
    yield "median", found.median[column]
    yield "min", found.min[column]
    yield "max", found.max[column]


def _choices(
    item: Item, datasets: Sequence[Dataset], rows: Sequence[Mask], counted: Sequence[Mapping[str, Mask]]
) -> Iterator[tuple[str, Number | None]]:
    """The choices of the newest version, then those that only older ones had."""
    chosen: list[object] = []
    choices: dict[str, None] = dict.fromkeys(item.choices)
    for dataset, belongs, counts in zip(datasets, rows, counted, strict=True):
        if _asked(item, dataset):
            column = dataset.column(item.name)
            choices |= dict.fromkeys(column.item.choices)
            chosen += column.values[counts[item.name] & belongs].tolist()
    yield "n", len(chosen)
    yield from ((f"count:{choice}", chosen.count(choice)) for choice in choices)


def _asked(item: Item, dataset: Dataset) -> bool:
    """Whether a version asks the item, and asks for the same sort of value."""
    position = dataset.positions.get(item.name)
    return position is not None and dataset.plan.items[position].nature == item.nature
