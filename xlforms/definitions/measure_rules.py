"""The edit rules that every block of measures has: what a status obliges to, and which dates are possible.

«Now» is the date on which the form was filled in: a live check against the clock would show other things at intake than
it showed at school.
"""

from __future__ import annotations

from xlforms.definitions.measures import Measures, Roadmap
from xlforms.definitions.roadmap import DONE, IN_PROGRESS, NOT_DONE, NOT_STARTED
from xlforms.definitions.rule import Rule

FILLED_IN = "contact.date"
"""The item that tells when the form was filled in; a form with measures must have it."""


def measure_rules(block: Measures, roadmap: Roadmap, *, alone: bool) -> list[Rule]:
    """The rules of a block, for each of its rows; their names carry the block's unless it is `alone` in its form."""
    prefix = "" if alone else f"{block.measures}_"
    return [
        Rule.model_construct(
            rule=f"{prefix}{name}",
            kind=kind,
            each_row=block.measures,
            message=message,
            advice=advice,
            arguments={**keys},
            excluded=[],
        )
        for name, kind, keys, message, advice in _rules(roadmap)
    ]


def _rules(roadmap: Roadmap) -> list[tuple[str, str, dict[str, str], str, str]]:
    """Name, kind, keys of the kind, what is wrong, what to do."""
    done, not_done = f'status = "{DONE}"', f'status = "{NOT_DONE}"'
    still_open = f'due_end < {FILLED_IN} and status in ("{NOT_STARTED}", "{IN_PROGRESS}")'
    too_late = f"{done} and date_done > due_end"
    return [
        (
            "done_date",
            "required_if",
            {"item": "date_done", "condition": done},
            "мероприятие выполнено, а дата исполнения не указана",
            "Укажите дату или исправьте статус.",
        ),
        (
            "done_evidence",
            "required_if",
            {"item": "evidence", "condition": done},
            "мероприятие выполнено, а подтверждения нет",
            "Укажите документ или ссылку.",
        ),
        (
            "not_done_reason",
            "required_if",
            {"item": "reason", "condition": not_done},
            "мероприятие не выполнено, а причина не указана",
            "Назовите причину.",
        ),
        (
            "late_reason",
            "required_if",
            {"item": "reason", "condition": f"({still_open}) or ({too_late})"},
            "срок истёк раньше, чем мероприятие выполнено, а причина не указана",
            "Назовите причину или исправьте статус и дату.",
        ),
        (
            "date_not_in_future",
            "range",
            {"item": "date_done", "high": FILLED_IN},
            "дата исполнения {item} позже даты заполнения формы {high}",
            "Проверьте обе даты.",
        ),
        (
            "date_not_too_early",
            "range",
            {"item": "date_done", "low": roadmap.start.isoformat()},
            "дата исполнения {item} раньше начала плана {low}",
            "Проверьте дату.",
        ),
        (
            "date_without_done",
            "consistency",
            {"if": "answered(date_done)", "then": f"answered(status) and {done}"},
            "указана дата исполнения, а статус другой",
            "Исправьте статус или удалите дату.",
        ),
    ]
