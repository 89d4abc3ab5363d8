"""The sheet «Откуда цифры»: every file that was given, what became of it, and which of them count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime

from xlforms.consolidation.received import Received
from xlforms.consolidation.summary import Summary
from xlforms.messages import say
from xlforms.reports.coverage import Answered, answered_units
from xlforms.reports.listing import Cell, Linked, ListColumn, write_listing
from xlforms.reports.summary_missing import reason_words
from xlforms.reports.summary_sheet import SummarySheet
from xlforms.reports.summary_style import SummaryStyles
from xlforms.reports.unit_places import UnitPlaces

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
    ListColumn("Форма", 16, "row_centre"),
    ListColumn("Версия", 9, "row_centre"),
    ListColumn("Заполнено", 12, "row_share"),
    ListColumn("Ошибок", 10, "row_count"),
    ListColumn("Вопросов", 11, "row_count"),
    ListColumn("SHA-256 полностью", 66),
)
_PRINTED = 10


def write_sources(
    sheet: SummarySheet, styles: SummaryStyles, summary: Summary, places: Mapping[str, UnitPlaces]
) -> None:
    """A row for every file, in the order of `received.csv`; one that counts leads to its answers, `places` by form."""
    write_listing(
        sheet, styles, say("sources-title"), say("sources-hint"), _COLUMNS, _rows(summary, places),
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


def _rows(summary: Summary, places: Mapping[str, UnitPlaces]) -> Iterator[tuple[Cell, ...]]:
    units = {unit.unit: unit for unit in summary.units}
    counted: dict[tuple[str, str], Answered] = {
        (entry.file.path, entry.file.member): entry for form in summary.forms for entry in answered_units(form).values()
    }
    instead = {(entry.file.unit, entry.file.form): entry.file.name for entry in counted.values()}
    for file in summary.received:
        unit, entry = units.get(file.unit), counted.get((file.path, file.member))
        status = say(f"file-{file.status}")
        yield (
            file.name,
            Linked(status, places[file.form].answer("", file.unit)) if entry is not None else status,
            _why(file, instead),
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
            file.sha256,
        )


def _why(file: Received, instead: Mapping[tuple[str, str], str]) -> str:
    """Why a file does not count: its reason, else the file that counts in its place."""
    other = instead.get((file.unit, file.form), "")
    if not file.code and not file.reason and file.status in ("superseded", "duplicate") and other:
        return say("sources-instead", file=other)
    return reason_words(file)
