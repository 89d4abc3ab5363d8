"""What a form asks: the models of `form_templates/<id>/<version>.yaml`.

A form has sections, one sheet each; a section has blocks; a block is a card (single items), a table (rows by
columns), the measures of a roadmap or its indicators. What is said of an item may stand at its column, at its row or at
the one cell; the nearer place wins.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, Discriminator, Field, Tag

from xlforms.definitions.gathered import FIRST, GatheredMark
from xlforms.definitions.indicators import Indicators
from xlforms.definitions.item_types import TypeName
from xlforms.definitions.key_figures import KeyFigureLine
from xlforms.definitions.measures import Measures, Roadmap
from xlforms.definitions.model import Caption, FormId, Id, Model, Text
from xlforms.definitions.rule import Rule


class ItemSettings(Model):
    """What can be said of an item, wherever it is said.

    `minimum`, `maximum`: numbers, or ISO dates for dates; `choices`: a list, or the name of one in `lists`;
    `required_if` and `computed`: expressions; `blank: zero`: a blank counts as 0; `summed: false`: a number whose sum
    over units means nothing; `personal`: never leaves intake; `gathered`: its texts are read together on the sheet of
    needs, `first` puts them before the others.
    """

    type: TypeName | None = None
    help: Text = ""
    example: Text = ""
    unit: Text = ""
    minimum: int | float | str | None = None
    maximum: int | float | str | None = None
    max_length: Annotated[int, Field(ge=1, le=32_000)] | None = None
    required: bool = False
    required_if: Text = ""
    blank: Literal["zero"] | None = None
    summed: bool = True
    personal: bool = False
    gathered: GatheredMark | None = None
    choices: Text | list[Text] | None = None
    computed: Text = ""


class CardField(ItemSettings):
    """One item of a card, or a `printed` text that stands in the place of an answer."""

    field: Id
    title: Caption
    printed: Text = ""


class Card(Model):
    """A block of single items, one under the other."""

    card: Id
    title: Text = ""
    help: Text = ""
    footnotes: list[Text] = Field(default_factory=list)
    fields: Annotated[list[CardField], Field(min_length=1)]

    @property
    def id(self) -> str:
        """The name of the block, whatever its kind."""
        return self.card

    @property
    def id_key(self) -> str:
        """The key in YAML that holds `id`."""
        return "card"


class Column(ItemSettings):
    """A column of a table; `only_rows` limits it to some rows, the other cells are closed."""

    column: Id
    title: Caption
    width: Annotated[float, Field(ge=4, le=100)] | None = None
    only_rows: list[Id] = Field(default_factory=list)


class ColumnGroup(Model):
    """Columns under a common heading; the group's id names them all in expressions."""

    group: Id
    title: Caption
    columns: Annotated[list[Column], Field(min_length=1)]


class Row(ItemSettings):
    """A fixed row, with its sub-rows («из них»).

    `repeat: 3` makes rows `id_1` to `id_3` («указать каких»: several); `skip` closes cells;
    `cells` says something of one cell of the row.
    """

    row: Id
    title: Caption
    repeat: Annotated[int, Field(ge=1, le=100)] = 1
    skip: list[Id] = Field(default_factory=list)
    cells: dict[Id, ItemSettings] = Field(default_factory=dict)
    rows: list[RowOrHeading] = Field(default_factory=list)


class Heading(Model):
    """A line of text between rows, with the rows that it heads."""

    heading: Caption
    rows: list[RowOrHeading] = Field(default_factory=list)


class Table(Model):
    """Rows by columns: fixed `rows`, or a number of open rows (a locked sheet cannot grow).

    `row_title` heads the captions of rows; `open_row_title` numbers open rows, with `{n}`.
    """

    table: Id
    title: Text = ""
    help: Text = ""
    row_title: Text = ""
    columns: Annotated[list[ColumnOrGroup], Field(min_length=1)]
    rows: list[RowOrHeading] = Field(default_factory=list)
    open_rows: Annotated[int, Field(ge=1, le=1000)] | None = None
    open_row_title: Text = "{n}"
    footnotes: list[Text] = Field(default_factory=list)

    @property
    def id(self) -> str:
        """The name of the block, whatever its kind."""
        return self.table

    @property
    def id_key(self) -> str:
        """The key in YAML that holds `id`."""
        return "table"


def _kind(*keys: str) -> Discriminator:
    """Chooses the model by the first of the keys that is present, such as `table` or `card`."""

    def choose(value: object) -> str | None:
        present = (
            value if isinstance(value, Mapping) else value.model_fields_set if isinstance(value, BaseModel) else ()
        )
        return next((f"<{key}>" for key in keys if key in present), None)

    return Discriminator(choose, custom_error_type="kind-unclear", custom_error_message=", ".join(keys))


RowOrHeading = Annotated[Annotated[Row, Tag("<row>")] | Annotated[Heading, Tag("<heading>")], _kind("row", "heading")]
ColumnOrGroup = Annotated[
    Annotated[Column, Tag("<column>")] | Annotated[ColumnGroup, Tag("<group>")], _kind("column", "group")
]
Block = Annotated[
    Annotated[Table, Tag("<table>")]
    | Annotated[Card, Tag("<card>")]
    | Annotated[Measures, Tag("<measures>")]
    | Annotated[Indicators, Tag("<indicators>")],
    _kind("table", "card", "measures", "indicators"),
]


class Section(Model):
    """A part of the form: one sheet."""

    section: Id
    title: Caption
    sheet: Caption
    orientation: Literal["portrait", "landscape"] = "landscape"
    help: Text = ""
    footnotes: list[Text] = Field(default_factory=list)
    blocks: Annotated[list[Block], Field(min_length=1)]


class Form(Model):
    """A whole form, one version of it.

    `code` is the short code printed on every sheet; `roadmap` tells the days that measures lie in; `contact` replaces
    the usual questions on who filled it in; `year` is `period_year` in rules where the collection names none.
    """

    form: FormId
    version: Annotated[Text, Field(pattern=r"^[0-9A-Za-z][0-9A-Za-z.\-]*$", max_length=20)]
    title: Caption
    code: Annotated[Caption, Field(max_length=20)]
    authority: Text = ""
    basis: Text = ""
    instructions: Annotated[list[Text], Field(default_factory=list, max_length=7)]
    signatory: Text = "Руководитель организации"
    year: Annotated[int, Field(ge=1900, le=2100)] | None = None
    roadmap: Roadmap | None = None
    contact: Annotated[list[CardField], Field(min_length=1)] | None = None
    lists: dict[Id, list[Text]] = Field(default_factory=dict)
    sections: Annotated[list[Section], Field(min_length=1)]
    rules: list[Rule] = Field(default_factory=list)
    key_figures: list[KeyFigureLine] = Field(default_factory=list)

    @cached_property
    def marks_gathered(self) -> bool:
        """Whether any answer is marked `gathered`."""
        return _is_marked(self.model_dump(include={"sections", "contact"}))


def _is_marked(value: object) -> bool:
    if isinstance(value, dict):
        mark = value.get("gathered")
        return mark is True or mark == FIRST or any(map(_is_marked, value.values()))
    return isinstance(value, list) and any(map(_is_marked, value))


Row.model_rebuild()
Heading.model_rebuild()
Table.model_rebuild()
