"""Totals of every numeric item and choice, for the region and for each municipality.

Sums are exact: the values are added as decimal numbers, as they are written, so that 0.1 + 0.2 is 0.3 and the region
is the sum of its municipalities to the last digit. Years and percents are not summed; a computed item is computed
from sums, never averaged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal

import numpy as np
import numpy.typing as npt

from xlforms.dataset.dataset import Dataset
from xlforms.definitions.item_types import ITEM_TYPES
from xlforms.definitions.items import Item
from xlforms.expressions.evaluate import Operand, evaluate
from xlforms.expressions.nodes import Reference, references
from xlforms.expressions.parse import parse
from xlforms.expressions.semantics import State

REGION = ""
_EXACT = Context(prec=60)

Number = int | float | Decimal
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Total:
    """One number: an item, a municipality (empty for the region), a statistic and its value; None when there is none."""

    form: str
    item: str
    municipality: str
    statistic: str
    value: Number | None


def compute_totals(
    datasets: Sequence[Dataset], groups: Mapping[str, Sequence[Mask]], counted: Sequence[Mapping[str, Mask]]
) -> list[Total]:
    """The totals of one form.

    `datasets` are its versions, the newest first; `groups[municipality][d]` tells which rows of dataset d belong to
    it (REGION: all); `counted[d][item]` which answers count. Items of one name are one item in all versions.
    """
    items = {item.name: item for dataset in datasets for item in dataset.plan.items if not item.personal}
    form = datasets[0].plan.form
    totals: list[Total] = []
    for name, item in items.items():
        if item.nature not in ("number", "choice"):
            continue
        parts = [
            (dataset.column(name), counted[number][name], number)
            for number, dataset in enumerate(datasets)
            if name in counted[number]
        ]
        for municipality, rows in groups.items():
            answers = np.concatenate([column.values[count & rows[number]] for column, count, number in parts])
            totals.extend(Total(form, name, municipality, *pair) for pair in _statistics(item, answers))
    for item in datasets[0].plan.computed_items:
        for municipality, rows in groups.items():
            totals.extend(
                Total(form, item.name, municipality, *pair) for pair in _computed(item, datasets, rows, counted)
            )
    return totals


def counted_answers(dataset: Dataset, not_counted: Mapping[str, Sequence[int]]) -> dict[str, Mask]:
    """Which answers of each item count: values without a finding that says otherwise."""
    masks: dict[str, Mask] = {}
    for item in dataset.plan.items:
        mask = dataset.column(item.name).states == State.VALUE
        wrong = not_counted.get(item.name)
        if wrong:
            mask = mask.copy()
            mask[list(wrong)] = False
        masks[item.name] = mask
    for item in dataset.plan.computed_items:
        masks[item.name] = _computed_counts(dataset, item, masks)
    return masks


def _computed_counts(dataset: Dataset, item: Item, masks: Mapping[str, Mask]) -> Mask:
    """A computed value counts when it exists and nothing that it is computed from is left out."""
    mask = np.asarray(dataset.computed(item).states == State.VALUE)
    for name in references(parse(item.computed)):
        for needed in dataset.items_of(name, item):
            if not needed.computed:
                mask = mask & (masks[needed.name] | (dataset.column(needed.name).states == State.BLANK))
    return mask


def exact_sum(values: npt.NDArray[np.float64]) -> int | Decimal:
    """The sum of numbers as they are written in decimal, without rounding."""
    if values.size == 0 or (np.all(values == np.floor(values)) and np.abs(values).sum() < 2**53):
        return int(values.sum())
    total = Decimal(0)
    for value in values.tolist():
        total = _EXACT.add(total, Decimal(repr(value)))
    return int(total) if total == total.to_integral_value() else total.normalize(_EXACT)


def _statistics(
    item: Item, answers: npt.NDArray[np.float64] | npt.NDArray[np.object_]
) -> Iterator[tuple[str, Number | None]]:
    count = int(answers.size)
    yield "n", count
    if item.nature == "choice":
        chosen = answers.tolist()
        yield from ((f"count:{choice}", chosen.count(choice)) for choice in item.choices)
        return
    values = answers.astype(np.float64, copy=False)
    total = exact_sum(values)
    if ITEM_TYPES[item.type].summed:
        yield "sum", total if count else None
    if item.type != "year":
        yield "mean", _plain(float(total) / count) if count else None
    yield "median", _plain(float(np.median(values))) if count else None
    yield "min", _plain(float(values.min())) if count else None
    yield "max", _plain(float(values.max())) if count else None


def _plain(value: float) -> int | float:
    return int(value) if value.is_integer() and abs(value) < 2**53 else value


def _computed(
    item: Item, datasets: Sequence[Dataset], rows: Sequence[Mask], counted: Sequence[Mapping[str, Mask]]
) -> Iterator[tuple[str, Number | None]]:
    """A computed item over sums: every name in its expression is summed over the units that answered all of them.

    So a share is never taken of a whole that covers other units, and never averaged.
    """
    node = parse(item.computed)
    sums: dict[str, list[npt.NDArray[np.float64]]] = {}
    units = 0
    for number, dataset in enumerate(datasets):
        if item.name not in counted[number]:
            continue
        needed = [entry for name in references(node) for entry in dataset.items_of(name, item) if not entry.computed]
        usable = rows[number] & counted[number][item.name]
        units += int(usable.sum())
        for entry in needed:
            answers = dataset.operand(entry)
            valid = usable & (answers.states == State.VALUE)
            sums.setdefault(entry.name, []).append(answers.values[valid].astype(np.float64))

    def operands(reference: Reference) -> list[Operand]:
        return [_sum_operand(sums.get(entry.name, [])) for entry in datasets[0].items_of(reference, item)]

    yield "n", units
    result = evaluate(node, operands, 1)
    if isinstance(result, Operand) and result.states[0] == State.VALUE:
        yield "computed", _plain(float(result.values[0]))
    else:
        yield "computed", None


def _sum_operand(answers: Sequence[npt.NDArray[np.float64]]) -> Operand:
    values = np.concatenate(answers) if answers else np.empty(0)
    state = State.VALUE if values.size else State.BLANK
    return Operand(np.array([float(exact_sum(values))]), np.array([state], dtype=np.uint8))
