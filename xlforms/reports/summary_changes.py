"""The sheet «Что изменено»: every change made to an answer on reading, and every answer that was not counted."""

from __future__ import annotations

from collections.abc import Iterator

from xlforms.checks.finding import Finding
from xlforms.consolidation.summary import Summary, VersionSummary
from xlforms.definitions.items import Item
from xlforms.expressions.semantics import State
from xlforms.intake.values import raw_text
from xlforms.messages import say
from xlforms.reports.frequent_findings import finding_words
from xlforms.reports.listing import Cell, ListColumn, write_listing
from xlforms.reports.summary_sheet import SummarySheet
from xlforms.reports.summary_style import SummaryStyles

_HIDDEN = "…"  # in place of a personal answer
_COLUMNS = (
    ListColumn("Код", 10, "row_centre"),
    ListColumn("Школа", 22),
    ListColumn("Муниципалитет", 18),
    ListColumn("Что сделано", 24),
    ListColumn("Было", 22),
    ListColumn("Стало", 22),
    ListColumn("Где: подписи в форме", 38),
    ListColumn("Показатель", 34),
)
_PRINTED = 7


def write_changes(sheet: SummarySheet, styles: SummaryStyles, summary: Summary) -> None:
    """Changed and left out answers with a filter, in the order of the register, then of the form."""
    rows = sorted(_rows(summary), key=lambda row: row[0])
    write_listing(
        sheet, styles, say("changes-title"), say("changes-hint"), _COLUMNS, (row for _, row in rows),
        nothing=say("changes-none"), printed=_PRINTED,
    )  # fmt: skip


def _rows(summary: Summary) -> Iterator[tuple[tuple[int, int], tuple[Cell, ...]]]:
    order = {unit.unit: number for number, unit in enumerate(summary.units)}
    for form in summary.forms:
        for version in form.versions:
            positions = version.dataset.positions
            for place, item, what, before, after in (*_repairs(version), *_left_out(version, positions)):
                number = order[version.files[place].unit]
                unit = summary.units[number]
                hidden = item.personal
                yield (number, positions[item.name]), (
                    unit.unit, unit.name, unit.municipality, what, _HIDDEN if hidden else before,
                    _HIDDEN if hidden and after else after, item.label, item.name,
                )  # fmt: skip


def _repairs(version: VersionSummary) -> Iterator[tuple[int, Item, str, str, str]]:
    for row, submission in enumerate(version.dataset.submissions):
        for repair in submission.repairs:
            item, value = version.plan.items[repair.item], submission.values[repair.item]
            after = "" if value is None else _shown(item, value)
            yield row, item, say(f"repair-{repair.code}"), repair.before, after


def _left_out(version: VersionSummary, positions: dict[str, int]) -> Iterator[tuple[int, Item, str, str, str]]:
    seen: set[tuple[int, str]] = set()
    for finding in version.findings:
        for name in (finding.item, *finding.others) if not finding.counts else ():
            if name in positions and (finding.submission, name) not in seen:
                seen.add((finding.submission, name))
                item = version.plan.items[positions[name]]
                what = say("report-left-out", why=finding_words(finding.code))
                yield finding.submission, item, what, _stood(version, finding, item, positions[name]), ""


def _stood(version: VersionSummary, finding: Finding, item: Item, position: int) -> str:
    """What stood in the cell of an answer that was not counted."""
    if version.dataset.column(item.name).states[finding.submission] == State.INVALID:
        return version.dataset.submissions[finding.submission].invalid[position].raw
    return _shown(item, version.dataset.submissions[finding.submission].values[position])


def _shown(item: Item, value: object) -> str:
    """A value as a Russian reader writes it."""
    if item.type == "percent" and isinstance(value, int | float):
        return f"{value * 100:.10g} %".replace(".", ",")
    text = raw_text(value)
    return text.replace(".", ",") if isinstance(value, float) else text
