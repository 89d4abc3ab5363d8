"""Writes summary.xlsx: the summary for people, to be read, printed and handed up."""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from xlsxwriter import Workbook

from xlforms.consolidation.summary import FormSummary, Summary
from xlforms.definitions.items import CHECK_SECTION, TITLE_SECTION
from xlforms.errors import OutputError
from xlforms.messages import say
from xlforms.reports.coverage import coverage_by_municipality
from xlforms.reports.day_made import day_made
from xlforms.reports.finding_rows import placed_findings, unit_ranges
from xlforms.reports.frequent_findings import finding_groups
from xlforms.reports.section_values import SectionValues
from xlforms.reports.sheet_names import sheet_name
from xlforms.reports.summary_changes import write_changes
from xlforms.reports.summary_findings import LAST_COLUMN, write_findings
from xlforms.reports.summary_groups import group_places, write_groups
from xlforms.reports.summary_missing import write_missing
from xlforms.reports.summary_needs import write_needs_sheets
from xlforms.reports.summary_overview import write_overview
from xlforms.reports.summary_progress import write_progress_sheets
from xlforms.reports.summary_rules import write_rules
from xlforms.reports.summary_sections import write_section
from xlforms.reports.summary_sheet import SummarySheet, new_sheet
from xlforms.reports.summary_sources import write_sources
from xlforms.reports.summary_style import SummaryStyles
from xlforms.reports.summary_units import write_units
from xlforms.reports.unit_places import UnitPlaces, unit_places
from xlforms.workbook.formats import DEFAULT_FONT, INK
from xlforms.workbook.guard import accept

_NOT_TOTALLED = frozenset({TITLE_SECTION, CHECK_SECTION})
_FIXED = ("sheet-overview", "sheet-missing", "sheet-findings", "sheet-groups", "sheet-rules", "sheet-sources",
          "sheet-changes")  # fmt: skip


def write_summary(summary: Summary, target: Path | BinaryIO) -> None:
    """Writes the workbook; the same summary gives the same bytes.

    Sheets: overview, the progress of roadmaps, the totals of every section of every form, the answers of all units by
    form, units that have not answered, findings, edit rules, files, changed answers. Raises OutputError when the file
    cannot be saved.
    """
    content = _make(summary)
    if not isinstance(target, Path):
        target.write(content)
        return
    try:
        target.write_bytes(content)
    except OSError as error:
        raise OutputError("workbook-not-saved", path=str(target), detail=error.strerror or str(error)) from error


def _make(summary: Summary) -> bytes:
    buffer = BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        book = Workbook(
            buffer,
            {
                "in_memory": True,
                "default_format_properties": dict(DEFAULT_FONT),
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
            },
        )
        styles = SummaryStyles(book)
        taken: set[str] = {say(code).casefold() for code in _FIXED}
        names = {code: say(code) for code in _FIXED}
        overview = new_sheet(book, names["sheet-overview"])
        overview.set_tab_color(INK)
        places = _places(summary, taken)
        names |= write_progress_sheets(book, styles, summary, places, taken)
        for form in summary.forms:
            _write_form_totals(book, styles, summary, form, places[form.form], taken)
        write_needs_sheets(book, styles, summary, places, taken)
        for form in summary.forms:
            at = places[form.form]
            write_units(new_sheet(book, at.sheet), styles, summary, form, at)
        findings, groups = placed_findings(summary), finding_groups(summary)
        at_findings = unit_ranges(names["sheet-findings"], findings, LAST_COLUMN)
        at_groups = group_places(names["sheet-groups"], summary, groups)
        write_missing(new_sheet(book, names["sheet-missing"]), styles, summary, at_findings)
        write_findings(new_sheet(book, names["sheet-findings"]), styles, summary, findings, places)
        write_groups(new_sheet(book, names["sheet-groups"]), styles, summary, groups)
        write_rules(new_sheet(book, names["sheet-rules"]), styles, summary, at_groups)
        write_sources(new_sheet(book, names["sheet-sources"]), styles, summary, places)
        write_changes(new_sheet(book, names["sheet-changes"]), styles, summary, places)
        write_overview(book, overview, styles, summary, names, groups, at_groups)
        book.set_properties({"title": say("overview-title"), "created": day_made(summary)})
        accept("", "", book.close)
    return buffer.getvalue()


def _places(summary: Summary, taken: set[str]) -> dict[str, UnitPlaces]:
    """By form where its answers will stand: the totals that lead there are written before."""
    title, several = say("sheet-units"), len(summary.forms) > 1
    return {
        form.form: unit_places(summary, form, sheet_name(f"{title} {form.plan.code}" if several else title, taken))
        for form in summary.forms
    }


def _write_form_totals(
    book: Any,
    styles: SummaryStyles,
    summary: Summary,
    form: FormSummary,
    places: UnitPlaces,
    taken: set[str],
) -> None:
    """A sheet for each section that asks something to be totalled."""
    values, coverage = SectionValues(summary, form), coverage_by_municipality(summary, form.form)
    for plan in form.plan.sheets:
        if plan.section not in _NOT_TOTALLED:
            name = sheet_name(f"{say('sheet-totals')} {plan.name}", taken)
            sheet: SummarySheet = new_sheet(book, name)
            write_section(sheet, styles, form, plan, values, coverage, places)
