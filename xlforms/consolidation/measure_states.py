"""Where a measure of a roadmap stands on a day, from what schools answered about it.

| answer | state |
| --- | --- |
| nothing usable came | `no_answer` |
| выполнено | `done`; `done_late` when it was done after the last day |
| не применимо | `not_applicable` |
| anything else, the last day is before the day asked | `overdue` |
| в работе | `in_progress` |
| не начато | `not_due` when the first day lies ahead, else `not_started` |
| не выполнено | `not_started`; its reason tells the rest |
| blank, or not one of the list | `not_due` when the first day lies ahead, else `no_answer` |
"""

from __future__ import annotations

from datetime import date
from typing import Literal

import numpy as np
import numpy.typing as npt

from xlforms.consolidation.column_statistics import Floats
from xlforms.consolidation.counted import Mask
from xlforms.definitions.roadmap import DONE, IN_PROGRESS, NOT_APPLICABLE, NOT_DONE, NOT_STARTED

MeasureState = Literal[
    "done", "done_late", "in_progress", "overdue", "not_started", "not_due", "not_applicable", "no_answer"
]
STATES: tuple[MeasureState, ...] = (
    "done", "done_late", "in_progress", "overdue", "not_started", "not_due", "not_applicable", "no_answer",
)  # fmt: skip
"""In the order in which they are told."""

StateNumbers = npt.NDArray[np.uint8]
_NUMBER = {state: np.uint8(number) for number, state in enumerate(STATES)}


def measure_states(
    statuses: npt.NDArray[np.object_],
    days_done: Floats,
    answered: Mask,
    *,
    due_start: date | None,
    due_end: date | None,
    as_of: date,
) -> StateNumbers:
    """The state of one measure in each unit on the day `as_of`, as numbers of `STATES`.

    `statuses` holds what was answered, None for a blank or invalid answer; `days_done` the ordinal of the day on which
    it was done, nan when there is none; `answered` whether the unit returned the form. A last day equal to `as_of`
    still leaves that day. Without a last day nothing is late.
    """
    ahead = due_start is not None and due_start > as_of
    states = np.full(len(statuses), _NUMBER["not_due" if ahead else "no_answer"])
    states[statuses == NOT_STARTED] = _NUMBER["not_due" if ahead else "not_started"]
    states[statuses == NOT_DONE] = _NUMBER["not_started"]
    states[statuses == IN_PROGRESS] = _NUMBER["in_progress"]
    if due_end is not None and due_end < as_of:
        states[:] = _NUMBER["overdue"]
    states[statuses == NOT_APPLICABLE] = _NUMBER["not_applicable"]
    done = statuses == DONE
    states[done] = _NUMBER["done"]
    if due_end is not None:
        states[done & (days_done > due_end.toordinal())] = _NUMBER["done_late"]
    states[~answered] = _NUMBER["no_answer"]
    return states
