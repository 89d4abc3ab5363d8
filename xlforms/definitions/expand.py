"""Spells a form out into grids: sub-rows, repeated and open rows, settings of column, row and cell merged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from textwrap import shorten
from typing import Literal

from xlforms.definitions.expand_roadmap import measures_of, unit_of
from xlforms.definitions.form import (
    Block,
    Card,
    CardField,
    Column,
    ColumnGroup,
    Form,
    Heading,
    ItemSettings,
    Row,
    Table,
)
from xlforms.definitions.indicator_table import UNIT, indicator_table
from xlforms.definitions.indicators import Indicators
from xlforms.definitions.item_types import ITEM_TYPES, NO, YES
from xlforms.definitions.items import IDENTITY_CARD, TITLE_SECTION, BlockGrid, ColumnLine, Item, RowLine, SectionGrid
from xlforms.definitions.measure_table import PRINTED, measure_table
from xlforms.definitions.measures import Measures
from xlforms.definitions.title_card import CONTACT, IDENTITY

VALUE_COLUMN = "value"
DUE = ("due_start", "due_end")
CAPTION_LENGTH = 80


def expand(form: Form) -> tuple[SectionGrid, ...]:
    """The sections of a form as grids, the title section first.

    Works on a form whose definition was reviewed: every item has a type and every named list exists.
    """
    contact = CONTACT if form.contact is None else tuple(form.contact)
    title = SectionGrid(
        id=TITLE_SECTION,
        title=form.title,
        sheet="Титул",
        orientation="portrait",
        help="",
        footnotes=(),
        blocks=(
            _card(form, Card(card=IDENTITY_CARD, title="Организация", fields=list(IDENTITY))),
            _card(form, Card(card="contact", title="Кто заполнил", fields=list(contact))),
        ),
    )
    sections = [
        SectionGrid(
            id=section.section,
            title=section.title,
            sheet=section.sheet,
            orientation=section.orientation,
            help=section.help,
            footnotes=tuple(section.footnotes),
            blocks=tuple(_block(form, block) for block in section.blocks),
        )
        for section in form.sections
    ]
    return (title, *sections)


def flat_columns(table: Table) -> list[tuple[Column, ColumnGroup | None]]:
    """The columns of a table in order, each with its group."""
    pairs: list[tuple[Column, ColumnGroup | None]] = []
    for entry in table.columns:
        if isinstance(entry, ColumnGroup):
            pairs.extend((column, entry) for column in entry.columns)
        else:
            pairs.append((entry, None))
    return pairs


def flat_rows(rows: Sequence[Row | Heading], level: int = 0) -> Iterator[tuple[RowLine, Row | None]]:
    """The lines of a table with fixed rows, repeated rows written out, each with the row that it comes from."""
    for entry in rows:
        if isinstance(entry, Heading):
            yield RowLine("", entry.heading, level), None
            yield from flat_rows(entry.rows, level + 1)
            continue
        many = entry.repeat > 1
        for number, row_id in enumerate(repeated_ids(entry), start=1):
            yield RowLine(row_id, f"{entry.title} – {number}" if many else entry.title, level), entry
        yield from flat_rows(entry.rows, level + 1)


def repeated_ids(row: Row) -> list[str]:
    """The ids of the lines that a row stands for: its own, or `id_1`, `id_2`… when it is repeated."""
    return [row.row] if row.repeat == 1 else [f"{row.row}_{number}" for number in range(1, row.repeat + 1)]


def is_closed(row: Row | None, line_id: str, column: Column) -> bool:
    """Whether nothing is asked where a line of a row meets a column; an open row (None) closes nothing."""
    if row is None:
        return False
    return column.column in row.skip or bool(column.only_rows and not {line_id, row.row} & set(column.only_rows))


def merged(*settings: ItemSettings | None) -> ItemSettings:
    """Settings of column, row and cell laid over each other; what is said later wins."""
    said: dict[str, object] = {}
    for layer in settings:
        if layer is not None:
            said |= {key: getattr(layer, key) for key in layer.model_fields_set if key in ItemSettings.model_fields}
    return ItemSettings.model_construct(**said)  # type: ignore[arg-type]  # values come from checked models


def _block(form: Form, block: Block) -> BlockGrid:
    match block:
        case Card():
            return _card(form, block)
        case Table():
            return _table(form, block)
        case Measures():
            return _measures(form, block)
        case Indicators():
            return _indicators(form, block)


def _measures(form: Form, block: Measures) -> BlockGrid:
    """The table of measures: printed texts before the answers, deadlines as constants of each row."""
    grid = _table(form, measure_table(block))
    measures = [measure for measure in measures_of(form) if measure.block == block.id]
    printed = {
        (measure.id, column): text
        for measure in measures
        for column, text in (
            ("deadline", measure.deadline),
            ("responsible", measure.responsible),
            ("expected", measure.result),
        )
    }
    days = [((measure.id, name), getattr(measure, name)) for measure in measures for name in DUE]
    return replace(
        grid,
        columns=(*(column for column in PRINTED if _is_used(column, printed)), *grid.columns),
        printed=printed,
        cells={place: _short_caption(item) for place, item in grid.cells.items()},
        constants={place: day for place, day in days if day is not None},
        constant_names=DUE,
    )


def _is_used(column: ColumnLine, printed: Mapping[tuple[str, str], str]) -> bool:
    """Whether a roadmap says anything in a printed column: some name no expected results at all."""
    return any(text for (_, name), text in printed.items() if name == column.id)


def _indicators(form: Form, block: Indicators) -> BlockGrid:
    grid = _table(form, indicator_table(block))
    printed = {(row.indicator, UNIT.id): unit_of(row) for row in block.rows}
    return replace(grid, columns=(UNIT, *grid.columns), printed=printed)


def _short_caption(item: Item) -> Item:
    """Captions go into findings and prompts, where a whole measure would hide the rest."""
    captions = tuple(shorten(caption, CAPTION_LENGTH, placeholder=" …") for caption in item.captions)
    return replace(item, captions=captions)


def _table(form: Form, table: Table) -> BlockGrid:
    pairs = flat_columns(table)
    if table.open_rows is not None:
        caption = table.open_row_title
        lines = [(RowLine(str(n), caption.replace("{n}", str(n))), None) for n in range(1, table.open_rows + 1)]
    else:
        lines = list(flat_rows(table.rows))  # type: ignore[arg-type]  # a heading has no row either
    cells: dict[tuple[str, str], Item] = {}
    for line, row in lines:
        for column, group in pairs if line.id else []:
            if is_closed(row, line.id, column):
                continue
            settings = merged(column, row, row.cells.get(column.column) if row else None)
            captions = (table.title, line.caption, group.title if group else "", column.title)
            name = f"{table.table}.{line.id}.{column.column}"
            cells[line.id, column.column] = _item(form, name, (table.table, line.id, column.column), captions, settings)
    return BlockGrid(
        kind="table",
        id=table.table,
        title=table.title,
        help=table.help,
        row_title=table.row_title,
        footnotes=tuple(table.footnotes),
        columns=tuple(
            ColumnLine(c.column, c.title, g.group if g else "", g.title if g else "", c.width) for c, g in pairs
        ),
        rows=tuple(line for line, _ in lines),
        open_rows=table.open_rows is not None,
        cells=cells,
    )


def _card(form: Form, card: Card) -> BlockGrid:
    cells = {
        (field.field, VALUE_COLUMN): _item(
            form,
            f"{card.card}.{field.field}",
            (card.card, "", field.field),
            (card.title, field.title),
            merged(field),
        )
        for field in card.fields
        if not field.printed
    }
    return BlockGrid(
        kind="card",
        id=card.card,
        title=card.title,
        help=card.help,
        row_title="",
        footnotes=tuple(card.footnotes),
        columns=(ColumnLine(VALUE_COLUMN, ""),),
        rows=tuple(RowLine(field.field, field.title) for field in card.fields),
        open_rows=False,
        cells=cells,
        printed={(field.field, VALUE_COLUMN): field.printed for field in card.fields if field.printed},
    )


def _item(
    form: Form, name: str, place: tuple[str, str, str], captions: tuple[str, ...], settings: CardField | ItemSettings
) -> Item:
    kind = ITEM_TYPES[settings.type or "text"]
    block, row, column = place
    return Item(
        name=name,
        block=block,
        row=row,
        column=column,
        captions=tuple(caption for caption in captions if caption),
        type=kind.name,
        nature=kind.nature,
        unit=settings.unit,
        minimum=kind.minimum if settings.minimum is None else settings.minimum,
        maximum=kind.maximum if settings.maximum is None else settings.maximum,
        max_length=kind.max_length if settings.max_length is None else settings.max_length,
        required=settings.required,
        required_if=settings.required_if,
        blank_zero=settings.blank == "zero",
        summed=kind.summed and settings.summed,
        personal=settings.personal,
        gathered=_gathered(form, settings),
        choices=_choices(form, settings),
        computed=settings.computed,
        help=settings.help,
        example=settings.example,
    )


def _gathered(form: Form, settings: ItemSettings) -> bool | Literal["first"]:
    """Whether the texts of an item are read together; a form that marks none gathers its long ones."""
    if settings.gathered is None:
        return settings.type == "long_text" and not settings.personal and not form.marks_gathered
    return settings.gathered


def _choices(form: Form, settings: ItemSettings) -> tuple[str, ...]:
    if settings.type == "yes_no":
        return (YES, NO)
    if settings.type != "choice" or settings.choices is None:
        return ()
    return tuple(form.lists[settings.choices]) if isinstance(settings.choices, str) else tuple(settings.choices)
