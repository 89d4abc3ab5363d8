"""Item nonresponse: what had to be answered and was left blank, always or because of other answers."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from xlforms.checks.answer_place import AnswerPlaces
from xlforms.checks.finding import Finding
from xlforms.dataset.dataset import Dataset
from xlforms.expressions.semantics import Outcome, State


def check_required(dataset: Dataset) -> Iterator[Finding]:
    """A hard finding for each blank where an answer is required; other answers require one as formulas see them."""
    places = AnswerPlaces(dataset)
    for item in dataset.plan.items:
        if not item.required and not item.required_if:
            continue
        blank = dataset.column(item.name).states == State.BLANK
        if item.blank_zero:
            continue
        if not item.required and blank.any():
            blank = blank & (dataset.seen_by_formulas.condition(item.required_if, item) == Outcome.PASSED)
        code = "answer-required" if item.required else "answer-required-here"
        for submission in np.flatnonzero(blank):
            place = places.of(int(submission), item)
            yield Finding(
                int(submission), item.name, place.sheet, place.cell, "required", "hard", code, place.captions,
                {"help": item.help},
            )  # fmt: skip
