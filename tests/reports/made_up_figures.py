"""A made-up round of a form with key figures: seven schools of three municipalities, of which six answer."""

from __future__ import annotations

from collections.abc import Mapping

from tests.reports.made_up import SMALL_FORM, FormParts, form_of, made_up_units, returned, submission, summary_of
from xlforms.consolidation.summary import Summary
from xlforms.intake.values import Value

FIGURES = """
key_figures:
  - {key_figure: teachers, label: Учителей, expression: staff.russian.total, unit: чел.}
  - {key_figure: cold, label: Доля холодных школ, expression: 'building.warm = "нет"', better: less}
  - {key_figure: young, label: Доля молодых, expression: staff.russian.young / staff.russian.total, unit: "%"}
  - {key_figure: built, label: Год постройки, expression: building.built}
  - {key_figure: nobody, label: Математиков, expression: staff.mathematics.total, unit: чел.}
"""
ANSWERS: tuple[tuple[int, int, str, int], ...] = (
    (10, 2, "да", 1950), (20, 2, "нет", 1960), (30, 15, "нет", 1970), (4, 1, "да", 1980), (8, 0, "нет", 1990),
)  # fmt: skip
"""Teachers, young ones of them, whether it is warm, and the year: schools 001 to 005; 006 says only the number 6."""


def figure_form() -> FormParts:
    """The small form with key figures."""
    return form_of(SMALL_FORM + FIGURES)


def figure_summary() -> Summary:
    """Schools 001 to 003 are of «Район 1», 004 to 006 of «Район 2»; 007, of «Район 3», did not answer."""
    form = figure_form()
    rows: list[Mapping[str, Value]] = [
        {"staff.russian.total": total, "staff.russian.young": young, "building.warm": warm, "building.built": built}
        for total, young, warm, built in ANSWERS
    ]
    rows.append({"staff.russian.total": 6})
    files = [returned(submission(form, f"{number:03d}", row)) for number, row in enumerate(rows, start=1)]
    return summary_of(files, made_up_units(7, 3), form=form)
