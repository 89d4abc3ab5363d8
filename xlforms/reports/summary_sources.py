"""The sheet «Откуда цифры»: every file that was given, what became of it, and which of them count."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

from xlforms.consolidation.received import Received
from xlforms.consolidation.summary import Summary
from xlforms.messages import say
from xlforms.reports.coverage import Answered, answered_units
from xlforms.reports.listing import Cell, ListColumn, write_listing
from xlforms.reports.summary_missing import reason_words
from xlforms.reports.summary_sheet import SummarySheet
from xlforms.reports.summary_style import SummaryStyles

_SHORT_HASH = 12  # digits; enough to tell a million files apart
_COLUMNS = (
    ListColumn("Файл", 36),
    ListColumn("Что с ним стало", 13, "row_centre"),
    ListColumn("Почему", 28),
    ListColumn("Код", 10, "row_centre"),
    ListColumn("Школа", 22),
    ListColumn("Муниципалитет", 18),
    ListColumn("Получено", 15, "row_moment"),
    ListColumn("Контрольная сумма", 14, "row_centre"),
    ListColumn("Форма", 24, "row_centre"),
    ListColumn("Версия", 10, "row_centre"),
    ListColumn("Заполнено", 12, "row_share"),
    ListColumn("Ошибок", 10, "row_count"),
    ListColumn("Вопросов", 11, "row_count"),
)
_PRINTED = 8


def write_sources(sheet: SummarySheet, styles: SummaryStyles, summary: Summary) -> None:
    """A row for every file, in the order of `received.csv`."""
    write_listing(
        sheet, styles, say("sources-title"), say("sources-hint"), _COLUMNS, _rows(summary),
        nothing=say("sources-none"), printed=_PRINTED,
    )  # fmt: skip


def received_moment(file: Received) -> date | datetime | None:
    """When a file came: the day written in the form, else the moment of the file (UTC), else nothing."""
    text = file.received_at
    if not text:
        return None
    if "T" not in text:
        return date.fromisoformat(text)
    return datetime.fromisoformat(text).astimezone(UTC).replace(tzinfo=None)


def _rows(summary: Summary) -> Iterator[tuple[Cell, ...]]:
    units = {unit.unit: unit for unit in summary.units}
    counted: dict[tuple[str, str], Answered] = {
        (entry.file.path, entry.file.member): entry for form in summary.forms for entry in answered_units(form).values()
    }
    for file in summary.received:
        unit, entry = units.get(file.unit), counted.get((file.path, file.member))
        yield (
            file.name,
            say(f"file-{file.status}"),
            reason_words(file),
            file.unit,
            unit.name if unit is not None else "",
            unit.municipality if unit is not None else "",
            received_moment(file),
            file.sha256[:_SHORT_HASH],
            file.form,
            file.version,
            entry.version.completeness[entry.row] if entry is not None else None,
            entry.hard if entry is not None else None,
            entry.soft if entry is not None else None,
        )
