"""Texts that the round and the unit supply: the code line of every sheet, the period, the deadline, where to send."""

from __future__ import annotations

from datetime import date

from xlforms.definitions.collection import Collection
from xlforms.definitions.wording import NO_BREAK_SPACE
from xlforms.layout.plan import FixedCell, Slot
from xlforms.messages import say
from xlforms.workbook.contents import Contents

_MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip


def text_of(cell: FixedCell, contents: Contents) -> str:
    """The text of a fixed cell; empty when its slot has nothing to say in this workbook."""
    plan, collection, unit = contents.plan, contents.collection, contents.unit
    if cell.slot in ("form_line", "code_line"):
        form = say("slot-form", form=plan.code, version=plan.version)
        if unit is None or cell.slot == "form_line":
            return form
        name = unit.name.replace("№ ", f"№{NO_BREAK_SPACE}")
        return f"{form} · {unit.unit} · {name}"
    if cell.slot in ("period", "deadline", "send_to"):
        return _fact(cell.slot, collection) if collection is not None else ""
    return cell.text


def long_date(day: date) -> str:
    """A date in words: «5 июня 2020 г.»."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year} г."


def _fact(slot: Slot, collection: Collection) -> str:
    if slot == "deadline":
        deadline = collection.deadline
        return say("slot-deadline", deadline=long_date(deadline)) if deadline is not None else ""
    return collection.period if slot == "period" else collection.contact
