"""The sheet «Замечания»: every finding on the submissions that count, school by school."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

from xlforms.checks.finding import Finding, Severity
from xlforms.consolidation.summary import Summary, VersionSummary
from xlforms.messages import say
from xlforms.reports.frequent_findings import finding_words
from xlforms.reports.listing import Cell, ListColumn, write_listing
from xlforms.reports.rule_words import rule_words
from xlforms.reports.summary_sheet import SummarySheet
from xlforms.reports.summary_style import SummaryStyles

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


def write_findings(sheet: SummarySheet, styles: SummaryStyles, summary: Summary) -> None:
    """All findings with a filter, in the order of the register, then of the form."""
    rows = sorted(_rows(summary), key=lambda row: row[0])
    write_listing(
        sheet, styles, say("findings-title"), say("findings-hint"), _COLUMNS, (row for _, row in rows),
        nothing=say("findings-none"), printed=_PRINTED,
    )  # fmt: skip


def _rows(summary: Summary) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    order = {unit.unit: number for number, unit in enumerate(summary.units)}
    words = {severity: say(f"severity-{severity}") for severity in get_args(Severity)}
    yes, no, nothing = say("report-yes"), say("report-no"), say("report-blank")
    for form in summary.forms:
        for version in form.versions:
            asked, rules = version.dataset.positions, rule_words(version.dataset.rules)
            for finding in version.findings:
                file = version.files[finding.submission]
                blank = finding.item in asked and not _filled(version, finding)
                place = order[file.unit]
                unit = summary.units[place]
                yield (
                    place,
                    (
                        unit.unit,
                        unit.name,
                        unit.municipality,
                        words[finding.severity],
                        rules.get(finding.rule) or finding_words(finding.code),
                        replace(finding, explanation="").message("ru"),
                        finding.explanation,
                        nothing if blank else yes if finding.counts else no,
                        version.plan.code,
                        finding.sheet,
                        finding.cell,
                        finding.item,
                        finding.rule,
                        file.name,
                    ),
                )


def _filled(version: VersionSummary, finding: Finding) -> bool:
    """Whether anything stands in the cell of a finding; its item is one that is asked."""
    position, answers = version.dataset.positions[finding.item], version.dataset.submissions[finding.submission]
    return answers.values[position] is not None or position in answers.invalid
