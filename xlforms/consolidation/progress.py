"""How far a roadmap has come: the state of every measure in every unit on a day, what is late, what share is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from xlforms.consolidation.column_statistics import Floats
from xlforms.consolidation.counted import Mask
from xlforms.consolidation.measure_states import STATES, MeasureState, StateNumbers, measure_states
from xlforms.consolidation.totals import REGION
from xlforms.consolidation.unit_answers import Objects, UnitAnswers, VersionAnswers
from xlforms.definitions.roadmap import Measure
from xlforms.definitions.units import Unit

Counts = npt.NDArray[np.int64]

_NUMBER: dict[MeasureState, int] = {state: number for number, state in enumerate(STATES)}


@dataclass(frozen=True)
class Overdue:
    """A measure that is late in a unit: by how many days on the day asked, and what the school says of it.

    `status` and `reason` are empty when the school says nothing.
    """

    unit: Unit
    name: str
    measure: Measure
    due_end: date
    days: int
    status: str
    reason: str


@dataclass(frozen=True)
class FormProgress:
    """The measures of one roadmap in the units that have to report on them, on the day `as_of`.

    `names[m]` is how measure m is told from others: its id, or `block.id` where two blocks share one. `states`,
    `statuses`, `days_done` (ordinals, nan for none) and `reasons` are arrays of measures by units; answers that do not
    count are None or nan. `answered` tells which units returned the form.
    """

    form: str
    code: str
    title: str
    as_of: date
    measures: tuple[Measure, ...]
    names: tuple[str, ...]
    units: tuple[Unit, ...]
    answered: Mask
    states: StateNumbers
    statuses: Objects
    days_done: Floats
    reasons: Objects

    @property
    def municipalities(self) -> tuple[str, ...]:
        """Those of the units, in their order, without the empty one."""
        return tuple(filter(None, dict.fromkeys(unit.municipality for unit in self.units)))

    def counts(self) -> dict[str, Counts]:
        """How many units are in each state, measures by `STATES`, for the region (REGION) and each municipality.

        Units that named no municipality are in the region only.
        """
        places = np.array([unit.municipality for unit in self.units], dtype=object)
        groups = {REGION: np.ones(len(self.units), dtype=bool)}
        groups |= {name: places == name for name in self.municipalities}
        return {name: _count(self.states[:, mask]) for name, mask in groups.items()}

    def shares_done(self) -> Floats:
        """The share of measures that each unit has done, late or not, of those that apply to it.

        nan for a unit that returned nothing, and where no measure applies.
        """
        done = np.isin(self.states, [_NUMBER["done"], _NUMBER["done_late"]]).sum(axis=0)
        applicable = (self.states != _NUMBER["not_applicable"]).sum(axis=0)
        known = self.answered & (applicable > 0)
        return np.where(known, done / np.maximum(applicable, 1), np.nan)

    def overdue_counts(self) -> Counts:
        """How many measures are overdue in each unit."""
        return np.asarray((self.states == _NUMBER["overdue"]).sum(axis=0), dtype=np.int64)

    def overdue(self) -> list[Overdue]:
        """What is overdue, the longest first; then in the order of units and of the roadmap."""
        return sorted(self._overdue(), key=lambda found: -found.days)

    def _overdue(self) -> Iterator[Overdue]:
        late = (self.states == _NUMBER["overdue"]).T
        for unit, measure in np.argwhere(late).tolist():
            planned = self.measures[measure]
            if planned.due_end is None:
                raise ValueError(f"{planned.id} is overdue without a last day")
            yield Overdue(
                unit=self.units[unit],
                name=self.names[measure],
                measure=planned,
                due_end=planned.due_end,
                days=(self.as_of - planned.due_end).days,
                status=self.statuses[measure, unit] or "",
                reason=self.reasons[measure, unit] or "",
            )


def form_progress(
    form: str,
    code: str,
    title: str,
    measures: Sequence[Measure],
    versions: Sequence[VersionAnswers],
    units: Sequence[Unit],
    as_of: date,
) -> FormProgress:
    """The progress of one form.

    `measures` are those of its newest version. An older version tells of a measure under the same id; a measure that it
    did not have is blank there, and one that the newest has no longer is left out. `units` are those that have to
    return the form, and all that did are among them.
    """
    names = measure_names(measures)
    answers = UnitAnswers(versions, [unit.unit for unit in units])
    known = [_by_name(part.dataset.plan.measures) for part in versions]
    answered, shape = answers.answered, (len(measures), len(units))
    states = np.zeros(shape, dtype=np.uint8)
    statuses, reasons, days = np.empty(shape, dtype=object), np.empty(shape, dtype=object), np.empty(shape)
    for number, (name, measure) in enumerate(zip(names, measures, strict=True)):
        items = [found.get(name, {}) for found in known]
        statuses[number] = answers.objects([each.get("status", "") for each in items])
        days[number] = answers.numbers([each.get("date_done", "") for each in items])
        reasons[number] = answers.objects([each.get("reason", "") for each in items])
        states[number] = measure_states(
            statuses[number],
            days[number],
            answered,
            due_start=measure.due_start,
            due_end=measure.due_end,
            as_of=as_of,
        )
    return FormProgress(
        form, code, title, as_of, tuple(measures), names, tuple(units), answered, states, statuses, days, reasons
    )


def measure_names(measures: Sequence[Measure]) -> tuple[str, ...]:
    """How each measure is told from the others of its form: its id, or `block.id` where two blocks share one."""
    uses = Counter(measure.id for measure in measures)
    return tuple(measure.id if uses[measure.id] == 1 else f"{measure.block}.{measure.id}" for measure in measures)


def _by_name(measures: Sequence[Measure]) -> dict[str, Mapping[str, str]]:
    return {name: measure.items for name, measure in zip(measure_names(measures), measures, strict=True)}


def _count(states: StateNumbers) -> Counts:
    """Measures by states."""
    return np.stack([(states == number).sum(axis=1) for number in range(len(STATES))], axis=1)
