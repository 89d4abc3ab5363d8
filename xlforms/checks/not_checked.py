"""Why an edit rule could not be checked: what it needs is text or an error where a number belongs."""

from __future__ import annotations

from collections import Counter
from typing import Literal

import numpy as np
import numpy.typing as npt

from xlforms.checks.rule_outcomes import RuleOutcomes
from xlforms.dataset.dataset import Dataset
from xlforms.definitions.items import Item
from xlforms.expressions.semantics import Outcome, State

Reason = Literal["unreadable", "as-text", "too-large", "broken"]
"""An answer that nobody can read; one that we read and formulas do not («12» as text); a result that is no number any
more; a rule that could not be computed at all."""


def why_not_checked(dataset: Dataset, outcomes: RuleOutcomes, instance: int, submission: int) -> tuple[str, ...]:
    """The items whose answers formulas cannot read, so that an instance was not checked; none when it is itself broken
    or its result is too large."""
    if instance in outcomes.broken:
        return ()
    names = outcomes.instances[instance].items
    wrong = (name for name in names if _unseen(dataset, dataset.items[name])[submission])
    return tuple(sorted(wrong, key=list(dataset.items).index))


def reasons_not_checked(dataset: Dataset, outcomes: RuleOutcomes) -> dict[str, Counter[Reason]]:
    """How many verdicts of each rule could not be made, by reason; rules that were always checked are left out."""
    found: dict[str, Counter[Reason]] = {}
    for number, instance in enumerate(outcomes.instances):
        lost = outcomes.table[number] == Outcome.NOT_CHECKED
        if not lost.any():
            continue
        counts = found.setdefault(instance.rule, Counter())
        if number in outcomes.broken:
            counts["broken"] += int(lost.sum())
            continue
        unreadable, as_text = np.zeros_like(lost), np.zeros_like(lost)
        for name in instance.items:
            item = dataset.items[name]
            unseen = _unseen(dataset, item)
            read = dataset.operand(item).states != State.INVALID
            unreadable |= unseen & ~read
            as_text |= unseen & read
        counts["unreadable"] += int((lost & unreadable).sum())
        counts["as-text"] += int((lost & as_text & ~unreadable).sum())
        counts["too-large"] += int((lost & ~as_text & ~unreadable).sum())
    return found


def _unseen(dataset: Dataset, item: Item) -> npt.NDArray[np.bool_]:
    """Where formulas find no number or text in an item, and no blank either."""
    return np.asarray(dataset.seen_by_formulas.operand(item).states == State.INVALID)
