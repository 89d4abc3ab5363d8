"""Verdicts that a returned workbook shows and that are not ours: its formulas were pasted over or never calculated."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from xlforms.checks.finding import Finding
from xlforms.checks.rule_outcomes import RuleOutcomes
from xlforms.dataset.dataset import Dataset
from xlforms.definitions.rules import PERIOD_YEAR
from xlforms.expressions.nodes import references
from xlforms.expressions.semantics import Outcome
from xlforms.intake.shown_verdicts import FAILED, NOTHING, QUESTION, UNKNOWN, UNREADABLE
from xlforms.layout.place import cell_name

Shown = npt.NDArray[np.str_]


def check_shown(dataset: Dataset, outcomes: RuleOutcomes) -> Iterator[Finding]:
    """One soft finding for each submission whose workbook showed a verdict that its answers do not give.

    Our outcomes are of what the workbook saw, so a repaired answer is no difference. A cell without a readable result
    matters only where a rule fails: the school was not told.
    """
    if not dataset.rules or any(len(one.shown) != len(dataset.rules) for one in dataset.submissions):
        return
    shown = np.array([one.shown for one in dataset.submissions], dtype=np.str_).T
    differ = _differ(dataset, shown, outcomes)
    for submission in np.flatnonzero(differ.any(axis=0)):
        rules = np.flatnonzero(differ[:, submission])
        place = dataset.plan.checks[int(rules[0])]
        yield Finding(
            submission=int(submission),
            item="",
            sheet=place.sheet,
            cell=cell_name(place.row, place.column),
            rule="form",
            severity="soft",
            code="structure-verdicts-differ",
            parameters={"count": int(rules.size)},
        )


def _differ(dataset: Dataset, shown: Shown, outcomes: RuleOutcomes) -> npt.NDArray[np.bool_]:
    """Where a known verdict is not the one that our outcome would show; shape (instances, submissions)."""
    failed = outcomes.table == Outcome.FAILED
    marks = np.array([[FAILED if rule.severity == "hard" else QUESTION] for rule in dataset.rules], dtype=np.str_)
    wrong = np.where(failed, shown != marks, (shown != NOTHING) & (shown != UNREADABLE))
    year_unknown = [
        dataset.year is None and any(name.path == PERIOD_YEAR for name in references(rule.condition))
        for rule in dataset.rules
    ]
    comparable = (shown != UNKNOWN) & ~np.array(year_unknown, dtype=bool)[:, np.newaxis]
    return np.asarray(wrong & comparable)
