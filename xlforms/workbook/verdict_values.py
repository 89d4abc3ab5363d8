"""What the verdict cells show for the answers already in a workbook: their stored values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from xlforms.definitions.rules import PERIOD_YEAR, RuleInstance, Side
from xlforms.expressions.evaluate import Operand, Verdict, evaluate
from xlforms.expressions.nodes import Reference, Text
from xlforms.expressions.operands import rounded
from xlforms.expressions.semantics import Outcome, State
from xlforms.layout.plan import Plan
from xlforms.messages import say
from xlforms.workbook.answers import Answers
from xlforms.workbook.locations import Places
from xlforms.workbook.verdict_formulas import (
    HIDDEN,
    MARKS,
    NUMBER_DIGITS,
    PASSED,
    PERCENT_DIGITS,
    is_text,
    opening,
)

ERROR, QUESTION, EXPLAINED = 1, 2, 3  # states; 0 is all the rest


@dataclass(frozen=True, slots=True)
class ShownVerdict:
    """The text of a verdict cell, and its state: 0 nothing to do, 1 an error, 2 a question, 3 an explained question."""

    text: str
    state: int


def verdict_values(plan: Plan, answers: Answers, year: int | None) -> dict[str, ShownVerdict]:
    """Every verdict, by the id of its instance; `year` is that of the collection."""
    places = plan.cells()
    return {
        check.instance.id: _Verdict(check.instance, places, answers, year).shown() for check in plan.checks
    }  # fmt: skip


class _Verdict:
    def __init__(self, instance: RuleInstance, places: Places, answers: Answers, year: int | None) -> None:
        self._instance, self._places, self._answers = instance, places, answers
        self._year = instance.year if year is None else year
        self._names = dict(instance.names)

    def shown(self) -> ShownVerdict:
        found = evaluate(self._instance.condition, self._resolve, 1)
        assert isinstance(found, Verdict)
        outcome = found.outcomes[0]
        if outcome != Outcome.FAILED:
            return ShownVerdict(PASSED if outcome == Outcome.PASSED else "", 0)
        words = (word if isinstance(word, str) else self._side(word) for word in opening(self._instance))
        text = f"{MARKS[self._instance.severity]} {''.join(words)}"
        if self._instance.severity == "hard":
            return ShownVerdict(text, ERROR)
        explanation = self._answers.operand(self._instance.explanation)
        return ShownVerdict(text, QUESTION if explanation.states[0] == State.BLANK else EXPLAINED)

    def _side(self, side: Side) -> str:
        if side.shown == "hidden" or isinstance(side.node, Text):
            return side.node.value if isinstance(side.node, Text) else HIDDEN
        found = evaluate(side.node, self._resolve, 1)
        assert isinstance(found, Operand)
        if found.states[0] != State.VALUE:
            return say("rule-blank")
        if is_text(side.node, self._instance, self._places):
            return " ".join(word for word in str(found.values[0]).split(" ") if word)
        value = float(found.values[0])
        if side.shown == "date":
            return f"{date.fromordinal(int(value)):%d.%m.%Y}"
        percent = _printed(100 * value, PERCENT_DIGITS) + say("verdict-percent")
        return percent if side.shown == "percent" else _printed(value, NUMBER_DIGITS)

    def _resolve(self, reference: Reference) -> list[Operand]:
        if reference.path == PERIOD_YEAR:
            state = State.BLANK if self._year is None else State.VALUE
            return [Operand(np.array([float(self._year or 0)]), np.array([state], np.uint8))]
        return [self._answers.operand(name) for name in self._names[reference.path]]


def _printed(value: float, digits: int) -> str:
    """A number as a spreadsheet glues it to a text, in a Russian one."""
    (number,) = rounded(np.array([value]), digits)
    return f"{number + 0.0:.15g}".replace(".", ",").replace("e", "E")
