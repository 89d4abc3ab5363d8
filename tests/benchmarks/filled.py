"""A folder of filled questionnaires for measuring: random valid answers from a fixed seed, written by our writer."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

from xlforms.definitions.items import Item
from xlforms.definitions.load import load_form
from xlforms.definitions.templates import find_form
from xlforms.definitions.units import Unit
from xlforms.layout.build import build_plan
from xlforms.workbook.write import write_workbook

MUNICIPALITIES = 20
SHARE_FILLED = 0.8


def make_units(count: int) -> list[Unit]:
    """Made-up units, spread evenly over municipalities."""
    return [
        Unit(f"{n:04d}", f"Школа № {n}", f"Район № {n % MUNICIPALITIES + 1}", f"school{n}@example.org")
        for n in range(1, count + 1)
    ]


def write_register(units: list[Unit], path: Path) -> None:
    """The register of units as CSV."""
    lines = ["unit,name,municipality,email"] + [f"{u.unit},{u.name},{u.municipality},{u.email}" for u in units]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_filled(folder: Path, form: str, units: list[Unit], seed: int = 1) -> None:
    """One filled and addressed workbook for each unit."""
    plan = build_plan(load_form(find_form(form)))
    chance = random.Random(seed)
    for unit in units:
        values = {item.name: random_answer(item, chance) for item in plan.items if chance.random() < SHARE_FILLED}
        path = folder / unit.municipality / f"{unit.unit}_{form}.xlsx"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_workbook(plan, path, unit=unit, values=values)


def random_answer(item: Item, chance: random.Random) -> int | float | str | date:
    """A valid answer to an item."""
    if item.choices:
        return chance.choice(item.choices)
    if item.nature == "date":
        return date(2020, 5, 15) + timedelta(days=chance.randrange(20))
    if item.nature == "number":
        low, high = float(item.minimum or 0), float(item.maximum or 0)
        if item.type in ("integer", "year"):
            return chance.randint(int(low), int(min(high, low + 300)))
        return round(low + chance.random() * (min(high, low + 1000) - low), 3)
    if item.type == "email":
        return f"mail{chance.randrange(1000)}@example.org"
    words = ("школа", "ремонт", "кабинет", "оборудование", "курсы", "нет", "учитель", "программа", "помощь")
    length = min(item.max_length or 50, 120 if item.type == "long_text" else 30)
    return " ".join(chance.choice(words) for _ in range(length // 10 + 1))[:length].strip()
