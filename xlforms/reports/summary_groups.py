"""The sheet «Замечания по видам»: each rule or sort of mistake, and in each municipality the schools that have it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from xlforms.consolidation.summary import Summary
from xlforms.definitions.units import Unit
from xlforms.layout.place import quoted_sheet
from xlforms.messages import say
from xlforms.reports.finding_rows import FIRST_ROW
from xlforms.reports.frequent_findings import FindingGroup
from xlforms.reports.listing import Cell, ListColumn, write_listing
from xlforms.reports.summary_sheet import SummarySheet
from xlforms.reports.summary_style import SummaryStyles
from xlforms.reports.unit_places import by_municipality

_COLUMNS = (
    ListColumn("Форма", 10, "row_centre"),
    ListColumn("Вид", 9, "row_centre"),
    ListColumn("Что не так", 34),
    ListColumn("Где", 28),
    ListColumn("Муниципалитет", 20),
    ListColumn("Школ", 8, "row_count"),
    ListColumn("Замечаний", 11, "row_count"),
    ListColumn("из них объяснено", 11, "row_count"),
    ListColumn("Школы (сколько замечаний)", 60),
    ListColumn("Правило", 20),
)
_PRINTED = 9
_NAMED = 100  # schools in one cell: a name has at most 200 letters or so, a cell 32 thousand


def write_groups(sheet: SummarySheet, styles: SummaryStyles, summary: Summary, groups: Sequence[FindingGroup]) -> None:
    """A row for each group of findings and municipality, in the order of the groups."""
    write_listing(
        sheet, styles, say("groups-title"), say("groups-hint"), _COLUMNS, _rows(summary, groups),
        nothing=say("findings-none"), printed=_PRINTED,
    )  # fmt: skip


def group_places(sheet: str, summary: Summary, groups: Sequence[FindingGroup]) -> dict[tuple[str, str], str]:
    """By form and rule the first row of each group on the sheet, as a link names it."""
    row, found, order = FIRST_ROW + 1, dict[tuple[str, str], str](), by_municipality(summary)
    for group in groups:
        found.setdefault((group.form, group.rule), f"{quoted_sheet(sheet)}!A{row}")
        row += len(list(_parts(group, order)))
    return found


def _parts(group: FindingGroup, order: Sequence[Unit]) -> Iterator[Sequence[Unit]]:
    """The units of a group by municipality, so many together as a cell can name."""
    places: dict[str, list[Unit]] = {}
    for unit in order:
        if unit.unit in group.units:
            places.setdefault(unit.municipality, []).append(unit)
    for units in places.values():
        for first in range(0, len(units), _NAMED):
            yield units[first : first + _NAMED]


def _rows(summary: Summary, groups: Sequence[FindingGroup]) -> Iterator[tuple[Cell, ...]]:
    codes, order = {form.form: form.plan.code for form in summary.forms}, by_municipality(summary)
    for group in groups:
        for units in _parts(group, order):
            yield (
                codes[group.form], say(f"severity-{group.severity}"), group.what, group.place, units[0].municipality,
                len(units), _sum(group.units, units), _sum(group.explained, units),
                "; ".join(_unit_words(unit, group.units[unit.unit]) for unit in units), group.rule,
            )  # fmt: skip


def _sum(counts: Mapping[str, int], units: Sequence[Unit]) -> int:
    return sum(counts.get(unit.unit, 0) for unit in units)


def _unit_words(unit: Unit, count: int) -> str:
    who = say("section-unit", name=unit.name, unit=unit.unit) if unit.name else unit.unit
    return who if count == 1 else say("groups-unit", unit=who, count=count)
