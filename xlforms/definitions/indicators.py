"""Target indicators in YAML: what is to be reached and what was reached, period by period."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from xlforms.definitions.model import Caption, Id, Model, Text
from xlforms.definitions.roadmap import Measured


class IndicatorRow(Model):
    """One indicator: what is measured decides what can be entered, a share being 0 to 100 %.

    `unit` is the unit of measure of a count or score; `better` says whether more or less is better.
    """

    indicator: Id
    title: Caption
    measured: Measured
    unit: Text = ""
    better: Literal["more", "less"] = "more"
    maximum: int | float | None = None
    help: Text = ""


class Indicators(Model):
    """A block of indicators: one table with target, fact, deviation and attainment for each period (`years`)."""

    indicators: Id
    title: Text = ""
    help: Text = ""
    years: Annotated[list[Caption], Field(min_length=1, max_length=9)]
    rows: Annotated[list[IndicatorRow], Field(min_length=1)]
    footnotes: list[Text] = Field(default_factory=list)

    @property
    def id(self) -> str:
        """The name of the block, whatever its kind."""
        return self.indicators

    @property
    def id_key(self) -> str:
        """The key in YAML that holds `id`."""
        return "indicators"
