"""The sheet «Кто не сдал»: the calling list, with addresses, and why files were rejected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from xlforms.consolidation.received import Received
from xlforms.consolidation.summary import Summary
from xlforms.messages import say
from xlforms.reports.calling_list import Call, calling_list
from xlforms.reports.listing import Cell, Linked, ListColumn, write_listing
from xlforms.reports.summary_sheet import SummarySheet
from xlforms.reports.summary_style import SummaryStyles
from xlforms.workbook.slots import long_date


def write_missing(
    sheet: SummarySheet, styles: SummaryStyles, summary: Summary, findings: Mapping[tuple[str, str], str]
) -> None:
    """A row for each call; `findings` are the places of the findings by unit and form."""
    calls = calling_list(summary)
    units = [call.unit for call in calls if call.unit is not None]
    extra = list(dict.fromkeys(title for unit in units for title in unit.extra))
    columns = (
        ListColumn("Код", 10, "row_centre"),
        ListColumn("Школа", 24),
        ListColumn("Муниципалитет", 18),
        ListColumn("Электронная почта", 22),
        *(ListColumn(title, 14) for title in extra),
        ListColumn("Форма", 14, "row_centre"),
        ListColumn("Что известно", 15, "row_wrong"),
        ListColumn("Дней после срока", 9, "row_count"),
        ListColumn("Ошибок", 9, "row_count"),
        ListColumn("Почему отклонён файл", 36),
        ListColumn("Файл", 20),
    )
    write_listing(
        sheet, styles, say("missing-title"), _hint(summary), columns, _rows(summary, calls, extra, findings),
        nothing=say("missing-none"),
    )  # fmt: skip


def _hint(summary: Summary) -> str:
    deadline = summary.collection.deadline if summary.collection is not None else None
    parts = [say("missing-hint")]
    if deadline is not None:
        parts.append(say("report-deadline", day=long_date(deadline)))
        if summary.as_of is not None:
            days = (summary.as_of - deadline).days
            parts.append(say("report-deadline-passed" if days > 0 else "report-deadline-ahead", days=abs(days)))
    if not summary.registered:
        parts.append(say("missing-no-register"))
    return " ".join(parts)


def _rows(
    summary: Summary, calls: Sequence[Call], extra: Sequence[str], findings: Mapping[tuple[str, str], str]
) -> Iterator[tuple[Cell, ...]]:
    codes = {form.form: form.plan.code for form in summary.forms}
    for call in calls:
        unit = call.unit
        who = ("", "", "", "") if unit is None else (unit.unit, unit.name, unit.municipality, unit.email)
        more = ("" if unit is None else unit.extra.get(title, "") for title in extra)
        place = findings.get((unit.unit, call.form), "") if unit is not None else ""
        yield (
            *who, *more, codes.get(call.form, call.form), say(f"state-{call.state}"), call.days,
            Linked(call.hard, place) if call.hard and place else None, *_reasons(call.files),
        )  # fmt: skip


def _reasons(files: Sequence[Received]) -> tuple[str, str]:
    reasons = dict.fromkeys(reason_words(file) for file in files)
    return "\n".join(reasons), "\n".join(file.name for file in files)


def reason_words(file: Received) -> str:
    """Why a file is rejected or ignored, as a sentence; empty when there is nothing to say."""
    if not file.code:
        return file.reason
    text = say(file.code, "ru", **dict(file.parameters))
    return text[:1].upper() + text[1:]
