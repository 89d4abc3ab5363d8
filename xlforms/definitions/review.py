"""What pydantic cannot see: names that must be unique or exist, limits of Excel, expressions. All faults at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from difflib import get_close_matches

from xlforms.definitions.expand import flat_columns, flat_rows, merged
from xlforms.definitions.form import Card, ColumnGroup, Form, Heading, ItemSettings, Row, Section, Table
from xlforms.definitions.item_types import ITEM_TYPES
from xlforms.definitions.items import IDENTITY_CARD

Location = tuple[str | int, ...]
Fault = tuple[Location, str, dict[str, object]]

RESERVED_COLUMNS = frozenset({"unit", "municipality", "row"})
RESERVED_SHEETS = frozenset({"титул", "проверка", "_lists", "_xf"})
SHEET_NAME_LIMIT = 31  # Excel; longer names are cut or «repaired»
CHOICE_LIMIT = 255  # Excel shows no more of a list entry
_FORBIDDEN_IN_SHEET = re.compile(r"[\[\]:*?/\\]|^'|'$")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def review(form: Form) -> Iterator[Fault]:
    """Every fault of a form whose shape is right: where it stands in the file, message code, parameters."""
    yield from _unique(((("sections", i, "section"), s.section) for i, s in enumerate(form.sections)), "section")
    yield from _unique(((("sections", i, "sheet"), s.sheet.casefold()) for i, s in enumerate(form.sections)), "sheet")
    yield from _lists(form)
    for number, field in enumerate(form.contact or []):
        yield from _settings(form, field, ("contact", number), "field")
    blocks = [
        (("sections", i, "blocks", j), block)
        for i, section in enumerate(form.sections)
        for j, block in enumerate(section.blocks)
    ]
    ids = [((*at, "card"), b.card) if isinstance(b, Card) else ((*at, "table"), b.table) for at, b in blocks]
    yield from _unique(ids, "block", reserved={IDENTITY_CARD, "contact"})
    for number, section in enumerate(form.sections):
        yield from _sheet(section, ("sections", number))
    for location, block in blocks:
        yield from _card(form, block, location) if isinstance(block, Card) else _table(form, block, location)
    yield from _control_characters(form.model_dump(), ())


def _unique(
    named: Iterator[tuple[Location, str]] | list[tuple[Location, str]],
    what: str,
    reserved: frozenset[str] | set[str] = frozenset(),
) -> Iterator[Fault]:
    seen: set[str] = set()
    for location, name in named:
        if name in seen:
            yield location, "name-repeated", {"what": what, "name": name}
        if name in reserved:
            yield location, "name-reserved", {"what": what, "name": name}
        seen.add(name)


def _sheet(section: Section, location: Location) -> Iterator[Fault]:
    name = section.sheet
    if not name or len(name) > SHEET_NAME_LIMIT or _FORBIDDEN_IN_SHEET.search(name):
        yield (*location, "sheet"), "sheet-name", {"name": name, "limit": SHEET_NAME_LIMIT}
    if name.casefold() in RESERVED_SHEETS:
        yield (*location, "sheet"), "name-reserved", {"what": "sheet", "name": name}


def _lists(form: Form) -> Iterator[Fault]:
    for name, entries in form.lists.items():
        yield from _choices(entries, ("lists", name))


def _choices(entries: list[str], location: Location) -> Iterator[Fault]:
    if not entries:
        yield location, "list-empty", {}
    folded = [" ".join(entry.casefold().split()) for entry in entries]
    for number, entry in enumerate(folded):
        if not entry:
            yield (*location, number), "list-entry-empty", {}
        elif entry in folded[:number]:
            yield (*location, number), "list-entry-repeated", {"entry": entries[number]}
        if len(entries[number]) > CHOICE_LIMIT:
            yield (*location, number), "list-entry-long", {"limit": CHOICE_LIMIT}


def _card(form: Form, card: Card, location: Location) -> Iterator[Fault]:
    yield from _unique([((*location, "fields", i), f.field) for i, f in enumerate(card.fields)], "field",
                       RESERVED_COLUMNS)  # fmt: skip
    for number, field in enumerate(card.fields):
        yield from _settings(form, field, (*location, "fields", number), "field")


def _table(form: Form, table: Table, location: Location) -> Iterator[Fault]:
    if bool(table.rows) == (table.open_rows is not None):
        yield location, "rows-or-open-rows", {"table": table.table}
    if table.open_rows is not None and "{n}" not in table.open_row_title:
        yield (*location, "open_row_title"), "open-row-title", {}
    columns = [column.column for column, _ in flat_columns(table)]
    groups = [entry.group for entry in table.columns if isinstance(entry, ColumnGroup)]
    places = list(_column_places(table, location))
    yield from _unique([(place, name) for place, name in zip(places, columns, strict=True)], "column", RESERVED_COLUMNS)
    for number, name in enumerate(groups):
        if name in columns or name in groups[:number]:
            yield (*location, "columns"), "name-repeated", {"what": "group", "name": name}
    rows = list(_row_places(table.rows, (*location, "rows")))
    expanded = [line.id for line, _ in flat_rows(table.rows) if line.id]
    for row_place, row in rows:
        if sum(name in _row_ids(row) for name in expanded) > row.repeat:
            yield (*row_place, "row"), "name-repeated", {"what": "row", "name": row.row}
        for key in ("skip", "cells"):
            for name in getattr(row, key):
                if name not in columns:
                    yield (*row_place, key), *_unknown("column", name, columns)
    row_names = expanded + [row.row for _, row in rows]
    for place, (column, _) in zip(places, flat_columns(table), strict=True):
        for name in column.only_rows:
            if name not in row_names:
                yield (*place, "only_rows"), *_unknown("row", name, row_names)
    yield from _repeated_captions(table.rows, (*location, "rows"))
    yield from _cells(form, table, places, rows)


def _cells(form: Form, table: Table, places: list[Location], rows: list[tuple[Location, Row]]) -> Iterator[Fault]:
    """Each setting is judged where it was said: at the column if no row changes it, else at the row."""
    told: set[tuple[Location, str]] = set()
    for place, (column, _) in zip(places, flat_columns(table), strict=True):
        lines: list[tuple[Location, Row | None]] = [*rows] or [(place, None)]
        for row_place, row in lines:
            if row is not None and (
                column.column in row.skip or (column.only_rows and row.row not in column.only_rows)
            ):
                continue
            cell = row.cells.get(column.column) if row else None
            own = row is not None and bool(row.model_fields_set & set(ItemSettings.model_fields))
            where = (*row_place, "cells", column.column) if cell is not None else row_place if own else place
            for location, code, details in _settings(form, merged(column, row, cell), where, column.column):
                if (location, code) not in told:
                    told.add((location, code))
                    yield location, code, details


def _settings(form: Form, item: ItemSettings, location: Location, name: str) -> Iterator[Fault]:
    if item.type is None:
        yield location, "type-missing", {"name": name}
        return
    kind = ITEM_TYPES[item.type]
    yield from _bounds(item, location)
    yield from _choice_settings(form, item, location)
    wrong: list[tuple[str, bool]] = [
        ("max_length", item.max_length is not None and kind.nature != "text"),
        ("blank", item.blank is not None and kind.nature != "number"),
        ("computed", bool(item.computed) and kind.nature != "number"),
        ("unit", bool(item.unit) and kind.nature != "number"),
    ]
    for key, is_wrong in wrong:
        if is_wrong:
            yield (*location, key), "setting-does-not-fit", {"key": key, "type": item.type}
    if item.computed and (item.required or item.required_if):
        yield (*location, "required"), "computed-is-not-asked", {}


def _choice_settings(form: Form, item: ItemSettings, location: Location) -> Iterator[Fault]:
    if item.type == "choice" and item.choices is None:
        yield location, "choices-missing", {}
    elif item.type != "choice" and item.choices is not None:
        yield (*location, "choices"), "setting-does-not-fit", {"key": "choices", "type": str(item.type)}
    elif isinstance(item.choices, str) and item.choices not in form.lists:
        yield (*location, "choices"), *_unknown("list", item.choices, list(form.lists))
    elif isinstance(item.choices, list):
        yield from _choices(item.choices, (*location, "choices"))


def _bounds(item: ItemSettings, location: Location) -> Iterator[Fault]:
    kind = ITEM_TYPES[str(item.type)]
    given = {"minimum": item.minimum, "maximum": item.maximum}
    fits: Callable[[object], bool]
    if kind.nature == "number":
        fits = _is_number
    elif kind.nature == "date":
        fits = _is_iso_date
    else:
        for key, value in given.items():
            if value is not None:
                yield (*location, key), "setting-does-not-fit", {"key": key, "type": kind.name}
        return
    bad = [key for key, value in given.items() if value is not None and not fits(value)]
    for key in bad:
        yield (*location, key), "bound-unreadable", {"key": key, "type": kind.name, "value": str(given[key])}
    if not bad:
        low = kind.minimum if item.minimum is None else item.minimum
        high = kind.maximum if item.maximum is None else item.maximum
        if low is not None and high is not None and low > high:  # type: ignore[operator]  # both fit one nature
            key = "minimum" if item.minimum is not None else "maximum"
            yield (*location, key), "bounds-crossed", {"low": low, "high": high}


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= 1e15


def _is_iso_date(value: object) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value) >= date(1900, 3, 1)
    except ValueError:
        return False


def _unknown(what: str, name: str, known: list[str]) -> tuple[str, dict[str, object]]:
    near = get_close_matches(name, known, n=1)
    return ("name-unknown-near" if near else "name-unknown"), {
        "what": what, "name": name, "near": near[0] if near else "", "known": ", ".join(known),
    }  # fmt: skip


def _column_places(table: Table, location: Location) -> Iterator[Location]:
    for number, entry in enumerate(table.columns):
        if isinstance(entry, ColumnGroup):
            yield from ((*location, "columns", number, "columns", inner) for inner in range(len(entry.columns)))
        else:
            yield (*location, "columns", number)


def _row_places(rows: list[Row | Heading], location: Location) -> Iterator[tuple[Location, Row]]:
    for number, entry in enumerate(rows):
        if isinstance(entry, Row):
            yield (*location, number), entry
        yield from _row_places(entry.rows, (*location, number, "rows"))


def _row_ids(row: Row) -> set[str]:
    return {row.row} if row.repeat == 1 else {f"{row.row}_{n}" for n in range(1, row.repeat + 1)}


def _repeated_captions(rows: list[Row | Heading], location: Location) -> Iterator[Fault]:
    """Two rows of one caption under one parent cannot be told apart when a sheet comes back sorted."""
    seen: set[str] = set()
    for number, entry in enumerate(rows):
        if isinstance(entry, Row):
            caption = " ".join(entry.title.casefold().split())
            if caption in seen:
                yield (*location, number, "title"), "caption-repeated", {"caption": entry.title}
            seen.add(caption)
        yield from _repeated_captions(entry.rows, (*location, number, "rows"))


def _control_characters(value: object, location: Location) -> Iterator[Fault]:
    if isinstance(value, str):
        if _CONTROL.search(value):
            yield location, "control-character", {}
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from _control_characters(entry, (*location, key))
    elif isinstance(value, list):
        for number, entry in enumerate(value):
            yield from _control_characters(entry, (*location, number))
