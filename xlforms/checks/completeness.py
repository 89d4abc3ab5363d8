"""How complete a submission is, counted just as the title sheet of the form counts it."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from xlforms.dataset.dataset import Dataset
from xlforms.expressions.semantics import State


def completeness(dataset: Dataset) -> npt.NDArray[np.float64]:
    """The share of required items that hold something, for each submission, from 0 to 1.

    A form that requires nothing is measured by all of its items. Something unreadable counts as filled in, as it does
    for COUNTA in the workbook.
    """
    required = [item for item in dataset.plan.items if item.required] or list(dataset.plan.items)
    filled = np.zeros(len(dataset))
    for item in required:
        filled += dataset.column(item.name).states != State.BLANK
    return filled / len(required)
