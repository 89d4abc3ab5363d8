"""How much of everything a note tells: as much as fits on two pages."""

from __future__ import annotations

from dataclasses import dataclass

ENOUGH = 3
"""Units that a municipality must have to be compared: with one or two, the municipality is the school."""

FEW = 6
"""Up to so many municipalities every one is named."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Letters of a round's title, of a figure, measure or form (`name`), of a municipality (`place`), of what schools
    wrote (`quote`); how many figures, compared figures, municipalities at either end, forms, questions, answers to
    each, answers when there is one question, roadmaps, measures of each, steps.
    """

    title: int
    name: int
    place: int
    quote: int
    figures: int
    compared: int
    extremes: int
    few: int
    forms: int
    themes: int
    groups: int
    groups_alone: int
    roadmaps: int
    measures: int
    steps: int


LEVELS = (
    Limits(title=200, name=100, place=60, quote=100, figures=5, compared=3, extremes=3, few=FEW, forms=5, themes=3,
           groups=3, groups_alone=6, roadmaps=2, measures=5, steps=6),
    Limits(title=200, name=90, place=60, quote=90, figures=5, compared=3, extremes=3, few=FEW, forms=5, themes=2,
           groups=3, groups_alone=5, roadmaps=2, measures=3, steps=6),
    Limits(title=160, name=85, place=50, quote=80, figures=5, compared=2, extremes=3, few=FEW, forms=4, themes=2,
           groups=2, groups_alone=4, roadmaps=1, measures=3, steps=5),
    Limits(title=120, name=70, place=40, quote=70, figures=5, compared=2, extremes=2, few=3, forms=3, themes=1,
           groups=3, groups_alone=3, roadmaps=1, measures=3, steps=4),
    Limits(title=100, name=60, place=35, quote=60, figures=5, compared=1, extremes=2, few=2, forms=2, themes=1,
           groups=2, groups_alone=2, roadmaps=1, measures=2, steps=4),
)  # fmt: skip
"""From the fullest to the shortest; the first with which the note fits is taken."""
