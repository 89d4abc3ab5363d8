"""The findings in the order of the sheet «Замечания»: unit by unit, so that those of each unit stand together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from xlforms.checks.finding import Finding
from xlforms.consolidation.summary import FormSummary, Summary, VersionSummary
from xlforms.layout.place import quoted_sheet
from xlforms.reports.unit_places import by_municipality

FIRST_ROW = 3  # of a listing, counted from 0


@dataclass(frozen=True, slots=True)
class PlacedFinding:
    """One finding with whom and what it is about."""

    unit: str
    form: FormSummary
    version: VersionSummary
    finding: Finding


def placed_findings(summary: Summary) -> list[PlacedFinding]:
    """All findings: by municipality, by unit, by form, then in the order of the form."""
    order = {unit.unit: number for number, unit in enumerate(by_municipality(summary))}
    return sorted(_all(summary), key=lambda placed: order[placed.unit])


def unit_ranges(sheet: str, findings: list[PlacedFinding], last_column: str) -> Mapping[tuple[str, str], str]:
    """By unit and form the place of its findings on the sheet, as a link names it."""
    rows: dict[tuple[str, str], tuple[int, int]] = {}
    for row, placed in enumerate(findings, start=FIRST_ROW + 1):
        key = placed.unit, placed.form.form
        rows[key] = (rows.get(key, (row, row))[0], row)
    return {key: f"{quoted_sheet(sheet)}!A{first}:{last_column}{last}" for key, (first, last) in rows.items()}


def _all(summary: Summary) -> Iterator[PlacedFinding]:
    for form in summary.forms:
        for version in form.versions:
            for finding in version.findings:
                yield PlacedFinding(version.files[finding.submission].unit, form, version, finding)
