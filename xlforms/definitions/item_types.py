"""What can be asked: the register of item types.

To add a type: one row here, its reading in `intake/values.py`, its look in `workbook/formats.py`, and their tests.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

TypeName = Literal[
    "integer", "decimal", "percent", "money", "year", "date", "text", "long_text", "choice", "yes_no", "email", "phone"
]
Nature = Literal["number", "date", "text", "choice"]

YES, NO = "да", "нет"


@dataclass(frozen=True, slots=True)
class ItemType:
    """How answers of one type behave everywhere.

    `nature` says what a value is: a number (percent is a fraction: 0.25), a date, a text or one of a list.
    `minimum` and `maximum` hold where the form sets none: numbers, or ISO dates; both are always there, because a
    rule with one bound lets «12.5» through as a date serial in Russian Excel. `max_length` counts characters.
    `summed` says whether a sum over units means anything; an item may deny it.
    """

    name: TypeName
    title: str
    nature: Nature
    minimum: int | float | str | None = None
    maximum: int | float | str | None = None
    max_length: int | None = None
    summed: bool = False


ITEM_TYPES: dict[str, ItemType] = {
    row.name: row
    for row in (
        ItemType("integer", "целое число", "number", 0, 1_000_000, summed=True),
        ItemType("decimal", "число", "number", 0, 1_000_000_000, summed=True),
        ItemType("percent", "процент", "number", 0, 1),
        ItemType("money", "сумма, руб.", "number", 0, 1_000_000_000_000, summed=True),
        ItemType("year", "год", "number", 1800, 2100),
        ItemType("date", "дата", "date", "1990-01-01", "2100-12-31"),
        ItemType("text", "текст", "text", max_length=255),
        ItemType("long_text", "развёрнутый текст", "text", max_length=2000),
        ItemType("choice", "выбор из списка", "choice"),
        ItemType("yes_no", "да или нет", "choice"),
        ItemType("email", "электронная почта", "text", max_length=100),
        ItemType("phone", "телефон", "text", max_length=60),
    )
}
