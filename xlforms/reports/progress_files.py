"""`progress.csv` and `indicators.csv`: where every measure and every indicator of the roadmaps stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from xlforms.consolidation.measure_states import STATES
from xlforms.consolidation.progress import FormProgress
from xlforms.consolidation.summary import Summary
from xlforms.reports.csv_files import Row

PROGRESS = ("form", "unit", "municipality", "measure", "title", "due_start", "due_end", "status", "state",
            "number", "part", "date_done", "days_overdue", "responsible", "reason")  # fmt: skip
INDICATORS = ("form", "unit", "municipality", "indicator", "title", "unit_of_measure", "period", "target", "fact",
              "deviation", "attained")  # fmt: skip


def progress_rows(summary: Summary) -> Iterator[Row]:
    """A row for every measure of every unit that has to report on it, by form, unit and measure."""
    for form in summary.progress:
        yield from _form_rows(form)


def _form_rows(form: FormProgress) -> Iterator[Row]:
    states, statuses, reasons = form.states.T.tolist(), form.statuses.T.tolist(), form.reasons.T.tolist()
    days, overdue = form.days_done.T.tolist(), STATES.index("overdue")
    for place, unit in enumerate(form.units):
        answers = zip(statuses[place], states[place], days[place], reasons[place], strict=True)
        for name, measure, (status, state, done, reason) in zip(form.names, form.measures, answers, strict=True):
            due = measure.due_end if state == overdue else None
            yield (
                form.form, unit.unit, unit.municipality, name, measure.title, measure.due_start, measure.due_end,
                status, STATES[state], measure.number, measure.part,
                date.fromordinal(int(done)) if done == done else None,  # noqa: PLR0124  # nan
                (form.as_of - due).days if due is not None else None,
                measure.responsible, reason,
            )  # fmt: skip


def indicator_rows(summary: Summary) -> Iterator[Row]:
    """A row for every indicator and period of every unit that has to report on it, by form, unit and indicator."""
    for form in summary.indicators:
        for place, unit in enumerate(form.units):
            for name, indicator, periods in zip(form.names, form.indicators, form.results, strict=True):
                for period in periods:
                    found = period.of_unit(place)
                    yield (
                        form.form, unit.unit, unit.municipality, name, indicator.title, indicator.unit, period.label,
                        found.target, found.fact, found.deviation, found.attained,
                    )  # fmt: skip
