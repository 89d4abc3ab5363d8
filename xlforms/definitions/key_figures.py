"""The key figures of a form in YAML: what its summary is led by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from xlforms.definitions.key_figure import KeyFigure
from xlforms.definitions.model import Caption, Id, Model, Text
from xlforms.expressions.kinds import gives_logic
from xlforms.expressions.parse import parse

SHARE = "%"
BY_PLACE = "figure_"
"""Begins the ids that are given by place, so none that an author gives."""


class KeyFigureLine(Model):
    """One figure: `expression` over items in full names, `unit` of measure; in `%` it is a share, 0.25 being 25 %.

    Without the id `key_figure` a figure is called by its place: `figure_1`. A condition is in `%`, said or not.
    """

    key_figure: Id | None = None
    label: Caption
    expression: Caption
    unit: Text = ""
    better: Literal["more", "less"] | None = None


def key_figures_of(lines: Sequence[KeyFigureLine]) -> tuple[KeyFigure, ...]:
    """The figures in the order of the form, each with its id and unit; the lines were reviewed."""
    return tuple(
        KeyFigure(
            id=line.key_figure or f"{BY_PLACE}{number}",
            label=line.label,
            expression=line.expression,
            unit=SHARE if gives_logic(parse(line.expression)) else line.unit,
            better=line.better or "",
        )
        for number, line in enumerate(lines, start=1)
    )
