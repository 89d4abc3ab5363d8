"""Where a workbook shows what its edit rules say: verdict cells, and the sheet «Проверка» that lists them all.

A rule in one place has exactly one verdict cell: beside its row, right of what is printed; or, when it speaks of a
whole column or of the whole form, in the register at the end of the sheet «Проверка».
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from xlforms.definitions.rules import RuleInstance, Severity

CheckCount = Literal["errors", "questions", "explained"]


@dataclass(frozen=True, slots=True)
class CheckCell:
    """The verdict of one instance of a rule.

    `sheet` is a sheet's name; `last_column` is greater than `column` when the cell spans columns. `line` is the row of
    the register on the sheet «Проверка» that repeats the verdict, or, when it is the cell's own row, holds it.
    """

    instance: RuleInstance
    sheet: str
    row: int
    column: int
    last_column: int
    line: int

    @property
    def rule(self) -> str:
        """The id of the rule."""
        return self.instance.rule

    @property
    def severity(self) -> Severity:
        """Hard or soft."""
        return self.instance.severity

    @property
    def items(self) -> tuple[str, ...]:
        """The items that take part in the condition."""
        return self.instance.items


@dataclass(frozen=True, slots=True)
class Gathered:
    """A cell beside a row that shows what fails of several verdicts; they stand hidden in the same row, in columns
    `first` to `last`, some perhaps empty. `instances` are the ids of their rules' instances, from left to right."""

    row: int
    column: int
    first: int
    last: int
    instances: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A hidden cell that repeats the state of a verdict from another sheet (`line` of its register), because colours
    of cells may depend on cells of their own sheet only. `items` are the answers of this sheet to be coloured."""

    row: int
    column: int
    line: int
    severity: Severity
    items: tuple[str, ...]


# Columns of the sheet «Проверка»: the list and the register share them.
NUMBER, PLACE, KIND, TEXT, LAST = 1, 2, 3, 4, 5
# Hidden ones: the state of an instance, how many fail up to it, the target of its link.
STATE, FAILED, TARGET = 7, 8, 9


@dataclass(frozen=True, slots=True)
class CheckSheet:
    """The rows of the sheet «Проверка», counted from 0.

    `lines` are the first and last row of the list of what fails, packed from the top; `more` is the row below it that
    says how many did not fit; `register` are the first and last row of all instances, in the order of `Plan.checks`.
    `counts` are the counters, `state` is the line that says whether the form is ready. `questions` are the rows of
    explanations, each with the row of the register that it explains.
    """

    name: str
    counts: tuple[tuple[CheckCount, int], ...]
    state: int
    lines: tuple[int, int]
    more: int
    questions: tuple[tuple[int, int], ...]
    register: tuple[int, int]
