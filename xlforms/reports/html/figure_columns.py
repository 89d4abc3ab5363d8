"""The key figures of a form as further items of the page: their schools stand on charts, their numbers lead on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from xlforms.consolidation.column_statistics import Number
from xlforms.consolidation.figure_results import FigureResult
from xlforms.consolidation.summary import FormSummary
from xlforms.consolidation.totals import REGION, Total
from xlforms.definitions.key_figure import KeyFigure
from xlforms.definitions.key_figures import SHARE
from xlforms.expressions.addends import is_additive
from xlforms.expressions.kinds import gives_logic
from xlforms.expressions.nodes import Reference, references
from xlforms.expressions.parse import parse

FigureShown = Literal["amount", "level", "condition"]


def figure_shown(form: FormSummary, figure: KeyFigure) -> FigureShown:
    """Whether many units give a sum, which is no value that a unit could have; a level like those of units, such as a
    share or a year; or the share of units that meet a condition."""
    node = parse(figure.expression)
    if gives_logic(node):
        return "condition"
    dataset = form.versions[0].dataset
    summed = all(dataset.items[name].summed for name in figure_sources(form, figure))
    return "amount" if summed and is_additive(node) else "level"


def figure_type(form: FormSummary, figure: KeyFigure) -> str:
    """How the numbers of a figure are printed: as a type of items."""
    if figure.unit == SHARE:
        return "percent"
    node = parse(figure.expression)
    if isinstance(node, Reference):
        return form.versions[0].dataset.items_of(node)[0].type
    return "decimal"


def figure_unit(figure: KeyFigure) -> str:
    """The unit of measure that stands behind a label; a share has its sign at every number."""
    return "" if figure.unit == SHARE else figure.unit


def figure_sources(form: FormSummary, figure: KeyFigure) -> list[str]:
    """The names of the items that the expression names, in its order."""
    dataset = form.versions[0].dataset
    named = (item.name for name in references(parse(figure.expression)) for item in dataset.items_of(name))
    return list(dict.fromkeys(named))


def figure_answers(form: FormSummary, result: FigureResult) -> list[Number | None]:
    """The values of units, one for each submission."""
    return [result.units.get(file.unit) for version in form.versions for file in version.files]


def figure_totals(form: FormSummary) -> Iterator[Total]:
    """Two statistics of each figure for each group: `n`, the number of units, and `value`; in the order of totals."""
    for result in form.figures:
        for place in sorted(result.places, key=lambda place: place != REGION):
            found = result.places[place]
            yield Total(form.form, result.figure.id, place, "n", found.n)
            yield Total(form.form, result.figure.id, place, "value", found.value)
