"""The key figures of the region: value, unit of measure, and how many schools it covers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xlforms.consolidation.column_statistics import Number
from xlforms.consolidation.figure_results import FigureResult, FigureValue
from xlforms.consolidation.summary import FormSummary, items_by_name
from xlforms.consolidation.totals import REGION
from xlforms.messages import say
from xlforms.reports.coverage import Coverage
from xlforms.reports.docx.facts import NoteFacts
from xlforms.reports.docx.limits import Limits
from xlforms.reports.docx.note_parts import NoteTable, Paragraph, Part
from xlforms.reports.docx.shortened import shorten
from xlforms.reports.html.shown_numbers import show_number

_SPACE = "\u00a0"


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A key figure in words: the values by place, with their unit of measure, and who had to return its form."""

    result: FigureResult
    label: str
    values: Mapping[str, str]
    coverage: Coverage


def shown_figures(facts: NoteFacts, limits: Limits) -> list[ShownFigure]:
    """The key figures of all forms in their order."""
    return [
        _shown(form, result, facts.by_form[form.form], limits)
        for form in facts.summary.forms
        for result in form.figures
    ]


def figure_parts(facts: NoteFacts, limits: Limits) -> list[Part]:
    """The table of the first few; nothing when no form names any."""
    figures = shown_figures(facts, limits)
    if not figures:
        return []
    heads = tuple(say(f"note-head-{head}") for head in ("figure", "region", "units"))
    rows = tuple(
        (figure.label, figure.values[REGION], units_words(facts, figure.result.places[REGION], figure.coverage))
        for figure in figures[: limits.figures]
    )
    table = NoteTable(say("note-figures-about"), heads, rows, (0.5, 0.18, 0.32), centred=True)
    more = len(figures) - limits.figures
    rest = [Paragraph(say("note-more-figures", more=more))] if more > 0 else []
    return [Paragraph(say("note-figures-how")), table, *rest]


def units_words(facts: NoteFacts, found: FigureValue, coverage: Coverage) -> str:
    """«18 из 21 школы»; without a register nobody knows of how many. Units with contradictions are told."""
    if facts.summary.registered:
        return with_doubts(say("note-of-units", part=found.n, whole=coverage.expected), found.doubtful)
    return with_doubts(say("note-units", units=found.n), found.doubtful)


def with_doubts(units: str, doubtful: int) -> str:
    """How many units, and how many of them have an error in the answers that a figure rests on."""
    return say("note-with-doubts", units=units, doubtful=doubtful) if doubtful else units


def _shown(form: FormSummary, result: FigureResult, coverage: Coverage, limits: Limits) -> ShownFigure:
    item = items_by_name(form).get(result.figure.expression.strip())
    kind = "year" if item is not None and item.type == "year" else ""
    values = {
        place: say("note-no-value") if value.value is None else _value(value.value, result.figure.unit, kind)
        for place, value in result.places.items()
    }
    return ShownFigure(result, shorten(result.figure.label, limits.name), values, coverage)


def _value(value: Number, unit: str, kind: str) -> str:
    """A figure in `%` is a share."""
    if unit == "%":
        return show_number(value, "percent")
    return f"{show_number(value, kind)}{_SPACE}{unit}" if unit else show_number(value, kind)
