"""Key figures and gathered texts put into a made-up summary, as consolidation would find them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from xlforms.consolidation.column_statistics import Number
from xlforms.consolidation.figure_results import FigureResult, FigureValue
from xlforms.consolidation.gathered_texts import GatheredTheme, Saying, TextGroup
from xlforms.consolidation.summary import Summary
from xlforms.consolidation.totals import REGION
from xlforms.definitions.key_figure import Better, KeyFigure


def figure(
    label: str,
    unit: str,
    region: tuple[Number | None, int],
    places: Mapping[str, tuple[Number | None, int]],
    better: Better = "",
) -> FigureResult:
    """A figure with its values and how many units gave them, of the region and of municipalities."""
    values = {REGION: FigureValue(*region)} | {place: FigureValue(*value) for place, value in places.items()}
    return FigureResult(KeyFigure(label, label, "staff.russian.total", unit, better), {}, values)


def theme(caption: str, groups: Mapping[str, list[str]], nothing: str = "") -> GatheredTheme:
    """What was asked, and by wording the units that said so; `nothing` is the wording that names no need."""
    found = tuple(
        TextGroup(text, tuple(Saying(unit, "building.lacks", text) for unit in units), text == nothing)
        for text, units in groups.items()
    )
    return GatheredTheme("building", "lacks", caption, found)


def with_findings(
    summary: Summary, figures: list[FigureResult] | None = None, themes: list[GatheredTheme] | None = None
) -> Summary:
    """The summary with figures and themes in its first form, and none of those that consolidation found."""
    form = replace(summary.forms[0], figures=tuple(figures or ()), themes=tuple(themes or ()))
    return replace(summary, forms=(form, *summary.forms[1:]))
