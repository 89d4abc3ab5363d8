"""The sheet «Что изменено»: every change made to an answer on reading, and every answer that was not counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from xlforms.checks.finding import Finding
from xlforms.consolidation.summary import Summary, VersionSummary
from xlforms.definitions.items import Item
from xlforms.expressions.semantics import State
from xlforms.messages import say
from xlforms.reports.frequent_findings import finding_words
from xlforms.reports.listing import Cell, Linked, ListColumn, write_listing
from xlforms.reports.shown_answers import shown_answer
from xlforms.reports.summary_sheet import SummarySheet
from xlforms.reports.summary_style import SummaryStyles
from xlforms.reports.unit_places import UnitPlaces, by_municipality

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


def write_changes(
    sheet: SummarySheet, styles: SummaryStyles, summary: Summary, places: Mapping[str, UnitPlaces]
) -> None:
    """Changed and left out answers as a table, by municipality and unit, then in the order of the form.

    Each leads to its answer, whose places are given by form.
    """
    rows = sorted(_rows(summary, places), key=lambda row: row[0])
    write_listing(
        sheet, styles, say("changes-title"), say("changes-hint"), _COLUMNS, (row for _, row in rows),
        nothing=say("changes-none"), printed=_PRINTED,
    )  # fmt: skip


def _rows(summary: Summary, places: Mapping[str, UnitPlaces]) -> Iterator[tuple[tuple[int, int], tuple[Cell, ...]]]:
    units = by_municipality(summary)
    order = {unit.unit: number for number, unit in enumerate(units)}
    for form in summary.forms:
        for version in form.versions:
            positions = version.dataset.positions
            for row, item, what, before, after in (*_repairs(version), *_left_out(version, positions)):
                number = order[version.files[row].unit]
                unit = units[number]
                hidden = item.personal
                yield (number, positions[item.name]), (
                    Linked(unit.unit, places[form.form].answer(item.name, unit.unit)), unit.name, unit.municipality,
                    what,
                    _HIDDEN if hidden else before, _HIDDEN if hidden and after else after, item.label, item.name,
                )  # fmt: skip


def _repairs(version: VersionSummary) -> Iterator[tuple[int, Item, str, str, str]]:
    for row, submission in enumerate(version.dataset.submissions):
        for repair in submission.repairs:
            item, value = version.plan.items[repair.item], submission.values[repair.item]
            after = "" if value is None else shown_answer(item, value)
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
    return shown_answer(item, version.dataset.submissions[finding.submission].values[position])
