"""A made-up round in which every kind of answer is as unpleasant as it may be, in two versions of a form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tests.reports.made_up import form_of, returned, submission
from xlforms.consolidation.consolidate import consolidate
from xlforms.consolidation.received import Received
from xlforms.consolidation.summary import Summary
from xlforms.definitions.units import Unit, Units
from xlforms.intake.submission import InvalidAnswer
from xlforms.intake.values import Value

_FORM = """
form: nasty-form
version: "{version}"
title: Форма, «трудная»
code: Т
key_figures:
  - {{key_figure: mean, label: "Среднее, «с кавычками»", expression: t.a.whole / t.a.{part}}}
  - {{key_figure: chosen, label: Выбрали плюс, expression: 'c.sign = "+7"'}}
sections:
  - section: s
    title: Раздел «С»
    sheet: Лист
    blocks:
      - table: t
        row_title: Строки
        columns:
          - {{column: text, title: "текст, «=1»", type: text}}
          - group: numbers
            title: числа
            columns:
              - {{column: whole, title: целое, type: integer, minimum: -10, maximum: 1000000000000000, unit: шт.}}
              - {{column: {part}, title: доля, type: percent}}
          - {{column: money, title: сумма, type: money}}
          - {{column: half, title: половина, type: integer, computed: whole / 2}}
          - {{column: zero, title: пусто – это ноль, type: integer, minimum: 0, maximum: 9, blank: zero}}
        rows: [{{row: a, title: "строка, «А»"}}, {{row: b, title: =Б}}]
      - table: mixed
        columns: [{{column: value, title: значение}}]
        rows:
          - {{row: year, title: год, type: year}}
          - {{row: day, title: день, type: date}}
      - table: open
        title: Список
        open_rows: 3
        columns: [{{column: name, title: имя, type: text}}, {{column: n, title: число, type: decimal}}]
      - card: c
        title: О школе
        fields:
          - {{field: day, title: день, type: date, help: Назовите день.}}
          - {{field: year, title: год, type: year}}
          - {{field: sign, title: знак, type: choice, choices: ["+7", "-нет", 'да, "есть"']}}
          - {{field: ok, title: годен, type: yes_no}}
          - {{field: long, title: подробно, type: long_text}}
          - {{field: secret, title: тайна, type: text, personal: true}}
"""
NEW, OLD = form_of(_FORM.format(version="2", part="share")), form_of(_FORM.format(version="1", part="part"))
UNITS = Units(
    "units.csv",
    (
        Unit("007", "Школа № 7, «=имя»", "=Район, «1»", "", {}),
        Unit("+8", "Школа № 8", "Район\n2", "", {}),
        Unit("9", "Школа № 9", "", "", {}),
        Unit("10", "Школа № 10", "Район\n2", "", {}),
    ),
)


def nasty_files() -> list[Received]:
    """Three schools, one of them with the older version and one twice; a file that is no form."""
    full: dict[str, Value] = {
        "t.a.text": '=HYPERLINK("http://example.org"; "да")',
        "t.b.text": 'два\r\nряда, «и» "кавычки"\n',
        "t.a.whole": 3,
        "t.b.whole": 10**15,
        "t.a.share": 1 / 3,
        "t.b.share": 1e-07,
        "t.a.money": 0.1,
        "t.b.money": 123456789012.35,
        "t.b.zero": 9,
        "mixed.year.value": 2020,
        "mixed.day.value": date(2100, 12, 31),
        "open.1.name": "NULL",
        "open.3.name": "'-5",
        "open.3.n": 1e-300,
        "c.day": date(1990, 1, 1),
        "c.year": 1800,
        "c.sign": "+7",
        "c.ok": "да",
        "c.long": "@СУММ(А1)\t; nan; 007; 🙂\u2028",
        "c.secret": "тайна",
    }
    wrong = {"t.a.zero": InvalidAnswer("not-whole", "2,5"), "c.year": InvalidAnswer("not-a-number", "=год")}
    older = submission(OLD, "+8", {"t.a.part": 0.25, "t.a.whole": -7, "c.sign": "-нет"}, invalid=wrong)
    rejected = returned(submission(NEW, "77", {}), path="-нет.xlsx").rejected("unknown-unit", "unit-not-given")
    return [
        returned(submission(NEW, "007", full), path="=в папке/а, «б».xlsx", hours=2),
        returned(submission(NEW, "007", {"t.a.whole": 1}), path="=в папке/в.xlsx"),
        returned(older, path="б.xlsx"),
        returned(submission(NEW, "9", {"t.b.money": 0}), path="г\x85.xlsx"),
        replace(rejected, member="внутри\n.xlsx"),
    ]


def nasty_summary(files: Sequence[Received] | None = None, units: Units | None = UNITS) -> Summary:
    """The summary of them."""
    forms = {("nasty-form", "1"): OLD, ("nasty-form", "2"): NEW}
    return consolidate(
        nasty_files() if files is None else files, forms, ["nasty-form"], units=units, collection=None, as_of=None
    )
