"""The figures whose distribution is shown before anybody chooses one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from xlforms.consolidation.summary import FormSummary
from xlforms.consolidation.totals import REGION
from xlforms.reports.html.figure_columns import figure_shown
from xlforms.reports.html.form_items import FormItem

_MOST = 4
_MOST_KEY_FIGURES = 5


def first_figures(form: FormSummary, items: Sequence[FormItem]) -> list[str]:
    """The names of the numbers: the first five key figures, but for conditions, of which schools make two heaps.

    Where a form names none, at most four numbers: of each section the one that most units gave, the first of several
    such. Shares of a section are preferred to what they are computed of: they compare small schools with large ones.
    """
    if form.figures:
        named = [result.figure for result in form.figures if result.units]
        return [figure.id for figure in named if figure_shown(form, figure) != "condition"][:_MOST_KEY_FIGURES]
    given = {
        total.item: int(total.value or 0)
        for total in form.totals
        if total.municipality == REGION and total.statistic == "n"
    }
    chosen: dict[str, FormItem] = {}
    for entry in items:
        if entry.item.nature != "number" or not given.get(entry.item.name):
            continue
        known = chosen.get(entry.section.id)
        if known is None or _rank(entry, given) > _rank(known, given):
            chosen[entry.section.id] = entry
    return [entry.item.name for entry in chosen.values()][:_MOST]


def _rank(entry: FormItem, given: Mapping[str, int]) -> tuple[int, bool]:
    return given[entry.item.name], entry.item.type == "percent"
