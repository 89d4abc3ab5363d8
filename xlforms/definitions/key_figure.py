"""A figure that the summary is led by, as a form names it: plain values, carried by the Plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Better = Literal["more", "less", ""]


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One figure: `expression` is over items of the form, in full names; `unit` is its unit of measure.

    A figure in `%` is a share: 0.25 is printed as 25 %. `better` says which end is the good one; empty: neither.
    """

    id: str
    label: str
    expression: str
    unit: str
    better: Better = ""
