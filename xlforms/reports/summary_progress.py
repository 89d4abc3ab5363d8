"""The sheets about roadmaps, in their order: the roadmap, municipalities, what is overdue, indicators."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from xlforms.consolidation.progress import FormProgress
from xlforms.consolidation.summary import Summary
from xlforms.messages import say
from xlforms.reports.next_steps import overdue_code
from xlforms.reports.sheet_names import sheet_name
from xlforms.reports.summary_indicators import write_indicators
from xlforms.reports.summary_overdue import write_overdue
from xlforms.reports.summary_places import write_places
from xlforms.reports.summary_roadmap import write_roadmap
from xlforms.reports.summary_sheet import SummarySheet, new_sheet
from xlforms.reports.summary_style import SummaryStyles
from xlforms.reports.unit_places import UnitPlaces

_SHEETS: tuple[tuple[str, Callable[[SummarySheet, SummaryStyles, FormProgress], None]], ...] = (
    ("sheet-roadmap", write_roadmap),
    ("sheet-places", write_places),
)


def write_progress_sheets(
    book: Any, styles: SummaryStyles, summary: Summary, places: Mapping[str, UnitPlaces], taken: set[str]
) -> dict[str, str]:
    """Writes the sheets of every roadmap; several roadmaps are told apart by the codes of their forms.

    What is overdue leads to its answers, whose `places` are given by form. Returns the names of the sheets of overdue
    measures by `overdue_code` of their forms.
    """
    forms = {progress.form for progress in summary.progress} | {form.form for form in summary.indicators}
    overdue: dict[str, str] = {}
    for progress in summary.progress:
        for code, write in _SHEETS:
            name = sheet_name(f"{say(code)} {progress.code}" if len(forms) > 1 else say(code), taken)
            write(new_sheet(book, name), styles, progress)
        caption = say("sheet-overdue")
        name = sheet_name(f"{caption} {progress.code}" if len(forms) > 1 else caption, taken)
        write_overdue(new_sheet(book, name), styles, progress, places.get(progress.form))
        overdue[overdue_code(progress.form)] = name
    for indicators in summary.indicators:
        caption = say("sheet-indicators")
        name = sheet_name(f"{caption} {indicators.code}" if len(forms) > 1 else caption, taken)
        write_indicators(new_sheet(book, name), styles, indicators)
    return overdue
