"""Whom to call and why: whose file was rejected, who sent nothing, who has errors to correct, who was late."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from xlforms.consolidation.received import Received
from xlforms.consolidation.summary import Summary
from xlforms.definitions.units import Unit
from xlforms.reports.coverage import answered_units
from xlforms.reports.timeliness import days_late
from xlforms.reports.unit_places import by_municipality

State = Literal["rejected", "nothing", "errors", "extra-rejected", "whose", "late"]
_ORDER: tuple[State, ...] = ("rejected", "nothing", "errors", "extra-rejected", "whose", "late")


@dataclass(frozen=True, slots=True)
class Call:
    """One unit and form; `unit` is None for a file of which nobody knows whose it is.

    `days` after the last day: of a form that came late when it came, of a missing one today, negative before that day;
    None when it came in time or nobody knows. `hard` is how many errors are to be corrected, `files` those rejected.
    """

    unit: Unit | None
    form: str
    state: State
    days: int | None = None
    hard: int = 0
    files: tuple[Received, ...] = ()


def calling_list(summary: Summary) -> list[Call]:
    """Everybody of whom something is wanted, the most urgent first; those who were only late come last.

    Within a state municipality by municipality; those with errors by how many they have.
    """
    rejected: dict[tuple[str, str], list[Received]] = defaultdict(list)
    for file in summary.received:
        if file.status == "rejected":
            rejected[file.unit, file.form].append(file)
    order = {unit.unit: number for number, unit in enumerate(by_municipality(summary))}
    calls = [*_missing(summary, rejected), *_answered(summary)]
    told = {(file.unit, file.form) for call in calls for file in call.files}
    calls += _others(summary, {key: files for key, files in rejected.items() if key not in told})
    return sorted(
        calls,
        key=lambda call: (
            _ORDER.index(call.state),
            -call.hard if call.state == "errors" else 0,
            order[call.unit.unit] if call.unit is not None else len(order),
        ),
    )


def _missing(summary: Summary, rejected: dict[tuple[str, str], list[Received]]) -> Iterator[Call]:
    deadline = summary.collection.deadline if summary.collection is not None else None
    days = (summary.as_of - deadline).days if deadline is not None and summary.as_of is not None else None
    for missing in summary.missing:
        keys = ((missing.unit.unit, missing.form), (missing.unit.unit, ""))
        files = tuple(file for key in dict.fromkeys(keys) for file in rejected.get(key, ()))
        yield Call(missing.unit, missing.form, "rejected" if files else "nothing", days, files=files)


def _answered(summary: Summary) -> Iterator[Call]:
    late, units = days_late(summary), {unit.unit: unit for unit in summary.units}
    for form in summary.forms:
        for unit, answered in answered_units(form).items():
            days = late.get((unit, form.form))
            if answered.hard or days is not None:
                yield Call(units[unit], form.form, "errors" if answered.hard else "late", days, answered.hard)


def _others(summary: Summary, rejected: dict[tuple[str, str], list[Received]]) -> Iterator[Call]:
    """Rejected files of units that need no call for them, and those of nobody."""
    units = {unit.unit: unit for unit in summary.units}
    for (unit, form), files in rejected.items():
        for file in files:
            yield Call(units.get(unit), form, "extra-rejected" if unit in units else "whose", files=(file,))
