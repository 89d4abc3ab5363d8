"""A made-up round in which schools answer questions of soft rules: for tests of what is explained and what is not."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tests.reports.made_up import FormParts, form_of, made_up_units, returned, submission, summary_of
from xlforms.consolidation.summary import Summary
from xlforms.definitions.explanations import explanation_item
from xlforms.intake.values import Value

FORM = """
form: crowd
version: "1"
title: Наполняемость
code: НП-1
contact: [{field: note, title: Примечание, type: text}]
sections:
  - section: c
    title: Классы
    sheet: Классы
    blocks:
      - table: t
        row_title: Классы
        columns:
          - {column: pupils, title: учеников, type: integer, maximum: 900}
          - {column: girls, title: девочек, type: integer, maximum: 900}
          - {column: years, title: средний стаж, type: integer, maximum: 70, summed: false}
        rows:
          - {row: first, title: первые}
          - {row: last, title: последние}
rules:
  - {rule: part, kind: share, each_row: t, part: girls, whole: pupils,
     message: "в классах {row} девочек {left}, а учеников {right}", advice: Проверьте оба числа.}
  - {rule: crowd, kind: expression, severity: soft, each_row: t, condition: pupils <= 40, show: {n: pupils},
     title: Переполненные классы, reason: Норма для примера.,
     message: "в классах {row} по {n} учеников", advice: Проверьте или поясните.}
"""
IDENTITY: dict[str, Value] = {"unit.code": "1", "unit.name": "Школа", "unit.municipality": "Район"}


@cache
def crowd_form() -> FormParts:
    """A form with a hard rule without a title, and a soft one with a title."""
    return form_of(FORM)


def crowd_summary(*schools: dict[str, Value], explanations: Sequence[str] = ()) -> Summary:
    """Schools 001, 002… with answers like {"first.pupils": 50}; `explanations` are given by the first of them."""
    received = []
    for number, answers in enumerate(schools, start=1):
        values = IDENTITY | {f"t.{name}": value for name, value in answers.items()}
        if number == 1:
            values |= {explanation_item(rule): "ремонт второго здания" for rule in explanations}
        received.append(returned(submission(crowd_form(), f"{number:03d}", values)))
    return summary_of(received, made_up_units(len(schools), 1), form=crowd_form())
