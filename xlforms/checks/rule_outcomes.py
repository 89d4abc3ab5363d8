"""Edit rules over all submissions at once: an outcome for each instance of a rule and each submission."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from xlforms.dataset.dataset import Dataset
from xlforms.definitions.rules import PERIOD_YEAR, RuleInstance
from xlforms.expressions.evaluate import Operand, Verdict, evaluate
from xlforms.expressions.nodes import Node, Reference
from xlforms.expressions.semantics import Outcome, State

Outcomes = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class RuleOutcomes:
    """The result of all rules: `table[i, s]` is the `Outcome` of instance i for submission s, shape (instances,
    submissions). `broken` tells for an instance that could not be computed at all, by its number, which exception
    stopped it; its row is NOT_CHECKED.
    """

    instances: tuple[RuleInstance, ...]
    table: Outcomes
    broken: Mapping[int, str]

    def count(self, outcome: Outcome) -> dict[str, int]:
        """How many verdicts of each rule have an outcome, over all instances and submissions; every rule is named."""
        counts = Counter({instance.rule: 0 for instance in self.instances})
        for instance, row in zip(self.instances, self.table, strict=True):
            counts[instance.rule] += int(np.count_nonzero(row == outcome))
        return dict(counts)


def evaluate_rules(dataset: Dataset) -> RuleOutcomes:
    """The outcomes of the dataset's rules, as column operations on what the formulas of the workbooks see.

    A rule whose evaluation raises becomes NOT_CHECKED everywhere and does not stop the others.
    """
    table = np.full((len(dataset.rules), len(dataset)), Outcome.NOT_CHECKED, np.uint8)
    broken: dict[int, str] = {}
    for number, instance in enumerate(dataset.rules):
        try:
            found = evaluate_side(dataset, instance, instance.condition)
            if not isinstance(found, Verdict):
                raise TypeError("a rule's condition gives no verdict")
            table[number] = found.outcomes
        except Exception as error:  # noqa: BLE001  # one broken rule must not stop the others; it is «not checked»
            broken[number] = f"{type(error).__name__}: {error}"
    return RuleOutcomes(dataset.rules, table, broken)


def contradicted_answers(outcomes: RuleOutcomes) -> dict[str, npt.NDArray[np.bool_]]:
    """The answers that stand in a hard rule that failed: by the name of the item a mask over submissions."""
    marked: dict[str, npt.NDArray[np.bool_]] = {}
    for instance, row in zip(outcomes.instances, outcomes.table, strict=True):
        failed = row == Outcome.FAILED
        if instance.severity == "hard" and failed.any():
            for name in {name for _, names in instance.names for name in names}:
                marked[name] = marked[name] | failed if name in marked else failed
    return marked


def evaluate_side(dataset: Dataset, instance: RuleInstance, node: Node) -> Operand | Verdict:
    """A tree of an instance, its condition or a value in its message, for every submission, of what formulas see."""
    meanings = dict(instance.names)
    seen = dataset.seen_by_formulas

    def operands(reference: Reference) -> Sequence[Operand]:
        if reference.path == PERIOD_YEAR:
            return [_year(dataset, instance)]
        return [seen.operand(seen.items[name]) for name in meanings[reference.path]]

    return evaluate(node, operands, len(dataset))


def _year(dataset: Dataset, instance: RuleInstance) -> Operand:
    """The year of the collection for every submission; a blank when nobody named it."""
    year = instance.year if dataset.year is None else dataset.year
    state = State.BLANK if year is None else State.VALUE
    return Operand(np.full(len(dataset), float(year or 0)), np.full(len(dataset), state, np.uint8))
