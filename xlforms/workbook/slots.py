"""Texts that the round and the unit supply: the code line of every sheet, the period, the deadline, where to send."""

from __future__ import annotations

from datetime import date

from xlforms.layout.plan import FixedCell
from xlforms.messages import say
from xlforms.workbook.contents import Contents

_MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip


def text_of(cell: FixedCell, contents: Contents) -> str:
    """The text of a fixed cell; empty when its slot has nothing to say in this workbook."""
    plan, collection, unit = contents.plan, contents.collection, contents.unit
    match cell.slot:
        case "code_line":
            form = say("slot-form", form=plan.code, version=plan.version)
            return f"{form} · {unit.unit} · {unit.name}" if unit is not None else form
        case "period" if collection is not None and collection.period:
            return say("slot-period", period=collection.period)
        case "deadline" if collection is not None and collection.deadline is not None:
            return say("slot-deadline", deadline=long_date(collection.deadline))
        case "send_to" if collection is not None and collection.contact:
            return say("slot-send-to", contact=collection.contact)
        case "period" | "deadline" | "send_to":
            return ""
        case _:
            return cell.text


def long_date(day: date) -> str:
    """A date in words: «5 июня 2020 г.»."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year} г."
