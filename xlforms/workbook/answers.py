"""The answers already in a workbook as operands of expressions, as the table in `expressions.semantics` has it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import numpy as np

from xlforms.definitions.item_types import NO, YES
from xlforms.expressions.evaluate import Operand, Verdict, evaluate
from xlforms.expressions.excel_numbers import SERIAL_ZERO
from xlforms.expressions.nodes import Reference
from xlforms.expressions.semantics import Outcome, State
from xlforms.layout.plan import AnswerCell, Formula, Plan
from xlforms.workbook.locations import kind_of


class Answers:
    """The answers of one submission; a computed item may follow from other computed items."""

    def __init__(self, plan: Plan, values: Mapping[str, object]) -> None:
        self._values = values
        self._cells = {name: cell for name, (_, cell) in plan.cells().items()}
        self._formulas = {formula.item: formula for formula in plan.formulas}
        self._results: dict[str, float | str | None] = {}

    def computed(self) -> dict[str, float | str]:
        """The computed items that have a value for these answers; the others show an empty cell."""
        found = {name: self._compute(formula) for name, formula in self._formulas.items()}
        return {name: value for name, value in found.items() if value is not None}

    def operand(self, name: str) -> Operand:
        """One item; a computed one as others see it in its cell."""
        cell = self._cells[name]
        formula = self._formulas.get(name)
        value = self._compute(formula) if formula is not None else self._values.get(name)
        return _operand(cell, value)

    def _compute(self, formula: Formula) -> float | str | None:
        if formula.item not in self._results:
            names = dict(formula.names)

            def resolve(reference: Reference) -> list[Operand]:
                return [self.operand(name) for name in names[reference.path]]

            found = evaluate(formula.node, resolve, 1)
            self._results[formula.item] = _shown(found)
        return self._results[formula.item]


def _shown(found: Operand | Verdict) -> float | str | None:
    if isinstance(found, Verdict):
        return {Outcome.PASSED: YES, Outcome.FAILED: NO}.get(Outcome(int(found.outcomes[0])))
    return float(found.values[0]) if found.states[0] == State.VALUE else None


def _operand(cell: AnswerCell, value: object) -> Operand:
    if kind_of(cell) == "text":
        text = "" if value is None else str(value)
        state = State.VALUE if text.strip(" ") else State.BLANK
        return Operand(np.array([text], dtype=object), np.array([state], np.uint8))
    if value is None:
        state = State.VALUE if cell.item.blank_zero else State.BLANK
        return Operand(np.zeros(1), np.array([state], np.uint8))
    if isinstance(value, date):
        return Operand(np.array([float(value.toordinal())]), np.array([State.VALUE], np.uint8))
    if isinstance(value, int | float):
        number = float(value) + (SERIAL_ZERO if cell.item.nature == "date" else 0)
        return Operand(np.array([number]), np.array([State.VALUE], np.uint8))
    return Operand(np.zeros(1), np.array([State.INVALID], np.uint8))
