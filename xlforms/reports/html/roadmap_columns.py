"""Where every measure of a roadmap stands in every unit, as one line of digits for each measure."""

from __future__ import annotations

from collections.abc import Mapping

from xlforms.consolidation.progress import FormProgress


def roadmap_columns(progress: FormProgress, order: Mapping[str, int]) -> dict[str, object]:
    """`states[m]` has one digit for each unit: the number of its state in `STATES`; `units` are numbers in `order`."""
    measures = progress.measures
    return {
        "form": progress.form,
        "code": progress.code,
        "title": progress.title,
        "units": [order[unit.unit] for unit in progress.units],
        "number": [measure.number for measure in measures],
        "measure": [measure.title for measure in measures],
        "part": [measure.part for measure in measures],
        "deadline": [measure.deadline for measure in measures],
        "states": ["".join(map(str, states)) for states in progress.states.tolist()],
    }
