"""The sheet «Обзор»: how many answered, what to do next, municipality by municipality, how good the answers are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, get_args

from xlforms.consolidation.received import Status
from xlforms.consolidation.summary import Summary
from xlforms.layout.limits import BODY_POINTS, LINE_POINTS
from xlforms.layout.text_size import column_pixels, line_count, row_points
from xlforms.messages import say
from xlforms.reports.coverage import (
    Coverage,
    answered_units,
    coverage_by_form,
    coverage_by_municipality,
    form_titles,
    total_coverage,
)
from xlforms.reports.frequent_findings import frequent_findings
from xlforms.reports.next_steps import next_steps
from xlforms.reports.round_title import round_facts, round_forms, round_title
from xlforms.reports.summary_printing import set_up_page
from xlforms.reports.summary_sheet import SummarySheet
from xlforms.reports.summary_style import SummaryStyles
from xlforms.reports.summary_versions import version_rows
from xlforms.workbook.formats import MUTED

_FIRST, _LAST = 1, 8
_WIDTHS = (1.5, 34.0, 10.0, 10.0, 9.0, 10.0, 9.0, 10.0, 10.5)
_BAR = 24  # pixels of the chart for each municipality


class OverviewDraft:
    """The sheet in the making: lines are added from top to bottom."""

    def __init__(self, book: Any, sheet: SummarySheet, styles: SummaryStyles) -> None:
        self.book, self.sheet, self.styles = book, sheet, styles
        self.row = 0

    def line(self, text: str, look: str, *, points: float = BODY_POINTS, least: float = LINE_POINTS) -> None:
        """A text over the whole width."""
        width = sum(column_pixels(width) for width in _WIDTHS[_FIRST:])
        height = row_points(line_count(text, width, points, bold=points > 12, indent=1), points)
        self.sheet.put_merged(self.row, _FIRST, self.row, _LAST, text, self.styles.look(look))
        self.sheet.set_row(self.row, max(height, least))
        self.row += 1

    def step(self, text: str, target: str) -> None:
        """A sentence, and at its right a link to the sheet where the work lies, if any."""
        width = sum(column_pixels(width) for width in _WIDTHS[_FIRST:_LAST])
        self.sheet.put_merged(self.row, _FIRST, self.row, _LAST - 1, text, self.styles.look("step"))
        if target:
            link = say("overview-open")
            self.sheet.put_link(self.row, _LAST, link, self.styles.look("link"), target, (0, 0))
        self.sheet.set_row(self.row, max(row_points(line_count(text, width, BODY_POINTS, indent=1), BODY_POINTS), 18))
        self.row += 1

    def space(self, points: float = 12.0) -> None:
        """An empty row."""
        self.sheet.set_row(self.row, points)
        self.row += 1

    def cells(self, label: str, values: Sequence[tuple[object, str]], *, look: str = "label", span: int = 1) -> None:
        """A row of a table: a caption over `span` columns, then numbers or texts, each with its look."""
        width = sum(column_pixels(width) for width in _WIDTHS[_FIRST : _FIRST + span])
        self.sheet.put_merged(self.row, _FIRST, self.row, _FIRST + span - 1, label, self.styles.look(look))
        tall = line_count(label, width, BODY_POINTS, indent=1, bold="bold" in look)
        for column, (value, name) in enumerate(values, start=_FIRST + span):
            if isinstance(value, str):
                self.sheet.put_text(self.row, column, value, self.styles.look(name))
                tall = max(tall, line_count(value, column_pixels(_WIDTHS[column]), 9, bold=True))
            else:
                self.sheet.put_number(self.row, column, value, self.styles.look(name))
        self.sheet.set_row(self.row, max(row_points(tall, BODY_POINTS), LINE_POINTS))
        self.row += 1


def write_overview(
    book: Any, sheet: SummarySheet, styles: SummaryStyles, summary: Summary, sheets: Mapping[str, str]
) -> None:
    """Writes the overview; `sheets` gives the names of the other sheets by their codes, for links."""
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    draft = OverviewDraft(book, sheet, styles)
    _write_title(draft, summary)
    _write_steps(draft, summary, sheets)
    _write_forms(draft, summary)
    _write_versions(draft, summary)
    _write_municipalities(draft, summary)
    _write_quality(draft, summary)
    _write_files(draft, summary)
    set_up_page(sheet, "portrait", (0, _FIRST, draft.row - 1, _LAST))
    sheet.fit_to_pages(1, 0)
    sheet.center_horizontally()
    sheet.freeze_panes(1, 0)


def _write_title(draft: OverviewDraft, summary: Summary) -> None:
    draft.line(round_title(summary), "title", points=16, least=30)
    for line in (round_forms(summary), " ".join(round_facts(summary))):
        if line:
            draft.line(line, "subtitle")
    total = total_coverage(coverage_by_form(summary))
    code = "headline" if summary.registered else "headline-no-register"
    share = f"{total.share * 100:.0f}"
    draft.space(6)
    draft.line(
        say(code, accepted=total.accepted, expected=total.expected, missing=total.missing, share=share),
        "headline", points=12, least=24,
    )  # fmt: skip


def _write_steps(draft: OverviewDraft, summary: Summary, sheets: Mapping[str, str]) -> None:
    draft.space()
    draft.line(say("overview-steps"), "heading", points=12, least=20)
    for number, step in enumerate(next_steps(summary), start=1):
        draft.step(f"{number}. {step.text}", sheets.get(step.sheet, ""))


def _write_forms(draft: OverviewDraft, summary: Summary) -> None:
    draft.space()
    draft.line(say("overview-coverage"), "heading", points=12, least=20)
    heads = ("expected", "accepted", "share", "missing", "share", "with-errors", "with-questions")
    draft.cells(say("head-form"), [(say(f"head-{head}"), "header") for head in heads], look="header_left")
    parts = coverage_by_form(summary)
    answered = {form.form: answered_units(form).values() for form in summary.forms}
    wrong = {form: sum(entry.hard > 0 for entry in entries) for form, entries in answered.items()}
    asked = {form: sum(entry.open > 0 for entry in entries) for form, entries in answered.items()}
    titles = form_titles(summary)
    for form, part in parts.items():
        draft.cells(titles[form], _coverage_cells(part, wrong.get(form, 0), asked.get(form, 0)))
    if len(parts) > 1:
        total = _coverage_cells(total_coverage(parts), sum(wrong.values()), sum(asked.values()), bold=True)
        draft.cells(say("head-total"), total, look="label_bold")


def _write_versions(draft: OverviewDraft, summary: Summary) -> None:
    """On which versions of a form units answered, when there are several."""
    rows = version_rows(summary)
    if rows:
        draft.space(8)
        heads = [(say("head-accepted"), "header"), (say("head-share"), "header")]
        draft.cells(say("head-version"), heads, look="header_left", span=6)
    for words, count, share in rows:
        draft.cells(words, [(count, "count"), (share, "share")], span=6)


def _coverage_cells(part: Coverage, wrong: int, asked: int, *, bold: bool = False) -> list[tuple[object, str]]:
    number, share = ("count_bold", "share_bold") if bold else ("count", "share")
    return [
        (part.expected, number), (part.accepted, number), (part.share, share),
        (part.missing, number), (1 - part.share, share), (wrong, number), (asked, number),
    ]  # fmt: skip


def _write_municipalities(draft: OverviewDraft, summary: Summary) -> None:
    parts = coverage_by_municipality(summary)
    if not parts:
        return
    draft.space()
    draft.line(say("overview-municipalities"), "heading", points=12, least=20)
    heads = ("expected", "accepted", "share", "missing", "errors", "questions", "explained")
    draft.cells(say("head-municipality"), [(say(f"head-{head}"), "header") for head in heads], look="header_left")
    first = draft.row
    for name, part in parts.items():
        draft.cells(name or say("report-no-municipality"), _municipality_cells(part))
    last = draft.row - 1
    draft.cells(say("head-region"), _municipality_cells(total_coverage(parts), bold=True), look="label_bold")
    draft.space(8)
    _add_chart(draft, parts, first, last)


def _municipality_cells(part: Coverage, *, bold: bool = False) -> list[tuple[object, str]]:
    number, share = ("count_bold", "share_bold") if bold else ("count", "share")
    return [
        (part.expected, number), (part.accepted, number), (part.share, share),
        (part.missing, number), (part.hard, number), (part.soft, number), (part.explained, number),
    ]  # fmt: skip


def _add_chart(draft: OverviewDraft, parts: Mapping[str, Coverage], first: int, last: int) -> None:
    """Bars of the share that answered, in the order of the table."""
    name = draft.sheet.name
    font = {"name": "Arial", "size": 9, "color": "#1F2A37"}
    chart = draft.book.add_chart({"type": "bar"})
    chart.add_series({
        "name": say("report-chart-title"),
        "categories": [name, first, _FIRST, last, _FIRST],
        "values": [name, first, _FIRST + 3, last, _FIRST + 3],
        "categories_data": [place or say("report-no-municipality") for place in parts],
        "values_data": [part.share for part in parts.values()],
        "fill": {"color": MUTED},
        "gap": 45,
        "data_labels": {"value": True, "num_format": "0%", "font": font},
    })  # fmt: skip
    chart.set_title({"name": say("report-chart-title"), "name_font": {**font, "size": 10, "bold": True}})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "num_font": font, "line": {"color": "#AEB8C2"}, "major_tick_mark": "none"})
    chart.set_x_axis({"min": 0, "max": 1.1, "visible": False, "major_gridlines": {"visible": False}})
    chart.set_chartarea({"border": {"color": "#AEB8C2"}})
    height = 60 + _BAR * len(parts)
    width = sum(int(column_pixels(width)) for width in _WIDTHS[_FIRST:])
    chart.set_size({"width": width, "height": height})
    draft.sheet.insert_chart(draft.row, _FIRST, chart, {"object_position": 1, "description": say("report-chart-title")})
    for _ in range(-(-(height + 6) // 20)):
        draft.space(15)


def _write_quality(draft: OverviewDraft, summary: Summary) -> None:
    answered = [entry for form in summary.forms for entry in answered_units(form).values()]
    versions = [version for form in summary.forms for version in form.versions]
    left_out = sum(not finding.counts for version in versions for finding in version.findings)
    total = len(answered) or 1
    draft.space()
    draft.line(say("overview-quality"), "heading", points=12, least=20)
    heads = ("findings", "units-with", "share")
    draft.cells(say("head-kind"), [(say(f"head-{head}"), "header") for head in heads], look="header_left", span=5)
    for kind in ("hard", "soft", "explained"):
        numbers = [getattr(entry, kind) for entry in answered]
        units = sum(number > 0 for number in numbers)
        values: list[tuple[object, str]] = [(sum(numbers), "count"), (units, "count"), (units / total, "share")]
        draft.cells(say(f"kind-{kind}"), values, span=5)
    draft.cells(say("kind-left-out"), [(left_out, "count"), ("", "count"), ("", "count")], span=5)
    frequent = frequent_findings(summary)
    if not frequent:
        return
    draft.space(8)
    heads = ("kind", "findings", "units-with")
    draft.cells(say("head-frequent"), [(say(f"head-{head}"), "header") for head in heads], look="header_left", span=5)
    for found in frequent:
        label = f"{found.place}: {found.what}" if found.place else found.what
        draft.cells(
            label,
            [(say(f"severity-{found.severity}"), "units"), (found.findings, "count"), (found.units, "count")], span=5,
        )  # fmt: skip


def _write_files(draft: OverviewDraft, summary: Summary) -> None:
    draft.space()
    draft.line(say("overview-files"), "heading", points=12, least=20)
    draft.cells(say("head-file"), [(say("head-files"), "header"), (say("head-share"), "header")], look="header_left",
                span=6)  # fmt: skip
    counts = Counter(file.status for file in summary.received)
    total = sum(counts.values())
    for status in get_args(Status):
        if counts[status]:
            values: list[tuple[object, str]] = [(counts[status], "count"), (counts[status] / total, "share")]
            draft.cells(say(f"files-{status}"), values, span=6)
    values = [(total, "count_bold"), (1, "share_bold")]
    draft.cells(say("head-total"), values, look="label_bold", span=6)
