"""Answers checked against each other: a finding for each edit rule that fails, in the words that the school sees.

An answer in a failed rule is a valid answer of its type and stays counted in totals, also when the rule is hard: which
of several answers is wrong only the school can say, and the summary tells how many rules failed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import numpy as np
import numpy.typing as npt

from xlforms.checks.answer_place import AnswerPlaces
from xlforms.checks.answers import shortened
from xlforms.checks.finding import Finding
from xlforms.checks.rule_outcomes import RuleOutcomes, evaluate_rules, evaluate_side
from xlforms.dataset.dataset import Dataset
from xlforms.definitions.rules import RuleInstance, Shown, Side
from xlforms.expressions.evaluate import Operand
from xlforms.expressions.operands import rounded
from xlforms.expressions.semantics import Outcome, State
from xlforms.expressions.to_text import decimal_text
from xlforms.messages import say

_DAYS = (date(1900, 1, 1).toordinal(), date.max.toordinal() + 1)
_DECIMALS: dict[Shown, int] = {"number": 2, "percent": 1}


def check_rules(dataset: Dataset, outcomes: RuleOutcomes | None = None) -> Iterator[Finding]:
    """A finding for each failed rule, at its anchor. What could not be checked is no finding: its answers are.

    `outcomes` are those of the rules, for one who has evaluated them already.
    """
    outcomes = evaluate_rules(dataset) if outcomes is None else outcomes
    places = AnswerPlaces(dataset)
    for instance, row in zip(outcomes.instances, outcomes.table, strict=True):
        failed = np.flatnonzero(row == Outcome.FAILED)
        if not failed.size:
            continue
        texts = _texts(dataset, instance, failed)
        for number, submission in enumerate(failed):
            place = places.of(int(submission), dataset.items[instance.anchor])
            yield Finding(
                submission=int(submission),
                item=instance.anchor,
                sheet=place.sheet,
                cell=place.cell,
                rule=instance.rule,
                severity=instance.severity,
                code="rule-failed",
                captions=place.captions,
                parameters={"text": "".join(part[number] for part in texts)},
                explanation=_explanation(dataset, instance, int(submission)),
            )


def _texts(dataset: Dataset, instance: RuleInstance, failed: npt.NDArray[np.intp]) -> list[list[str]]:
    """The parts of the message, each for every submission that failed."""
    return [
        [part] * len(failed) if isinstance(part, str) else _printed(dataset, instance, part, failed)
        for part in instance.words
    ]


def _printed(dataset: Dataset, instance: RuleInstance, side: Side, failed: npt.NDArray[np.intp]) -> list[str]:
    """A value of the message for every submission that failed; see `Side`."""
    if side.shown == "hidden":
        return ["…"] * len(failed)
    found = evaluate_side(dataset.seen_by_formulas, instance, side.node)
    if not isinstance(found, Operand):
        raise TypeError(f"{instance.id}: a condition is no value to show")
    values, states = found.values[failed], found.states[failed]
    if side.shown == "percent":
        values = values * 100
    if side.shown in _DECIMALS:
        # What is blank or unreadable may hold anything and is not printed.
        with np.errstate(all="ignore"):
            values = rounded(values, _DECIMALS[side.shown])
    return [_shown(value, State(state), side.shown) for value, state in zip(values, states, strict=True)]


def _shown(value: object, state: State, shown: Shown) -> str:
    if state is not State.VALUE:
        return say("rule-blank") if state is State.BLANK else say("rule-unreadable")
    if isinstance(value, str):
        return shortened(value)
    number = float(value)  # type: ignore[arg-type]  # an operand holds texts or numbers
    if shown == "date":
        # A number where a date belongs may be no day of the calendar.
        day = _DAYS[0] <= number < _DAYS[1]
        return f"{date.fromordinal(int(number)):%d.%m.%Y}" if day else say("rule-unreadable")
    text = decimal_text(int(number) if number.is_integer() else number).replace(".", ",")
    return f"{text} %" if shown == "percent" else text


def _explanation(dataset: Dataset, instance: RuleInstance, submission: int) -> str:
    position = dataset.positions.get(instance.explanation)
    value = None if position is None else dataset.submissions[submission].values[position]
    return "" if value is None else str(value)
