"""The tables of key figures: the region at the top of the page, and every municipality."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xlforms.consolidation.figure_results import FigureValue
from xlforms.consolidation.summary import FormSummary, Summary
from xlforms.consolidation.totals import REGION
from xlforms.definitions.key_figure import KeyFigure
from xlforms.messages import say
from xlforms.reports.csv_files import print_value
from xlforms.reports.html.figure_columns import figure_type, figure_unit
from xlforms.reports.html.shown_numbers import show_number

_FEW = 12  # municipalities that are shown without being asked for


@dataclass(frozen=True, slots=True)
class FigureCell:
    """A number as it is shown, empty for none, and with all its digits; how many units it covers, and how many of them
    have an error in the answers that it rests on."""

    text: str
    value: str
    n: int
    doubtful: int = 0


@dataclass(frozen=True, slots=True)
class FigureHead:
    """A figure: its label with the unit of measure, and its number among the items of the page."""

    label: str
    item: int


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A municipality, or the region, with a cell for each figure."""

    label: str
    cells: tuple[FigureCell, ...]
    total: bool = False


@dataclass(frozen=True, slots=True)
class FigureTable:
    """The figures of a form, the `number`th on the page: for the region, how many submissions there are, and the rows
    of municipalities, several of them with the region below; `few` when they need not be asked for."""

    form: str
    number: int
    heads: tuple[FigureHead, ...]
    region: tuple[FigureCell, ...]
    accepted: int
    rows: tuple[FigureRow, ...]
    few: bool


def figure_tables(summary: Summary, items: Mapping[str, int]) -> list[FigureTable]:
    """The tables of the forms that have key figures; `items` tells how many items of each form the page has."""
    return [
        _table(summary, form, number, items[form.form]) for number, form in enumerate(summary.forms) if form.figures
    ]


def _table(summary: Summary, form: FormSummary, number: int, items: int) -> FigureTable:
    types = [figure_type(form, result.figure) for result in form.figures]
    heads = tuple(FigureHead(_label(result.figure), items + place) for place, result in enumerate(form.figures))
    region = tuple(_cell(result.places[REGION], kind) for result, kind in zip(form.figures, types, strict=True))
    rows = [
        FigureRow(
            place,
            tuple(_cell(result.places[place], kind) for result, kind in zip(form.figures, types, strict=True)),
        )
        for place in filter(None, summary.municipalities)
    ]
    if len(rows) > 1:
        rows.append(FigureRow(say("page-head-region"), region, total=True))
    accepted = sum(len(version.files) for version in form.versions)
    return FigureTable(form.title, number, heads, region, accepted, tuple(rows), len(rows) <= _FEW)


def _label(figure: KeyFigure) -> str:
    return ", ".join(filter(None, (figure.label, figure_unit(figure))))


def _cell(found: FigureValue, kind: str) -> FigureCell:
    if found.value is None:
        return FigureCell("", "", found.n, found.doubtful)
    return FigureCell(show_number(found.value, kind), str(print_value(found.value)), found.n, found.doubtful)
