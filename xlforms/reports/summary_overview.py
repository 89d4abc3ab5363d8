"""The sheet «Обзор»: how many answered, what to do next, key figures, municipality by municipality, what is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from xlforms.consolidation.summary import Summary
from xlforms.messages import say
from xlforms.reports.coverage import coverage_by_form, total_coverage
from xlforms.reports.frequent_findings import FindingGroup
from xlforms.reports.next_steps import next_steps
from xlforms.reports.overview_charts import chart_points, coverage_chart, findings_chart
from xlforms.reports.overview_coverage import coverage_table, form_table, municipality_table
from xlforms.reports.overview_draft import FIRST, LAST, Entry, OverviewDraft
from xlforms.reports.overview_tables import FREQUENT, figure_table, frequent_table, quality_table
from xlforms.reports.round_title import round_facts, round_forms, round_title
from xlforms.reports.summary_sheet import SummarySheet
from xlforms.reports.summary_style import SummaryStyles
from xlforms.reports.summary_versions import version_rows

_BARS = 8  # a chart beside a table is at least as high as the table, or as one with so many bars
_QUALITY, _CHART = 5, 8  # the columns where what stands at the right begins


def write_overview(
    book: Any,
    sheet: SummarySheet,
    styles: SummaryStyles,
    summary: Summary,
    sheets: Mapping[str, str],
    groups: Sequence[FindingGroup],
    at_groups: Mapping[tuple[str, str], str],
) -> None:
    """Writes the overview; `sheets` gives the names of the other sheets by their codes, for links.

    The most frequent of the `groups` of findings lead to their places, given by form and rule.
    """
    draft = OverviewDraft(book, sheet, styles)
    _write_title(draft, summary)
    _write_steps(draft, summary, sheets)
    draft.heading(say("overview-coverage"), say("overview-quality"), _QUALITY)
    draft.beside(coverage_table(summary), quality_table(summary), _QUALITY)
    _write_forms(draft, summary)
    table = municipality_table(summary)
    figures = figure_table(summary)
    bars = len(_municipalities(table))
    if figures:
        _write_figures(draft, figures, table, bars)
    if table:
        _write_municipalities(draft, table, bars, with_charts=not figures)
    _write_frequent(draft, groups, at_groups)
    draft.finish()


def _write_title(draft: OverviewDraft, summary: Summary) -> None:
    draft.line(round_title(summary), "title", points=16, least=28)
    for line in (round_forms(summary), " ".join(round_facts(summary))):
        if line:
            draft.line(line, "subtitle", least=15)
    total = total_coverage(coverage_by_form(summary))
    code = "headline" if summary.registered else "headline-no-register"
    share = f"{total.share * 100:.0f}"
    text = say(code, accepted=total.accepted, expected=total.expected, missing=total.missing, share=share)
    draft.line(text, "headline", points=12, least=22)


def _write_steps(draft: OverviewDraft, summary: Summary, sheets: Mapping[str, str]) -> None:
    draft.heading(say("overview-steps"))
    for number, step in enumerate(next_steps(summary), start=1):
        draft.step(f"{number}. {step.text}", sheets.get(step.sheet, ""))


def _write_forms(draft: OverviewDraft, summary: Summary) -> None:
    """By form when there are several, and by version of a form when it has several."""
    table = form_table(summary)
    if table:
        draft.heading(say("overview-forms-table"))
        draft.table(table)
    versions = version_rows(summary)
    if versions:
        draft.space(8)
        heads = [Entry(say("head-version"), "header_left", 6), Entry(say("head-accepted"), "header", 2)]
        rows = [
            [Entry(words, "row_text", 6), Entry(count, "row_count", 2), Entry(share, "row_share", 2)]
            for words, count, share in versions
        ]
        draft.table([[*heads, Entry(say("head-share"), "header", 2)], *rows])


def _write_figures(
    draft: OverviewDraft, figures: Sequence[Sequence[Entry]], table: Sequence[Sequence[Entry]], bars: int
) -> None:
    """Key figures, and beside them the chart of the table of municipalities, which stands below."""
    if not table:
        draft.heading(say("overview-figures"))
        draft.table(figures)
        return
    draft.heading(say("overview-figures"), say("overview-chart"), _CHART)
    first = draft.row
    draft.table(figures)
    points = max(chart_points(bars), min(draft.height(first), chart_points(_BARS)))
    draft.until(first, points)
    below = draft.row + 3  # after the space, the heading and the headings of the next section
    chart = coverage_chart(draft.book, draft.sheet.name, table, (below, below + bars - 1))
    draft.put_chart(chart, first, _CHART, LAST, points, say("chart-coverage"))


def _write_municipalities(
    draft: OverviewDraft, table: Sequence[Sequence[Entry]], bars: int, *, with_charts: bool
) -> None:
    draft.heading(say("overview-municipalities"))
    first, _ = draft.table(table)
    if with_charts:
        rows, points, name = (first, first + bars - 1), chart_points(bars), draft.sheet.name
        draft.space(6)
        at = draft.row
        draft.until(at, points)
        coverage, findings = (make(draft.book, name, table, rows) for make in (coverage_chart, findings_chart))
        draft.put_chart(coverage, at, FIRST, _QUALITY - 1, points, say("chart-coverage"))
        draft.put_chart(findings, at, _QUALITY, LAST, points, say("chart-findings"))


def _write_frequent(
    draft: OverviewDraft, groups: Sequence[FindingGroup], at_groups: Mapping[tuple[str, str], str]
) -> None:
    table = frequent_table(groups)
    if table:
        draft.heading(say("overview-frequent"))
        first, _ = draft.table(table)
        for row, group in enumerate(groups[:FREQUENT], start=first):
            draft.sheet.link_cell(row, LAST - 1, at_groups[group.form, group.rule], say("overview-who"))


def _municipalities(table: Sequence[Sequence[Entry]]) -> Sequence[Sequence[Entry]]:
    """The rows of the table that are municipalities: without headings, files of nobody and the region."""
    return [entries for entries in table[1:] if entries[1].value != "" and "bold" not in entries[1].look]
