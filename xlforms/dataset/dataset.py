"""All submissions of one form version as one table: a row for each submission, a column for each item.

Everything after intake works on columns of this table at once; checking one file is the same code on one row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import numpy as np
import numpy.typing as npt

from xlforms.dataset.workbook_view import as_formulas_see
from xlforms.definitions.item_types import NO, YES
from xlforms.definitions.items import Item, SectionGrid
from xlforms.definitions.names import Names
from xlforms.definitions.rules import RuleInstance
from xlforms.expressions.evaluate import Operand, Verdict, evaluate
from xlforms.expressions.nodes import Reference
from xlforms.expressions.parse import parse
from xlforms.expressions.semantics import Outcome, State
from xlforms.intake.submission import InvalidAnswer, Submission
from xlforms.intake.values import Value
from xlforms.layout.plan import Plan

States = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class Column:
    """The answers to one item, one for each submission: values (float64 for numbers, else objects) and states."""

    item: Item
    values: npt.NDArray[np.float64] | npt.NDArray[np.object_]
    states: States


@dataclass(frozen=True)
class Dataset:
    """Submissions of one form version, with its edit rules; `year` is that of the collection, if it names one."""

    plan: Plan
    names: Names
    submissions: tuple[Submission, ...]
    rules: tuple[RuleInstance, ...] = ()
    year: int | None = None

    def __len__(self) -> int:
        return len(self.submissions)

    @cached_property
    def seen_by_formulas(self) -> Dataset:
        """The same submissions as the formulas of their workbooks see them: what edit rules are about."""
        seen = as_formulas_see(self.submissions, self.plan.items)
        same = all(one is other for one, other in zip(seen, self.submissions, strict=True))
        return self if same else replace(self, submissions=seen)

    @cached_property
    def positions(self) -> dict[str, int]:
        """The number of each item in the plan, by name."""
        return {item.name: number for number, item in enumerate(self.plan.items)}

    @cached_property
    def items(self) -> dict[str, Item]:
        """All items by name, computed ones too."""
        return {item.name: item for item in (*self.plan.items, *self.plan.computed_items)}

    @cached_property
    def _columns(self) -> dict[str, Column]:
        return _columns(self.plan, self.submissions)

    def column(self, name: str) -> Column:
        """The column of an item by its name; KeyError for one that is not asked."""
        return self._columns[name]

    def operands(self, reference: Reference, here: Item | None = None) -> Sequence[Operand]:
        """What a name in an expression refers to, as operands of the evaluator."""
        return [self.operand(item) for item in self.items_of(reference, here)]

    def items_of(self, reference: Reference, here: Item | None = None) -> tuple[Item, ...]:
        """The items that a name in an expression refers to."""
        return self.names.resolve(reference.path, reference.position, here)

    def operand(self, item: Item) -> Operand:
        """One column as an operand; `blank: zero` makes its blanks 0, a computed item is computed.

        A computed cell shows nothing when it cannot be computed, so to others it is BLANK then, never INVALID.
        """
        if item.computed:
            found = self.computed(item)
            return Operand(found.values, np.where(found.states == State.INVALID, np.uint8(State.BLANK), found.states))
        column = self.column(item.name)
        if not item.blank_zero:
            return Operand(column.values, column.states)
        blank = column.states == State.BLANK
        return Operand(np.where(blank, 0.0, column.values), np.where(blank, np.uint8(State.VALUE), column.states))

    def computed(self, item: Item) -> Operand:
        """The values of a computed item, from the answers of each submission; a condition gives «да» or «нет»."""
        found = evaluate(parse(item.computed), lambda reference: self.operands(reference, item), len(self))
        return found if isinstance(found, Operand) else _yes_or_no(found)

    def condition(self, text: str, here: Item) -> States:
        """The outcome of a condition for each submission, as numbers of `semantics.Outcome`."""
        found = evaluate(parse(text), lambda reference: self.operands(reference, here), len(self))
        if not isinstance(found, Verdict):
            raise TypeError(f"{text} is not a condition")
        return found.outcomes

    def invalid(self, submission: int, item: int) -> InvalidAnswer | None:
        """What stands in an answer cell that could not be read."""
        return self.submissions[submission].invalid.get(item)


def build_dataset(
    plan: Plan,
    sections: tuple[SectionGrid, ...],
    submissions: Sequence[Submission],
    *,
    rules: Sequence[RuleInstance] | None = None,
    year: int | None = None,
) -> Dataset:
    """The table of submissions of one form version, in the order given.

    `rules` are those of the plan unless given; `year` is the year of the collection.
    """
    known = [check.instance for check in plan.checks] if rules is None else rules
    return Dataset(plan, Names(sections), tuple(submissions), tuple(known), year)


def _yes_or_no(found: Verdict) -> Operand:
    passed = found.outcomes == Outcome.PASSED
    states = np.select(
        [passed | (found.outcomes == Outcome.FAILED), found.outcomes == Outcome.NOT_CHECKED],
        [np.uint8(State.VALUE), np.uint8(State.INVALID)],
        np.uint8(State.BLANK),
    )
    return Operand(np.where(passed, YES, NO).astype(object), states)


def _columns(plan: Plan, submissions: Sequence[Submission]) -> dict[str, Column]:
    count = len(submissions)
    states = np.full((len(plan.items), count), State.BLANK, dtype=np.uint8)
    table = np.empty((count, len(plan.items)), dtype=object)
    for row, submission in enumerate(submissions):
        table[row] = submission.values
    answers = table.T
    states[answers != None] = State.VALUE  # noqa: E711  # element by element
    for row, submission in enumerate(submissions):
        for item in submission.invalid:
            states[item, row] = State.INVALID
    return {
        item.name: Column(item, _values(item, answers[number]), states[number])
        for number, item in enumerate(plan.items)
    }


def _values(item: Item, answers: npt.NDArray[np.object_]) -> npt.NDArray[np.float64] | npt.NDArray[np.object_]:
    if item.nature == "number":
        return answers.astype(np.float64)  # None becomes nan
    if item.nature == "date":
        return np.array([_ordinal(value) for value in answers], dtype=np.float64)
    return answers


def _ordinal(value: Value | None) -> float:
    """A date as a number of days; a number, which only the workbook's view of a date can hold, is one already."""
    if isinstance(value, date):
        return float(value.toordinal())
    return float(value) if isinstance(value, int | float) else float("nan")
