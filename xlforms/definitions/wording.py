"""What a person reads beside a cell: the prompt that says what is expected, the refusal that says what to do."""

from __future__ import annotations

from datetime import date

from xlforms.definitions.items import Item
from xlforms.messages import say

NO_BREAK_SPACE = "\u00a0"
PROMPT_LIMIT = 255  # Excel shows no more
_COUNTED = frozenset({"integer", "decimal", "money"})


def prompt_of(item: Item) -> str:
    """What to type: the author's help, what is expected, an example."""
    expected = say(f"ask-{item.type}", "ru", **_bounds(item))
    zero = item.type in _COUNTED and item.minimum == 0 and not item.blank_zero
    parts = [
        item.help if not item.help or item.help[-1] in ".!?…»)" else f"{item.help}.",
        expected,
        say("ask-zero") if zero else "",
        say("ask-required") if item.required else "",
        say("ask-example", example=item.example) if item.example else "",
    ]
    return " ".join(part for part in parts if part)


def refusal_of(item: Item) -> str:
    """What is wrong with what was typed, and what to do."""
    code = {"long_text": "text", "phone": "text", "yes_no": "choice"}.get(item.type, item.type)
    return say(f"refuse-{code}", "ru", **_bounds(item))


def russian_number(value: float) -> str:
    """A number as Russian texts write it: digits in threes, a decimal comma."""
    whole, point, rest = f"{value:,.10f}".rstrip("0").rstrip(".").partition(".")
    return whole.replace(",", NO_BREAK_SPACE) + ("," if point else "") + rest


def russian_date(day: date) -> str:
    """A date as Russian texts write it in figures."""
    return f"{day:%d.%m.%Y}"


def _bounds(item: Item) -> dict[str, object]:
    if item.nature == "text":
        return {"length": item.max_length}
    if item.nature == "choice":
        return {}
    return {"low": _bound(item, item.minimum), "high": _bound(item, item.maximum)}


def _bound(item: Item, value: object) -> str:
    if item.nature == "date":
        return russian_date(date.fromisoformat(str(value)))
    number = float(str(value))
    if item.type == "percent":
        return f"{russian_number(number * 100)}{NO_BREAK_SPACE}%"
    return str(int(number)) if item.type == "year" else russian_number(number)
