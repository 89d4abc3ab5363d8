"""The sheet «Замечания»: every finding on the submissions that count, school by school."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import get_args

from xlforms.checks.finding import Finding, Severity
from xlforms.consolidation.summary import Summary, VersionSummary
from xlforms.layout.place import column_letters
from xlforms.messages import say
from xlforms.reports.finding_rows import PlacedFinding
from xlforms.reports.frequent_findings import finding_words
from xlforms.reports.listing import Cell, Linked, ListColumn, write_listing
from xlforms.reports.rule_words import rule_words
from xlforms.reports.summary_sheet import SummarySheet
from xlforms.reports.summary_style import SummaryStyles
from xlforms.reports.unit_places import UnitPlaces

_COLUMNS = (
    ListColumn("Код", 10, "row_centre"),
    ListColumn("Школа", 24),
    ListColumn("Муниципалитет", 18),
    ListColumn("Вид", 9, "row_centre"),
    ListColumn("Что не так", 22),
    ListColumn("Замечание", 56),
    ListColumn("Пояснение школы", 24),
    ListColumn("Ответ учтён", 9, "row_centre"),
    ListColumn("Форма", 10, "row_centre"),
    ListColumn("Лист", 14),
    ListColumn("Ячейка", 10, "row_centre"),
    ListColumn("Показатель", 34),
    ListColumn("Правило", 12, "row_centre"),
    ListColumn("Файл", 40),
)
_PRINTED = 8


LAST_COLUMN = column_letters(len(_COLUMNS) - 1)


def write_findings(
    sheet: SummarySheet,
    styles: SummaryStyles,
    summary: Summary,
    findings: Sequence[PlacedFinding],
    places: Mapping[str, UnitPlaces],
) -> None:
    """All findings as a table, in their order; each leads to its answer, whose places are given by form."""
    write_listing(
        sheet, styles, say("findings-title"), say("findings-hint"), _COLUMNS, _rows(summary, findings, places),
        nothing=say("findings-none"), printed=_PRINTED,
    )  # fmt: skip


def _rows(
    summary: Summary, findings: Sequence[PlacedFinding], places: Mapping[str, UnitPlaces]
) -> Iterator[tuple[Cell, ...]]:
    units = {unit.unit: unit for unit in summary.units}
    words = {severity: say(f"severity-{severity}") for severity in get_args(Severity)}
    yes, no, nothing = say("report-yes"), say("report-no"), say("report-blank")
    rules = {
        (form.form, version.plan.version): rule_words(version.dataset.rules)
        for form in summary.forms
        for version in form.versions
    }
    for placed in findings:
        finding, version, unit = placed.finding, placed.version, units[placed.unit]
        blank = finding.item in version.dataset.positions and not _filled(version, finding)
        what = rules[placed.form.form, version.plan.version].get(finding.rule) or finding_words(finding.code)
        yield (
            unit.unit,
            unit.name,
            unit.municipality,
            Linked(words[finding.severity], places[placed.form.form].answer(finding.item, unit.unit)),
            what,
            replace(finding, explanation="").message("ru"),
            finding.explanation,
            nothing if blank else yes if finding.counts else no,
            version.plan.code,
            finding.sheet,
            finding.cell,
            finding.item,
            finding.rule,
            version.files[finding.submission].name,
        )


def _filled(version: VersionSummary, finding: Finding) -> bool:
    """Whether anything stands in the cell of a finding; its item is one that is asked."""
    position, answers = version.dataset.positions[finding.item], version.dataset.submissions[finding.submission]
    return answers.values[position] is not None or position in answers.invalid
