"""The sheet «Просрочено»: measures whose last day has passed and that are not done, the longest overdue first."""

from __future__ import annotations

from collections.abc import Iterator

from xlforms.consolidation.progress import FormProgress
from xlforms.messages import say
from xlforms.reports.listing import Cell, Linked, ListColumn, write_listing
from xlforms.reports.summary_sheet import SummarySheet
from xlforms.reports.summary_style import SummaryStyles
from xlforms.reports.unit_places import UnitPlaces
from xlforms.workbook.slots import long_date

_COLUMNS = (
    ListColumn("Дней", 9, "row_count"),
    ListColumn("Код", 10, "row_centre"),
    ListColumn("Школа", 24),
    ListColumn("Муниципалитет", 18),
    ListColumn("№", 7, "row_centre"),
    ListColumn("Мероприятие", 42),
    ListColumn("Срок", 16),
    ListColumn("Последний день", 12, "row_date"),
    ListColumn("Статус в форме", 14, "row_centre"),
    ListColumn("Причина", 28),
    ListColumn("Ответственные", 24),
)


def write_overdue(
    sheet: SummarySheet, styles: SummaryStyles, progress: FormProgress, places: UnitPlaces | None
) -> None:
    """Writes the sheet of one roadmap; statuses lead to their `places`, if anybody answered."""
    title = say("overdue-title", form=progress.title)
    hint = say("overdue-hint", day=long_date(progress.as_of))
    write_listing(sheet, styles, title, hint, _COLUMNS, _rows(progress, places), nothing=say("overdue-none"))


def _rows(progress: FormProgress, places: UnitPlaces | None) -> Iterator[tuple[Cell, ...]]:
    for found in progress.overdue():
        unit, measure = found.unit, found.measure
        status = found.status or say("report-blank")
        place = places.answer(measure.items.get("status", ""), unit.unit) if places is not None else ""
        yield (
            found.days, unit.unit, unit.name, unit.municipality, measure.number, measure.title, measure.deadline,
            found.due_end, Linked(status, place) if place else status, found.reason, measure.responsible,
        )  # fmt: skip
