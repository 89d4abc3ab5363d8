"""Whom to call, in which order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.reports.made_up import RIGHT_ANSWERS, made_up_units, returned, small_form, submission, summary_of
from xlforms.consolidation.received import Received
from xlforms.definitions.collection import Collection
from xlforms.intake.values import Value
from xlforms.reports.calling_list import Call, calling_list

ROUND = Collection(collection="c", title="Сбор", deadline=date(2020, 6, 5))
UNITS = made_up_units(8, 2)


def file(unit: str, day: int, **answers: Value) -> Received:
    """A form that is right but for the given answers."""
    changed = {f"staff.{name}.total": value for name, value in answers.items()}
    return returned(submission(small_form(), unit, RIGHT_ANSWERS | changed, signed_on=date(2020, 6, day)))


def rejected(unit: str, form: str = "small") -> Received:
    """A file that could not be read."""
    return Received(f"{unit}.bin", "", "e" * 64, "rejected", "unreadable", "count-ready", unit=unit, form=form)


def test_order() -> None:
    """Rejected, silent, most errors first, a second file rejected, nobody's file, late; those in time and right not."""
    files = [
        file("001", 1), file("002", 7), file("003", 2, russian=900), file("004", 8, russian=900, mathematics=901),
        rejected("006"), rejected("001"), rejected("", ""), rejected("005", ""),
    ]  # fmt: skip
    units = {unit.unit: unit for unit in UNITS}
    unreadable = {found.path: replace(found) for found in files[4:]}
    summary = summary_of(files, UNITS, collection=ROUND, as_of=date(2020, 6, 9))
    assert [
        Call(units["005"], "small", "rejected", 4, files=(unreadable["005.bin"],)),
        Call(units["006"], "small", "rejected", 4, files=(unreadable["006.bin"],)),
        Call(units["007"], "small", "nothing", 4),
        Call(units["008"], "small", "nothing", 4),
        Call(units["004"], "small", "errors", 3, hard=2),
        Call(units["003"], "small", "errors", None, hard=1),
        Call(units["001"], "small", "extra-rejected", files=(unreadable["001.bin"],)),
        Call(None, "", "whose", files=(unreadable[".bin"],)),
        Call(units["002"], "small", "late", 2),
    ] == calling_list(summary)


def test_before_the_last_day() -> None:
    """Days to the last day are negative; without one, or without a day of the report, there are none."""
    early = summary_of([], made_up_units(1, 1), collection=ROUND, as_of=date(2020, 6, 1))
    assert [-4] == [call.days for call in calling_list(early)]
    assert [None] == [call.days for call in calling_list(summary_of([], made_up_units(1, 1), collection=ROUND))]
    assert [None] == [call.days for call in calling_list(summary_of([], made_up_units(1, 1), as_of=date(2020, 6, 1)))]
