"""The forms that engines get, filled in: the questionnaire, a roadmap, and a form of what is known to get lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.all_forms import plan_named
from tests.possible_answers import Answer
from tests.test_round_trip import fill_number
from xlforms.definitions.load import load_form
from xlforms.definitions.units import Unit
from xlforms.intake.texts import tidy
from xlforms.layout.build import build_plan
from xlforms.layout.plan import Plan
from xlforms.workbook.write import write_workbook

SCHOOL = Unit("007", "Школа № 7", "Первый район")
FORM = """
form: engines
version: "1"
title: Проба
code: П-1
sections:
  - section: facts
    title: Сведения
    sheet: Сведения
    blocks:
      - table: numbers
        row_title: Числа
        columns:
          - {column: whole, title: целое, type: integer, minimum: -1000000, maximum: 1000000000}
          - {column: decimal, title: дробное, type: decimal, minimum: -1000000, maximum: 1000000000000}
          - {column: money, title: рубли, type: money}
          - {column: share, title: доля, type: percent}
        rows:
          - {row: number, title: Место, repeat: 10}
      - table: words
        row_title: Слова
        columns:
          - {column: text, title: строка, type: text, max_length: 200}
          - {column: story, title: рассказ, type: long_text}
          - {column: day, title: день, type: date, minimum: 1930-01-01, maximum: 2100-12-31}
          - {column: gym, title: спортзал, type: yes_no}
          - {column: level, title: уровень, type: choice, choices: ["начальный, малый", "5", "базовый"]}
          - {column: year, title: год, type: year, maximum: 2025}
        rows:
          - {row: word, title: Место, repeat: 22}
"""
_WHOLE = (0, -7, 1, 999999999, 250, -1000000, 12)
_DECIMAL = (0, -0.5, 0.1, 0.123456789012345, 123456789.123, 1e-7, 999999999999, 12.5, 100)
_MONEY = (0, 0.01, 1234567.89, 12.1, 100)
_SHARE = (0, 1, 0.125, 0.3333333333, 0.07, 0.5)
_TEXTS = (
    "007", "=1+1", "+7 353 000-00-00", "-", "25 %", "12,5", "12.5", "1e5", "05.06.2020", "2020-06-05", "ИСТИНА", "TRUE",
    "#Н/Д", "#REF!", "@имя", "'апостроф", "a < b & c > d", "_x41_", "два  пробела", "эмодзи 😀 и 👩🏽‍🏫 внутри",
    "0", "один\u00a0неразрывный\u202fпробел",
)  # fmt: skip
_STORIES = (
    "первая\nвторая\n\nчетвёртая", "строка\tс табуляцией", "=СУММ(A1:A3)\n- пункт", "слово " * 400 + "конец", "1\n2",
    "«ёлочки» — тире… №", "последняя строка\nс \"кавычками\"; и, запятыми", " впереди и позади ",
)  # fmt: skip
_DAYS = (date(2020, 2, 29), date(1930, 1, 1), date(2100, 12, 31), date(1981, 4, 1), date(2021, 3, 28), date(2026, 1, 1))
_ESCAPE, _PLAIN = "_x0041_", "_x41_"
"""What an .xlsx means by `_x0041_` is «A». openpyxl, SheetJS, ExcelJS and Gnumeric write such a text as it is, so that
every spreadsheet shows «A» then: nobody can tell that it was not typed, and nobody types it."""
_CHOICES = {"gym": ("да", "нет"), "level": ("начальный, малый", "5", "базовый"), "year": (1950, 2020, 2025)}


@dataclass(frozen=True)
class Source:
    """A form with its answers, filled in and blank, and what must come back.

    `entered` are the answers as a school types them, `filled` is the form that was issued to SCHOOL and holds them;
    `blank` is the one that was issued to nobody.
    """

    name: str
    plan: Plan
    entered: dict[str, Answer]
    filled: Path
    blank: Path

    def given(self, *, typed: bool) -> dict[str, Answer]:
        """The answers that must come back, in tidy texts, from a form filled in before or typed by the engine."""
        unit = {"unit.code": SCHOOL.unit, "unit.name": SCHOOL.name, "unit.municipality": SCHOOL.municipality}
        answers: dict[str, Answer] = self.entered if typed else self.entered | unit
        return {name: tidy(value) if isinstance(value, str) else value for name, value in answers.items()}

    @property
    def largest(self) -> str:
        """The sheet with most answers."""
        return max(self.plan.sheets, key=lambda sheet: len(sheet.answers)).name


def definition(folder: Path) -> Path:
    """FORM as a file."""
    path = folder / "engines.yaml"
    path.write_text(FORM, encoding="utf-8")
    return path


def sources(folder: Path) -> Iterator[Source]:
    """Writes the forms into a folder."""
    plan = build_plan(load_form(definition(folder)))
    yield _source("what gets lost", plan, _known_to_get_lost(plan), folder)
    for number, name in enumerate(("orenburg-resources@2020.1", "orenburg-roadmap@2020.1"), start=1):
        yield _source(name.partition("@")[0], plan_named(name), fill_number(plan_named(name), number), folder)


def _source(name: str, plan: Plan, answers: dict[str, Answer], folder: Path) -> Source:
    answers = {name: _PLAIN if value == _ESCAPE else value for name, value in answers.items()}
    filled, blank = folder / f"{name}.xlsx", folder / f"{name}, blank.xlsx"
    write_workbook(plan, filled, unit=SCHOOL, values=answers)
    write_workbook(plan, blank)
    return Source(name, plan, answers, filled, blank)


def _known_to_get_lost(plan: Plan) -> dict[str, Answer]:
    """Values in turn, so that each of them stands in some row; every seventh answer is left blank."""
    answers: dict[str, Answer] = dict(fill_number(plan, 0))
    by_column: dict[str, tuple[Answer, ...]] = {
        "whole": _WHOLE, "decimal": _DECIMAL, "money": _MONEY, "share": _SHARE, "text": _TEXTS, "story": _STORIES,
        "day": _DAYS, **_CHOICES,
    }  # fmt: skip
    taken = dict.fromkeys(by_column, 0)
    for number, item in enumerate(plan.items):
        values = by_column.get(item.column) if item.block in ("numbers", "words") else None
        if values is None:
            continue
        answers.pop(item.name, None)
        if number % 7 or item.column == "text":
            answers[item.name] = values[taken[item.column] % len(values)]
            taken[item.column] += 1
    return answers
