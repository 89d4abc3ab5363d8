"""An expression over the sums of units: a share of a region is the sum of parts by the sum of wholes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy as np

from xlforms.consolidation.column_statistics import Floats, Number, exact_sum, plain
from xlforms.consolidation.counted import Mask
from xlforms.dataset.dataset import Dataset
from xlforms.definitions.items import Item
from xlforms.expressions.addends import is_additive, is_settled_by_unit
from xlforms.expressions.evaluate import Operand, evaluate
from xlforms.expressions.nodes import Call, Node, Reference, references
from xlforms.expressions.parse import parse
from xlforms.expressions.rewrite import with_replaced
from xlforms.expressions.semantics import State


class OverSums:
    """One expression over versions of a form that mean the same by it.

    What is added up are answers, computed items that are themselves sums, and parts that only mean something in one
    unit (`expressions/addends.py`); any other computed item is computed from sums in its turn. `here` is the item that
    the expression computes, if any.
    """

    def __init__(self, node: Node, datasets: Sequence[Dataset], here: Item | None = None) -> None:
        self._datasets = datasets
        self._here = here
        self._settled: dict[str, Node] = {}
        self._tree = with_replaced(node, self._named)
        self._addends: dict[str, list[Operand]] = {}
        self._inner: dict[str, OverSums] = {}

    @cached_property
    def adds_up(self) -> bool:
        """Whether everything that the expression names is a number whose sum means something."""
        return all(item.nature == "number" and item.summed for item in self._leaves())

    def value(self, rows: Sequence[Mask]) -> Number | None:
        """The value over the units in `rows[d]` of dataset d; None when it cannot be computed.

        A sum of answers is exact; what else is computed is a float64.
        """
        terms = self._terms()
        if terms is not None:
            found = [values for item in terms for values in self._given(item.name, item, rows)]
            values = np.concatenate(found) if found else np.empty(0)
            return exact_sum(values) if values.size else None
        result = self._operand(rows)
        return plain(float(result.values[0])) if result.states[0] == State.VALUE else None

    def _operand(self, rows: Sequence[Mask]) -> Operand:
        def operands(reference: Reference) -> Sequence[Operand]:
            if reference.path in self._settled:
                return [_sum_of(self._given(reference.path, None, rows))]
            return [self._sum(item, rows) for item in self._items(reference)]

        result = evaluate(self._tree, operands, 1)
        if not isinstance(result, Operand):
            raise TypeError("a condition is not computed from sums")
        return result

    def _sum(self, item: Item, rows: Sequence[Mask]) -> Operand:
        if self._is_added(item):
            return _sum_of(self._given(item.name, item, rows))
        return self._inner_of(item)._operand(rows)

    def _given(self, name: str, item: Item | None, rows: Sequence[Mask]) -> list[Floats]:
        """The numbers of an item, or of a part that is settled by units, in the rows that have one."""
        if name not in self._addends:
            self._addends[name] = [
                dataset.operand(item) if item is not None else self._settled_in(name, dataset)
                for dataset in self._datasets
            ]
        return [
            answers.values[belongs & (answers.states == State.VALUE)].astype(np.float64)
            for answers, belongs in zip(self._addends[name], rows, strict=True)
        ]

    def _settled_in(self, name: str, dataset: Dataset) -> Operand:
        found = evaluate(self._settled[name], lambda inner: dataset.operands(inner, self._here), len(dataset))
        if not isinstance(found, Operand):
            raise TypeError("a condition is not added up")
        return found

    def _named(self, node: Node) -> Node | None:
        """A name that no form can have, for a part that is settled by units."""
        if not is_settled_by_unit(node, self._is_number):
            return None
        name = f"#{len(self._settled)}"
        self._settled[name] = node
        return Reference(name, node.position)

    def _is_number(self, reference: Reference) -> bool:
        return all(item.nature == "number" for item in self._items(reference))

    def _items(self, reference: Reference) -> tuple[Item, ...]:
        return self._datasets[0].items_of(reference, self._here)

    def _names(self) -> Iterator[Item]:
        for reference in references(self._tree):
            if reference.path not in self._settled:
                yield from self._items(reference)

    def _leaves(self) -> Iterator[Item]:
        for item in self._names():
            if item.computed and item.nature == "number":
                yield from self._inner_of(item)._leaves()
            else:
                yield item

    def _is_added(self, item: Item) -> bool:
        """Whether an item is added up as it is: an answer, or computed as a sum of answers."""
        if not item.computed:
            return True
        inner = self._inner_of(item)
        return is_additive(inner._tree) and all(inner._is_added(needed) for needed in inner._names())

    def _inner_of(self, item: Item) -> OverSums:
        if item.name not in self._inner:
            self._inner[item.name] = OverSums(parse(item.computed), self._datasets, item)
        return self._inner[item.name]

    def _terms(self) -> tuple[Item, ...] | None:
        """The items of which the expression is the plain sum; None when it is something else."""
        tree = self._tree
        parts = tree.arguments if isinstance(tree, Call) and tree.function == "sum" else (tree,)
        if not all(isinstance(part, Reference) and part.path not in self._settled for part in parts):
            return None
        items = tuple(item for part in parts if isinstance(part, Reference) for item in self._items(part))
        return items if all(self._is_added(item) for item in items) else None


def _sum_of(answers: Sequence[Floats]) -> Operand:
    values = np.concatenate(answers) if answers else np.empty(0)
    state = State.VALUE if values.size else State.BLANK
    return Operand(np.array([float(exact_sum(values))]), np.array([state], dtype=np.uint8))
