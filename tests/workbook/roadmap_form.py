"""A small roadmap: passport, indicators, and measures of which two pairs have the same title in different parts."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.definitions.forms import load_text
from xlforms.definitions.load import LoadedForm
from xlforms.layout.build import build_plan
from xlforms.layout.plan import Plan, SheetPlan

ROADMAP = """\
form: trial-roadmap
version: "1"
title: Дорожная карта
code: ДК-1
roadmap: {start: 2020-09-01, end: 2021-08-31, school_year: 2020}
sections:
  - section: passport
    title: Паспорт
    sheet: Паспорт
    orientation: portrait
    blocks:
      - card: passport
        fields:
          - {field: term, title: Сроки, printed: 2020-2021 учебный год}
          - {field: goal, title: Цель, type: text}
  - section: indicators
    title: Показатели
    sheet: Показатели
    blocks:
      - indicators: aims
        years: ["2020/21"]
        rows:
          - {indicator: trained, title: Доля обученных, measured: share}
          - {indicator: poor, title: Слабых школ, measured: count, unit: шк., better: less}
  - section: plan
    title: Мероприятия
    sheet: План
    blocks:
      - measures: plan
        parts:
          - part: 1. Кадры
            measures:
              - {measure: m1, number: "1.1", title: Провести семинар, deadline: 15.10.2020, responsible: методист}
              - {measure: m2, title: Собрать отчёты, deadline: май, responsible: методист}
              - {measure: m3, title: Издать сборник, deadline: июнь, responsible: завуч}
              - measure: m4
                title: "Мониторинг:"
                measures:
                  - {measure: m4_1, title: программ, deadline: апрель}
                  - {measure: m4_2, title: успеваемости, deadline: май}
          - part: 2. Школы
            measures:
              - {measure: m5, title: Собрать отчёты, deadline: май, responsible: директор}
              - {measure: m6, title: Издать сборник, deadline: июнь, responsible: завуч}
"""


@cache
def roadmap_form() -> LoadedForm:
    """ROADMAP, loaded."""
    with TemporaryDirectory() as folder:
        return load_text(Path(folder), ROADMAP)


@cache
def roadmap_plan() -> Plan:
    """The plan of ROADMAP."""
    return build_plan(roadmap_form())


def sheet_named(name: str) -> SheetPlan:
    """A sheet of ROADMAP."""
    return next(sheet for sheet in roadmap_plan().sheets if sheet.name == name)
