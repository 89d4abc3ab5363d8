"""Totals of computed items, over the units that gave everything the expression needs.

What rests on numbers that are summed is computed from their sums, never averaged. A condition is counted like a choice;
what rests only on numbers whose sums mean nothing, such as the difference of two shares, is told by its middle.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from xlforms.consolidation.column_statistics import Floats, Number, column_statistics, exact_sum, plain
from xlforms.consolidation.counted import Mask
from xlforms.dataset.dataset import Dataset
from xlforms.definitions.items import Item
from xlforms.expressions.evaluate import Operand, evaluate
from xlforms.expressions.nodes import Reference, references
from xlforms.expressions.parse import parse
from xlforms.expressions.semantics import State


def computed_statistics(
    item: Item, datasets: Sequence[Dataset], rows: Sequence[Mask], counted: Sequence[Mapping[str, Mask]]
) -> Iterator[tuple[str, Number | None]]:
    """Statistic and value in turn; `rows[d]` are the rows of dataset d that belong to the group."""
    if item.nature == "choice":
        return _chosen(item, datasets, rows, counted)
    if any(needed.summed for needed in _needed(item, datasets[0])):
        return _from_sums(item, datasets, rows, counted)
    return _of_units(item, datasets, rows, counted)


def _needed(item: Item, dataset: Dataset) -> list[Item]:
    """What the expression names."""
    found = [entry for name in references(parse(item.computed)) for entry in dataset.items_of(name, item)]
    return [inner for entry in found for inner in (_needed(entry, dataset) if entry.computed else [entry])]


def _unit_values(
    item: Item, datasets: Sequence[Dataset], rows: Sequence[Mask], counted: Sequence[Mapping[str, Mask]]
) -> list[object]:
    """What the item gives in each unit of the group that gave everything."""
    found: list[object] = []
    for dataset, belongs, counts in zip(datasets, rows, counted, strict=True):
        if _alike(item, datasets[0], dataset):
            found += dataset.computed(item).values[counts[item.name] & belongs].tolist()
    return found


def _chosen(
    item: Item, datasets: Sequence[Dataset], rows: Sequence[Mask], counted: Sequence[Mapping[str, Mask]]
) -> Iterator[tuple[str, Number | None]]:
    values = _unit_values(item, datasets, rows, counted)
    yield "n", len(values)
    yield from ((f"count:{choice}", values.count(choice)) for choice in item.choices)


def _of_units(
    item: Item, datasets: Sequence[Dataset], rows: Sequence[Mask], counted: Sequence[Mapping[str, Mask]]
) -> Iterator[tuple[str, Number | None]]:
    values = np.array(_unit_values(item, datasets, rows, counted), dtype=np.float64)
    found = column_statistics(values.reshape(-1, 1))
    yield "n", found.n[0]
    yield "mean", found.mean[0]
    yield "median", found.median[0]
    yield "min", found.min[0]
    yield "max", found.max[0]


def _from_sums(
    item: Item, datasets: Sequence[Dataset], rows: Sequence[Mask], counted: Sequence[Mapping[str, Mask]]
) -> Iterator[tuple[str, Number | None]]:
    """`n`, the number of units that gave all that is needed, and `computed`, the expression over their sums.

    A share is never taken of a whole that covers other units than the part does.
    """
    node = parse(item.computed)
    sums: dict[str, list[Floats]] = {}
    units = 0
    for number, dataset in enumerate(datasets):
        if not _alike(item, datasets[0], dataset):
            continue
        usable = rows[number] & counted[number][item.name]
        units += int(usable.sum())
        needed = [entry for name in references(node) for entry in dataset.items_of(name, item)]
        for entry in {entry.name: entry for entry in needed}.values():
            answers = dataset.operand(entry)
            valid = usable & (answers.states == State.VALUE)
            sums.setdefault(entry.name, []).append(answers.values[valid].astype(np.float64))

    def operands(reference: Reference) -> list[Operand]:
        return [_sum_operand(sums.get(entry.name, [])) for entry in datasets[0].items_of(reference, item)]

    yield "n", units
    result = evaluate(node, operands, 1)
    valid = isinstance(result, Operand) and result.states[0] == State.VALUE
    yield "computed", plain(float(result.values[0])) if valid and isinstance(result, Operand) else None


def _alike(item: Item, newest: Dataset, dataset: Dataset) -> bool:
    """Whether a version computes the item by the same expression over the same items."""
    same = next((entry for entry in dataset.plan.computed_items if entry.name == item.name), None)
    if same is None or same.computed != item.computed:
        return False
    return all(
        [entry.name for entry in newest.items_of(name, item)] == [entry.name for entry in dataset.items_of(name, same)]
        for name in references(parse(item.computed))
    )


def _sum_operand(answers: Sequence[Floats]) -> Operand:
    values = np.concatenate(answers) if answers else np.empty(0)
    state = State.VALUE if values.size else State.BLANK
    return Operand(np.array([float(exact_sum(values))]), np.array([state], dtype=np.uint8))
