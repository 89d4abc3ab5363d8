"""`progress.csv` and `indicators.csv`."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date

from tests.reports.made_up import made_up_units, returned, small_form, submission, summary_of
from tests.reports.made_up_roadmap import progress_summary, report, said
from xlforms.reports.output import summary_files
from xlforms.reports.progress_files import INDICATORS, PROGRESS

FILES = [
    report(
        "001",
        {
            **said(spring="в работе: нет денег", autumn="выполнено 2020-11-02"),
            "staff.trained.target_1": 0.7,
            "staff.trained.fact_1": 0.6,
        },
    )
]
READ: dict[str, Callable[[str], object]] = {
    "string": str, "date": date.fromisoformat, "number": float, "integer": int,
}  # fmt: skip
SUMMARY = progress_summary(FILES, 2, 2, date(2021, 3, 10))


def lines_of(name: str) -> list[str]:
    """The lines of a file of the set."""
    return summary_files(SUMMARY)[name].decode().splitlines()


def test_progress() -> None:
    """A row for every registered unit and measure, with the columns of the interface and what an officer asks next."""
    head, *lines = lines_of("progress.csv")
    assert (
        "form,unit,municipality,measure,title,due_start,due_end,status,state,"
        "number,part,date_done,days_overdue,responsible,reason"
    ) == head
    assert [
        "road,001,Район 1,spring,Мониторинг,2021-02-01,2021-02-28,в работе,overdue,1.1,1. Кадры,,10,директор,нет денег",
        "road,001,Район 1,summer,Курсы,2021-06-01,2021-06-30,,not_due,1.2,1. Кадры,,,завуч,",
        "road,001,Район 1,exact,Отчёт,2021-03-01,2021-03-01,,overdue,2.1,2. Ученики,,9,,",
        "road,001,Район 1,often,Семинары,2020-08-01,2021-08-31,,no_answer,2.2,2. Ученики,,,,",
        "road,001,Район 1,undated,Визиты,,,,no_answer,2.3,2. Ученики,,,,",
        "road,001,Район 1,autumn,Анализ: осенью,,2020-11-01,выполнено,done_late,2.4,2. Ученики,2020-11-02,,,",
        "road,002,Район 2,spring,Мониторинг,2021-02-01,2021-02-28,,no_answer,1.1,1. Кадры,,,директор,",
    ] == lines[:7]
    assert 12 == len(lines)


def test_indicators() -> None:
    """A row for every registered unit, indicator and period; shares are fractions."""
    head, *lines = lines_of("indicators.csv")
    assert "form,unit,municipality,indicator,title,unit_of_measure,period,target,fact,deviation,attained" == head
    assert [
        "road,001,Район 1,trained,Доля обученных,%,2020/2021,0.7,0.6,-0.1,нет",
        "road,001,Район 1,trained,Доля обученных,%,2021/2022,,,,",
        "road,001,Район 1,gone,Уволилось,чел.,2020/2021,,,,",
    ] == lines[:3]
    assert 8 == len(lines)


def test_no_roadmap() -> None:
    """Without a roadmap the set has neither file, nor are they described."""
    files = summary_files(
        summary_of([returned(submission(small_form(), "001", {}))], made_up_units(1, 1), as_of=date(2021, 3, 1))
    )
    described = [resource["path"] for resource in json.loads(files["datapackage.json"])["resources"]]
    assert [] == [name for name in [*files, *described] if name in ("progress.csv", "indicators.csv")]


def test_described() -> None:
    """Every column is described with a type that its values have; a status is not that of a file."""
    files = summary_files(SUMMARY)
    resources = {each["path"]: each["schema"]["fields"] for each in json.loads(files["datapackage.json"])["resources"]}
    for path, columns in (("progress.csv", PROGRESS), ("indicators.csv", INDICATORS)):
        fields = resources[path]
        assert list(columns) == [field["name"] for field in fields]
        for row in csv.DictReader(io.StringIO(files[path].decode())):
            for field in fields:
                value = row[field["name"]]
                if value:
                    READ[field["type"]](value)
    assert "Выбран в форме; пусто – нет ответа или его нельзя учесть." == next(
        field["description"] for field in resources["progress.csv"] if field["name"] == "status"
    )
