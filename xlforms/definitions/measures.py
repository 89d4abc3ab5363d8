"""A roadmap in YAML: the days it covers, and the block of its measures.

A measure is printed and locked; schools answer for each what became of it. One number of the printed roadmap that holds
several measures is a measure with `measures` below it and without answers of its own.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from xlforms.definitions.iso_date import IsoDate
from xlforms.definitions.model import Caption, Id, Model, Text


class Roadmap(Model):
    """The days that a roadmap covers, and its school year by the year in which it begins: 2020 is 2020/21.

    A deadline without a year, such as «август – сентябрь», is read in that school year.
    """

    start: IsoDate
    end: IsoDate
    school_year: Annotated[int, Field(ge=1900, le=2100)] | None = None


class MeasureRow(Model):
    """One measure as printed; `due_start` and `due_end` win over what `deadline` says."""

    measure: Id
    title: Caption
    number: Text = ""
    deadline: Text = ""
    responsible: Text = ""
    result: Text = ""
    due_start: IsoDate | None = None
    due_end: IsoDate | None = None
    measures: list[MeasureRow] = Field(default_factory=list)


class Part(Model):
    """A section of the roadmap as printed; its heading may be absent, when the roadmap has no sections."""

    part: Text = ""
    measures: list[MeasureRow] = Field(default_factory=list)
    parts: list[Part] = Field(default_factory=list)


class Measures(Model):
    """The block of all measures of a roadmap: one table."""

    measures: Id
    title: Text = ""
    help: Text = ""
    parts: Annotated[list[Part], Field(min_length=1)]
    footnotes: list[Text] = Field(default_factory=list)

    @property
    def id(self) -> str:
        """The name of the block, whatever its kind."""
        return self.measures

    @property
    def id_key(self) -> str:
        """The key in YAML that holds `id`."""
        return "measures"


MeasureRow.model_rebuild()
Part.model_rebuild()
