"""What is overdue in the roadmaps: how much, in how many schools, which measures most often, which municipalities."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from xlforms.consolidation.measure_states import STATES
from xlforms.consolidation.progress import FormProgress
from xlforms.consolidation.summary import Summary
from xlforms.definitions.roadmap import Measure
from xlforms.messages import say
from xlforms.reports.docx.limits import ENOUGH, Limits
from xlforms.reports.docx.note_parts import Paragraph, Part, Points
from xlforms.reports.docx.shortened import lead, name_some, quoted, shorten, shorten_name
from xlforms.reports.html.shown_numbers import show_number
from xlforms.workbook.slots import long_date

_OVERDUE = STATES.index("overdue")


@dataclass(frozen=True, slots=True)
class PlaceOverdue:
    """A municipality: how many measures are overdue in the schools that returned the form, and how many those are."""

    place: str
    overdue: int
    units: int

    @property
    def each(self) -> Decimal:
        """Overdue measures per school."""
        return Decimal(self.overdue) / self.units


def overdue_parts(summary: Summary, limits: Limits) -> list[Part]:
    """A few sentences about each roadmap that anybody returned."""
    came = [progress for progress in summary.progress if progress.answered.any()]
    parts = list[Part]()
    for progress in came[: limits.roadmaps]:
        parts += _roadmap_parts(progress, limits, named=len(came) > 1)
    if len(came) > limits.roadmaps:
        parts.append(Paragraph(say("note-more-roadmaps", more=len(came) - limits.roadmaps)))
    return parts


def overdue_by_place(progress: FormProgress) -> list[PlaceOverdue]:
    """The municipalities that returned something, most overdue measures per school first; then in their order."""
    counts = progress.overdue_counts()
    known = []
    for place in progress.municipalities:
        mask = np.array([unit.municipality == place for unit in progress.units]) & progress.answered
        if mask.any():
            known.append(PlaceOverdue(place, int(counts[mask].sum()), int(mask.sum())))
    return sorted(known, key=lambda entry: -entry.each)


def _roadmap_parts(progress: FormProgress, limits: Limits, *, named: bool) -> list[Part]:
    counts, answered = progress.overdue_counts(), int(progress.answered.sum())
    states = {state: int((progress.states[:, progress.answered] == n).sum()) for n, state in enumerate(STATES)}
    applicable = sum(states.values()) - states["not_applicable"]
    done = states["done"] + states["done_late"]
    measures, units = int(counts.sum()), int((counts > 0).sum())
    sentences = [
        say("note-roadmap", day=long_date(progress.as_of), units=answered, all=len(progress.units),
            measures=len(progress.measures)),
        say("note-done-late" if states["done_late"] else "note-done", done=done, late=states["done_late"],
            applicable=applicable),
        say("note-overdue" if measures else "note-nothing-overdue", measures=measures, units=units, all=answered),
    ]  # fmt: skip
    before = lead(progress.title, limits.name) if named else ""
    if not measures:
        return [Paragraph(" ".join(sentences), before)]
    longest = progress.overdue()[0]
    number = longest.measure.number
    words = say("note-measure-number", number=number) if number else _name(longest.measure, limits)
    sentences.append(say("note-longest", days=longest.days, measure=words))
    return [
        Paragraph(" ".join(sentences), before),
        *_measure_parts(progress, answered, limits),
        *_place_parts(progress, limits),
    ]


def _measure_parts(progress: FormProgress, answered: int, limits: Limits) -> list[Part]:
    late = (progress.states == _OVERDUE).sum(axis=1)
    order = [int(number) for number in np.argsort(-late, kind="stable") if late[number]]
    lines = [
        say("note-measure", measure=_name(progress.measures[place], limits), units=int(late[place]), all=answered)
        for place in order[: limits.measures]
    ]
    if len(order) > limits.measures:
        lines.append(say("note-more-measures", more=len(order) - limits.measures))
    return [Paragraph(say("note-measures")), Points(tuple(lines))]


def _name(measure: Measure, limits: Limits) -> str:
    """Number and title; many plans have no numbers."""
    title = quoted(measure.title, limits.name)
    if not measure.number:
        return title
    return say("note-measure-numbered", number=shorten(measure.number, limits.place), title=title)


def _place_parts(progress: FormProgress, limits: Limits) -> list[Part]:
    """The municipalities with most overdue measures per school, of those with enough schools to compare."""
    if len(progress.municipalities) < 2:
        return []
    places = overdue_by_place(progress)
    compared = [entry for entry in places if entry.units >= ENOUGH]
    small = [entry.place for entry in places if entry.units < ENOUGH]
    if len(compared) < 2:
        return [Paragraph(say("note-places-not-compared", enough=ENOUGH))]
    worst = [entry for entry in compared if entry.overdue]
    most = limits.few if len(compared) <= limits.few else limits.extremes
    shown = "; ".join(
        say("note-place-overdue", place=shorten_name(entry.place, limits.place), each=show_number(round(entry.each, 1)),
            measures=entry.overdue, units=entry.units)
        for entry in worst[:most]
    )  # fmt: skip
    more = len(worst) - most
    sentences = [say("note-places-more" if more > 0 else "note-places", shown=shown, more=more)] if worst else []
    if small:
        sentences.append(say("note-places-too-few", names=name_some(small, limits.extremes, limits), enough=ENOUGH))
    return [Paragraph(" ".join(sentences))] if sentences else []
