"""A round with a bit of everything that «Обзор» tells: in time and late, silent, rejected, wrong, key figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.reports.made_up import RIGHT_ANSWERS, made_up_units, returned, small_form, submission, summary_of
from xlforms.consolidation.figure_results import FigureResult, FigureValue
from xlforms.consolidation.received import Received
from xlforms.consolidation.summary import Summary
from xlforms.consolidation.totals import REGION
from xlforms.definitions.collection import Collection
from xlforms.definitions.key_figure import KeyFigure

REJECTED = Received("x.xlsx", "", "d" * 64, "rejected", "not-a-form", "count-ready")


def full(unit: str) -> Received:
    """A submission with nothing to say about it."""
    return returned(submission(small_form(), unit, RIGHT_ANSWERS))


def partial(unit: str) -> Received:
    """A submission with one required answer missing."""
    return returned(
        submission(small_form(), unit, {k: v for k, v in RIGHT_ANSWERS.items() if k != "staff.russian.total"})
    )


ROUND = Collection(collection="c", title="Сбор", period="2020 год", deadline=date(2020, 6, 5))


def made_up(municipalities: int = 2, *, figures: bool = False) -> Summary:
    """Two schools of each municipality: the first ones in time, of the others one late and with an error, all else
    silent; one rejected file is nobody's, one is of a silent school."""
    first = [full(f"{number:03d}") for number in range(1, 2 * municipalities + 1, 2)]
    files = [*first, replace_day(partial("002"), date(2020, 6, 7)), REJECTED, REJECTED_SECOND]
    summary = summary_of(files, made_up_units(2 * municipalities, municipalities), collection=ROUND,
                         as_of=date(2020, 6, 8))  # fmt: skip
    return replace(summary, forms=(replace(summary.forms[0], figures=FIGURES),)) if figures else summary


def replace_day(file: Received, day: date) -> Received:
    """The same file, filled in on another day."""
    assert file.submission is not None
    return replace(file, submission=replace(file.submission, signed_on=day))


REJECTED_SECOND = replace(REJECTED, path="y.xlsx", unit="004", form="small")
FIGURES = (
    FigureResult(KeyFigure("teachers", "Учителей", "staff.russian.total", "чел."), {}, {REGION: FigureValue(10, 2)}),
    FigureResult(KeyFigure("young", "Доля молодых", "…", "%"), {}, {REGION: FigureValue(0.125, 2)}),
    FigureResult(KeyFigure("area", "Площадь на ученика", "…", "кв. м"), {}, {REGION: FigureValue(2.5, 1)}),
    FigureResult(KeyFigure("load", "На учителя", "…", ""), {}, {REGION: FigureValue(5, 2, 1)}),
    FigureResult(KeyFigure("none", "Никто не ответил", "…", ""), {}, {REGION: FigureValue(None, 0)}),
)
