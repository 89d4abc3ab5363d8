"""What the key figures of a form come to: for each unit, each municipality and the region."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xlforms.consolidation.column_statistics import Number
from xlforms.definitions.key_figure import KeyFigure


@dataclass(frozen=True, slots=True)
class FigureValue:
    """A value, None when it cannot be computed, and how many units gave everything that it is computed of.

    `doubtful` of them have an answer among it that contradicts another: a hard rule has failed.
    """

    value: Number | None
    n: int
    doubtful: int = 0


@dataclass(frozen=True, slots=True)
class FigureResult:
    """One key figure: by the code of each unit that gave everything it needs, and by place (REGION: the region)."""

    figure: KeyFigure
    units: Mapping[str, Number]
    places: Mapping[str, FigureValue]
