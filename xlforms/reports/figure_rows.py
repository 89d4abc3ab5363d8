"""`key_figures.csv`: what the key figures of forms come to, for the region, municipalities and units."""

from __future__ import annotations

from collections.abc import Iterator

from xlforms.consolidation.figure_results import FigureResult
from xlforms.consolidation.summary import Summary
from xlforms.consolidation.totals import REGION
from xlforms.reports.csv_files import Row

KEY_FIGURES = ("form", "key_figure", "label", "unit_of_measure", "municipality", "unit", "value", "n", "doubtful")


def figure_rows(summary: Summary) -> Iterator[Row]:
    """By form and figure: the region, each municipality in the order of the register, each unit that has a value.

    `n` is the number of units that a value covers, `doubtful` how many of them contradict themselves in what it rests
    on; both are empty in the row of one unit.
    """
    for form in summary.forms:
        for result in form.figures:
            yield from _rows(summary, form.form, result)


def _rows(summary: Summary, form: str, result: FigureResult) -> Iterator[Row]:
    figure = result.figure
    known = (form, figure.id, figure.label, figure.unit)
    for place in sorted(result.places, key=lambda place: place != REGION):  # stable: only the region moves
        found = result.places[place]
        yield (*known, place, "", found.value, found.n, found.doubtful)
    for unit, value in result.units.items():
        yield (*known, summary.municipality(unit), unit, value, None, None)
