"""A made-up roadmap for tests: six measures of every kind of deadline, two indicators over two years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from tests.reports.made_up import FormParts, form_of, made_up_units, returned, submission, summary_of
from xlforms.consolidation.received import Received
from xlforms.consolidation.summary import Summary
from xlforms.intake.submission import InvalidAnswer
from xlforms.intake.values import Value

DAY = date(2021, 3, 1)

ROADMAP = """
form: road
version: "1"
title: Малая дорожная карта
code: МДК
roadmap: {start: 2020-08-01, end: 2021-08-31, school_year: 2020}
sections:
  - section: plan
    title: Мероприятия
    sheet: Мероприятия
    blocks:
      - measures: plan
        parts:
          - part: 1. Кадры
            measures:
              - {measure: spring, number: "1.1", title: Мониторинг, deadline: февраль, responsible: директор}
              - {measure: summer, number: "1.2", title: Курсы, deadline: июнь 2021, responsible: завуч}
          - part: 2. Ученики
            measures:
              - {measure: exact, number: "2.1", title: Отчёт, due_start: 2021-03-01, due_end: 2021-03-01}
              - {measure: often, number: "2.2", title: Семинары, deadline: ежемесячно}
              - {measure: undated, number: "2.3", title: Визиты, deadline: по отдельному графику}
              - measure: pair
                number: "2.4"
                title: Анализ
                measures: [{measure: autumn, title: осенью, deadline: до 01.11.2020г.}]
  - section: aims
    title: Показатели
    sheet: Показатели
    blocks:
      - indicators: staff
        title: Кадры
        years: ["2020/2021", "2021/2022"]
        rows:
          - {indicator: trained, title: Доля обученных, measured: share, better: more}
          - {indicator: gone, title: Уволилось, measured: count, unit: чел., better: less}
"""
MEASURES = ("spring", "summer", "exact", "often", "undated", "autumn")


@cache
def roadmap() -> FormParts:
    """The roadmap, laid out."""
    return form_of(ROADMAP)


def said(**statuses: str) -> dict[str, Value]:
    """The statuses of measures by item: «выполнено 2021-02-01» holds the day, «в работе: нет денег» the reason."""
    answers: dict[str, Value] = {}
    for measure, text in statuses.items():
        status, _, reason = text.partition(": ")
        words = status.split(" ")
        if words[-1][:2] == "20":
            answers[f"plan.{measure}.date_done"] = date.fromisoformat(words.pop())
        answers[f"plan.{measure}.status"] = " ".join(words)
        if reason:
            answers[f"plan.{measure}.reason"] = reason
    return answers


def report(
    unit: str,
    answers: Mapping[str, Value],
    *,
    form: FormParts | None = None,
    invalid: Mapping[str, InvalidAnswer] | None = None,
) -> Received:
    """One returned roadmap."""
    return returned(submission(form or roadmap(), unit, answers, invalid=invalid))


def progress_summary(files: Sequence[Received], units: int, municipalities: int, as_of: date = DAY) -> Summary:
    """The summary of returned roadmaps of numbered schools on a day."""
    return summary_of(files, made_up_units(units, municipalities), form=roadmap(), as_of=as_of)
