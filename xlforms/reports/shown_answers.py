"""Answers as texts that a Russian reader would write: for answers that stand in a report but must not be counted."""

from __future__ import annotations

from xlforms.definitions.items import Item
from xlforms.intake.values import raw_text


def shown_answer(item: Item, value: object) -> str:
    """A value of an item: a comma in decimal numbers, percents as «50 %», dates as 05.06.2020."""
    if item.type == "percent" and isinstance(value, int | float):
        return f"{value * 100:.10g} %".replace(".", ",")
    text = raw_text(value)
    return text.replace(".", ",") if isinstance(value, float) else text
