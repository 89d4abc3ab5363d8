"""The other tables of «Обзор»: how far answers can be trusted, key figures, what is wrong most often."""

from __future__ import annotations

from collections.abc import Sequence

from xlforms.consolidation.figure_results import FigureResult
from xlforms.consolidation.summary import Summary
from xlforms.consolidation.totals import REGION
from xlforms.messages import say
from xlforms.reports.coverage import answered_units, coverage_by_form
from xlforms.reports.frequent_findings import FindingGroup
from xlforms.reports.overview_draft import Entry

FREQUENT = 5


def quality_table(summary: Summary) -> list[list[Entry]]:
    """Hard, soft and explained findings, the forms that have them and their share, and answers left out."""
    answered = [entry for form in summary.forms for entry in answered_units(form).values()]
    versions = [version for form in summary.forms for version in form.versions]
    left_out = sum(not finding.counts for version in versions for finding in version.findings)
    heads = [Entry(say(f"head-{code}"), "header") for code in ("number", "forms", "share")]
    rows = [[Entry(say("head-kind"), "header_left", 4), *heads]]
    for kind in ("hard", "soft", "explained", "open"):
        numbers = [getattr(entry, kind) for entry in answered]
        units = sum(number > 0 for number in numbers)
        share = Entry(units / len(answered), "row_share") if answered else Entry("–", "row_centre")
        label = Entry(say(f"quality-{kind}"), "row_text", 4)
        rows.append([label, Entry(sum(numbers), "row_count"), Entry(units, "row_count"), share])
    blank = Entry("", "row_count")
    return [*rows, [Entry(say("quality-left-out"), "row_text", 4), Entry(left_out, "row_count"), blank, blank]]


def figure_table(summary: Summary) -> list[list[Entry]]:
    """The key figures of all forms for the region, each with the units that it covers; nothing when there are none."""
    expected = {form: part.expected for form, part in coverage_by_form(summary).items()}
    rows = [_figure(result, expected.get(form.form, 0)) for form in summary.forms for result in form.figures]
    heads = [Entry(say("head-figure"), "header_left", 2), Entry(say("head-value"), "header", 2)]
    doubtful = any(result.places[REGION].doubtful for form in summary.forms for result in form.figures)
    units = Entry(say("head-units-doubtful" if doubtful else "head-units"), "header", 2)
    return [[*heads, units], *rows] if rows else []


def _figure(result: FigureResult, expected: int) -> list[Entry]:
    found, figure = result.places[REGION], result.figure
    words = figure.label if figure.unit in ("", "%") else f"{figure.label}, {figure.unit}"
    label = Entry(words, "row_text", 2)
    words = say("units-of", units=found.n, expected=expected)
    if found.doubtful:
        words = say("units-doubtful", units=words, doubtful=found.doubtful)
    units = Entry(words, "row_centre", 2)
    if found.value is None:
        return [label, Entry("–", "row_centre", 2), units]
    value = found.value if isinstance(found.value, int) else float(found.value)
    look = "row_percent" if figure.unit == "%" else "row_count" if isinstance(value, int) else "row_decimal"
    return [label, Entry(value, look, 2), units]


def frequent_table(groups: Sequence[FindingGroup]) -> list[list[Entry]]:
    """The findings on most units; nothing when there are none."""
    heads = [Entry(say(f"head-{code}"), "header") for code in ("kind", "number", "forms")]
    rows = [
        [
            Entry(f"{group.place}: {group.what}" if group.place else group.what, "row_text", 8),
            Entry(say(f"severity-{group.severity}"), "row_centre"),
            Entry(group.findings, "row_count_link"),
            Entry(len(group.units), "row_count"),
        ]
        for group in groups[:FREQUENT]
    ]
    return [[Entry(say("head-frequent"), "header_left", 8), *heads], *rows] if rows else []
