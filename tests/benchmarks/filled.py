"""A folder of filled questionnaires for measuring, written by our writer from the answers of the first example story.

The answers agree with each other, as those of real schools mostly do: each made-up school takes the answers of one
school of the story with all counts multiplied by a small number, and zeros where that school left a count blank. Every
tenth school makes three mistakes.
"""

from __future__ import annotations

import random
from pathlib import Path

from xlforms.definitions.items import IDENTITY_CARD, Item
from xlforms.definitions.units import Unit
from xlforms.intake.read_file import read_file
from xlforms.intake.read_submission import prepare
from xlforms.intake.submission import Submission
from xlforms.intake.values import Value
from xlforms.layout.form_library import FormLibrary
from xlforms.layout.plan import Plan
from xlforms.workbook.write import write_workbook

FORM, VERSION = "orenburg-resources", "2020.1"
MUNICIPALITIES = 20
STORY = Path(__file__).resolve().parents[2] / "examples" / "01-resource-questionnaire" / "received"

Answers = dict[str, Value]


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


def write_filled(folder: Path, units: list[Unit], seed: int = 1) -> None:
    """One filled and addressed workbook for each unit."""
    plan = FormLibrary()[FORM, VERSION]
    patterns = story_answers(plan)
    chance = random.Random(seed)
    for number, unit in enumerate(units):
        answers = _varied(chance.choice(patterns), plan, chance.randint(1, 3))
        if number % 10 == 0:
            _make_mistakes(answers, chance)
        path = folder / unit.municipality / f"{unit.unit}_{FORM}.xlsx"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_workbook(plan, path, unit=unit, values=answers)


def story_answers(plan: Plan) -> list[Answers]:
    """The answers of the schools of the story that had nothing unreadable in their files."""
    prepared = {(FORM, VERSION): prepare(plan)}
    readings = [read_file(path, prepared).outcome for path in sorted(STORY.rglob("*.*"))]
    good = [reading for reading in readings if isinstance(reading, Submission) and not reading.invalid]
    return [
        {
            item.name: value
            for item, value in zip(plan.items, reading.values, strict=True)
            if value is not None and item.block != IDENTITY_CARD
        }
        for reading in good
    ]


def _varied(pattern: Answers, plan: Plan, factor: int) -> Answers:
    answers: Answers = {}
    for item in plan.items:
        value = pattern.get(item.name)
        if item.type == "integer" and isinstance(value, int) and _is_count(item) and value * factor <= _most(item):
            answers[item.name] = value * factor
        elif value is not None:
            answers[item.name] = value
        elif item.type == "integer" and item.row and item.block in ("staff", "pupils", "families"):
            answers[item.name] = 0
    return answers


def _is_count(item: Item) -> bool:
    return item.block in ("pupils", "families")


def _most(item: Item) -> float:
    return float(item.maximum or 0)


def _make_mistakes(answers: Answers, chance: random.Random) -> None:
    answers["pupils.disabled.count"] = int(str(answers["pupils.total.count"])) + chance.randint(1, 9)
    answers["staff.all.years_0_3"] = int(str(answers.get("staff.all.years_0_3", 0))) + 1
    answers.pop("computers.total", None)
