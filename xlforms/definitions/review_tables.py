"""Faults of tables: names of columns and rows, captions that cannot be told apart, settings of every cell."""

from __future__ import annotations

from collections.abc import Iterator

from xlforms.definitions.expand import flat_columns, is_closed, merged, repeated_ids
from xlforms.definitions.faults import RESERVED_COLUMNS, Fault, repeated, reserved, unknown
from xlforms.definitions.form import Column, ColumnGroup, Form, Heading, ItemSettings, Row, Table
from xlforms.definitions.review_items import review_settings
from xlforms.definitions.yaml_source import Location

_RELATED = {"minimum": {"minimum", "maximum", "type"}, "maximum": {"minimum", "maximum", "type"},
            "gathered": {"gathered", "personal", "type"}}  # fmt: skip


def review_table(form: Form, table: Table, location: Location) -> Iterator[Fault]:
    """Every fault of one table whose shape is right."""
    if bool(table.rows) == (table.open_rows is not None):
        yield (*location, "table"), "rows-or-open-rows", {"name": table.table}
    if table.open_rows is not None and "{n}" not in table.open_row_title:
        yield (*location, "open_row_title"), "open-row-title", {}
    columns = _placed_columns(table, location)
    rows = list(_placed_rows(table.rows, (*location, "rows")))
    yield from _column_names(table, columns, location)
    yield from _row_names(rows)
    yield from _mentioned_names(table, columns, rows)
    yield from _repeated_captions(table.rows, (*location, "rows"))
    yield from _cells(form, columns, rows)


def _column_names(table: Table, columns: list[tuple[Location, Column]], location: Location) -> Iterator[Fault]:
    named: list[tuple[Location, str]] = [((*place, "column"), column.column) for place, column in columns]
    groups: list[tuple[Location, str]] = [
        ((*location, "columns", number, "group"), entry.group)
        for number, entry in enumerate(table.columns)
        if isinstance(entry, ColumnGroup)
    ]
    yield from repeated(named, "column-repeated")
    yield from reserved([*named, *groups], RESERVED_COLUMNS, "column-reserved")
    yield from repeated(groups, "group-repeated")
    columns_too = frozenset(name for _, name in named)
    yield from reserved(groups, columns_too, "group-repeated")


def _row_names(rows: list[tuple[Location, Row]]) -> Iterator[Fault]:
    """A repeated row owns its own name too, because an expression may use it for all of its members."""
    seen: set[str] = set()
    for place, row in rows:
        own = {row.row, *repeated_ids(row)}
        if own & seen:
            yield (*place, "row"), "row-repeated", {"name": row.row}
        seen |= own
        if row.repeat > 1 and row.rows:
            yield (*place, "rows"), "repeat-with-rows", {"name": row.row}


def _mentioned_names(
    table: Table, columns: list[tuple[Location, Column]], rows: list[tuple[Location, Row]]
) -> Iterator[Fault]:
    known_columns = [column.column for _, column in columns]
    known_rows = list(dict.fromkeys(name for _, row in rows for name in (row.row, *repeated_ids(row))))
    for place, row in rows:
        for number, name in enumerate(row.skip):
            if name not in known_columns:
                yield unknown((*place, "skip", number), name, known_columns, "column-unknown", "column-unknown-near")
        for name in row.cells:
            if name not in known_columns:
                yield unknown((*place, "cells", name), name, known_columns, "column-unknown", "column-unknown-near")
            elif name in row.skip:
                yield (*place, "cells", name), "cell-closed", {"name": name}
    for place, column in columns:
        for number, name in enumerate(column.only_rows):
            if table.open_rows is not None:
                yield (*place, "only_rows"), "only-rows-of-open-rows", {"name": column.column}
                break
            if name not in known_rows:
                yield unknown((*place, "only_rows", number), name, known_rows, "row-unknown", "row-unknown-near")


def _repeated_captions(rows: list[Row | Heading], location: Location) -> Iterator[Fault]:
    """Two rows of one caption under one parent cannot be told apart when a sheet comes back sorted."""
    captions: list[tuple[Location, str]] = [
        ((*location, number, "title"), " ".join(entry.title.casefold().split()))
        for number, entry in enumerate(rows)
        if isinstance(entry, Row)
    ]
    yield from repeated(captions, "caption-repeated")
    for number, entry in enumerate(rows):
        yield from _repeated_captions(entry.rows, (*location, number, "rows"))


def _cells(form: Form, columns: list[tuple[Location, Column]], rows: list[tuple[Location, Row]]) -> Iterator[Fault]:
    """A fault is shown at the nearest place that said something of the wrong key, else at the column."""
    told: set[tuple[Location, str]] = set()
    lines: list[tuple[Location, Row | None]] = [*rows]
    for place, column in columns:
        for row_place, row in lines or [(place, None)]:
            if row is not None and all(is_closed(row, line, column) for line in repeated_ids(row)):
                continue
            cell = row.cells.get(column.column) if row else None
            settings = merged(column, row, cell)
            for location, code, details in review_settings(form, settings, (), column.column):
                layers: list[tuple[Location, ItemSettings | None]] = [
                    ((*row_place, "cells", column.column), cell),
                    (row_place, row),
                ]
                where = _said_at(str(location[0]), layers, place)
                if ((*where, *location), code) not in told:
                    told.add(((*where, *location), code))
                    yield (*where, *location), code, details


def _said_at(key: str, layers: list[tuple[Location, ItemSettings | None]], otherwise: Location) -> Location:
    related = _RELATED.get(key, {key, "type"})
    for place, layer in layers:
        if layer is not None and layer.model_fields_set & related:
            return place
    return otherwise


def _placed_columns(table: Table, location: Location) -> list[tuple[Location, Column]]:
    places: list[Location] = []
    for number, entry in enumerate(table.columns):
        if isinstance(entry, ColumnGroup):
            places.extend((*location, "columns", number, "columns", inner) for inner in range(len(entry.columns)))
        else:
            places.append((*location, "columns", number))
    return [(place, column) for place, (column, _) in zip(places, flat_columns(table), strict=True)]


def _placed_rows(rows: list[Row | Heading], location: Location) -> Iterator[tuple[Location, Row]]:
    for number, entry in enumerate(rows):
        if isinstance(entry, Row):
            yield (*location, number), entry
        yield from _placed_rows(entry.rows, (*location, number, "rows"))
