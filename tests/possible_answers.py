"""Answers that an item may have: its edges, and random ones; whatever is given here must survive every round trip."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import date, timedelta

from xlforms.definitions.items import Item
from xlforms.intake.texts import tidy

Answer = int | float | str | date

# Texts that some program on the way takes for something else: a formula, number, date, logical value, error, escape.
TEXTS = (
    "=1+1", "+7 353 000-00-00", "-", "007", "12,5", "25 %", "05.06.2020", "1e5", "ИСТИНА", "#Н/Д", "#REF!", "@имя",
    "«Школа № 1»", "он сказал: \"да\"", "'апостроф", "a < b & c > d", "_x0041_", "два  пробела", "Ёлка — ёж",
)  # fmt: skip
_LINES = "первая строка\nвторая\n\nчетвёртая"
_LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВЁЯ abcXYZ 0123456789 .,;:!?()«»\"'=+-@#%&<>/\\|_№–—…😀"
_DIGITS = 15  # what Excel keeps of a typed number


def edge_answers(item: Item) -> list[Answer]:
    """The least, the greatest, the longest answer, every choice, and texts that look like something else."""
    if item.choices:
        return list(item.choices)
    if item.nature == "date":
        return [*_dates(item), date(2020, 2, 29)]
    if item.nature == "number":
        low, high = _bounds(item)
        return [low, high] if _is_whole(item) else [low, high, _printed(low + (high - low) / 7), _printed(high / 3)]
    limit = item.max_length or 0
    word = "слово\n" if item.type == "long_text" else "слово "
    longest = ("Щ" * limit, word * (limit // len(word)) + "я" * (limit % len(word)))
    lines = (_LINES,) if item.type == "long_text" else ()
    return [text for text in (*lines, *longest, *TEXTS) if text == tidy(text) and len(text) <= limit]


def random_answer(item: Item, chance: random.Random) -> Answer:
    """A valid answer, often an edge."""
    if item.choices or chance.random() < 0.3:
        return chance.choice(edge_answers(item))
    if item.nature == "date":
        low, high = _dates(item)
        return low + timedelta(days=chance.randint(0, (high - low).days))
    if item.nature == "number":
        least, greatest = _bounds(item)
        if _is_whole(item):
            return chance.randint(int(least), int(greatest))
        return _printed(least + (greatest - least) * chance.randint(0, 10**9) / 10**9)
    letters = _LETTERS + ("\n" if item.type == "long_text" else "")
    length = chance.randint(1, min(item.max_length or 1, 60))
    return tidy("".join(chance.choice(letters) for _ in range(length))) or "я"


def random_answers(items: Iterable[Item], chance: random.Random) -> dict[str, Answer]:
    """An answer to each item, by name."""
    return {item.name: random_answer(item, chance) for item in items}


def _is_whole(item: Item) -> bool:
    return item.type in ("integer", "year")


def _bounds(item: Item) -> tuple[int | float, int | float]:
    if not isinstance(item.minimum, int | float) or not isinstance(item.maximum, int | float):
        raise TypeError(f"{item.name} has no bounds")
    return item.minimum, item.maximum


def _dates(item: Item) -> tuple[date, date]:
    return date.fromisoformat(str(item.minimum)), date.fromisoformat(str(item.maximum))


def _printed(number: float) -> float:
    """The number that is left when it is written with fifteen digits."""
    return float(f"{number:.{_DIGITS}g}")
