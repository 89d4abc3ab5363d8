"""Faults of edit rules that show without reading their expressions: kinds, keys, tables, rows and columns named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xlforms.definitions.expand import flat_columns, repeated_ids
from xlforms.definitions.faults import Fault, repeated, reserved, unknown
from xlforms.definitions.form import Card, Form, Heading, Row, Table
from xlforms.definitions.indicator_table import indicator_table
from xlforms.definitions.indicators import Indicators
from xlforms.definitions.measure_table import measure_table
from xlforms.definitions.rule import COMMON_KEYS, Rule
from xlforms.definitions.yaml_source import Location
from xlforms.edit_rules.kind import Kind
from xlforms.edit_rules.register import KINDS

# What findings are called that no form defines.
RESERVED_RULES = frozenset({"choice", "form", "length", "range", "required", "type", "verdict"})
_TAKES_LIST = ("number", "sequence", "answers")


def review_rules(form: Form) -> Iterator[Fault]:
    """Every such fault of a form's rules."""
    named: list[tuple[Location, str]] = [(("rules", n, "rule"), rule.rule) for n, rule in enumerate(form.rules)]
    yield from repeated(named, "rule-repeated")
    yield from reserved(named, RESERVED_RULES, "rule-reserved")
    titles: list[tuple[Location, str]] = [
        (("rules", n, "title"), " ".join(rule.title.casefold().split()))
        for n, rule in enumerate(form.rules)
        if rule.severity == "soft" and rule.title
    ]
    yield from repeated(titles, "rule-title-repeated")
    tables = dict(_tables(form))
    for number, rule in enumerate(form.rules):
        location: Location = ("rules", number)
        kind = KINDS.get(rule.kind)
        if kind is None:
            yield unknown((*location, "kind"), rule.kind, list(KINDS), "rule-kind-unknown", "rule-kind-unknown-near")
        else:
            yield from _keys(rule, kind, location)
        if rule.severity == "soft":
            for key in ("title", "reason"):
                if not getattr(rule, key):
                    yield (*location, "rule"), "rule-soft-needs", {"key": key}
        yield from _lines(rule, tables, location)


def _tables(form: Form) -> Iterator[tuple[str, Table]]:
    """Everything with rows and columns, by its id."""
    for block in (block for section in form.sections for block in section.blocks if not isinstance(block, Card)):
        if isinstance(block, Table):
            yield block.id, block
        elif isinstance(block, Indicators):
            yield block.id, indicator_table(block)
        else:
            yield block.id, measure_table(block)


def _keys(rule: Rule, kind: Kind, location: Location) -> Iterator[Fault]:
    known = {key.name: key for key in kind.keys}
    missing = [key.name for key in kind.keys if key.required and key.name not in rule.arguments]
    for name in rule.arguments:
        if name in known:
            continue
        possible = [key for key in (*known, *COMMON_KEYS) if key not in rule.arguments]
        fault = unknown((*location, name), name, possible, "rule-key-unknown", "rule-key-unknown-near")
        yield fault[0], fault[1], {**fault[2], "kind": kind.name, "keys": ", ".join(known)}
        missing = [key for key in missing if key != fault[2].get("near")]
    for name in missing:
        yield (*location, "rule"), "rule-key-missing", {"kind": kind.name, "key": name}
    if kind.any_of and not set(kind.any_of) & set(rule.arguments):
        yield (*location, "rule"), "rule-any-of", {"kind": kind.name, "keys": ", ".join(kind.any_of)}
    for name, value in rule.arguments.items():
        if name not in known:
            continue
        role = known[name].role
        if isinstance(value, list) and (role not in _TAKES_LIST or not value):
            yield (*location, name), "rule-list-refused" if value else "list-empty", {"key": name}
        elif role == "sequence" and (isinstance(value, str) or len(value) < 2):
            yield (*location, name), "rule-list-needed", {"key": name}
    if kind.by_rows and not rule.each_row:
        yield (*location, "rule"), "rule-needs-rows", {"kind": kind.name}


def _lines(rule: Rule, tables: dict[str, Table], location: Location) -> Iterator[Fault]:
    if rule.each_row and rule.each_column:
        yield (*location, "each_column"), "rule-rows-and-columns", {}
        return
    for key, wanted in (("rows", "each_row"), ("columns", "each_column")):
        if getattr(rule, key) and not getattr(rule, wanted):
            yield (*location, key), "rule-limit-without-table", {"key": key, "wanted": wanted}
    if rule.excluded and not rule.table:
        yield (*location, "except"), "rule-limit-without-table", {"key": "except", "wanted": "each_row"}
    if not rule.table:
        return
    if rule.table not in tables:
        key = "each_row" if rule.each_row else "each_column"
        yield unknown((*location, key), rule.table, list(tables), "table-unknown", "table-unknown-near")
        return
    table = tables[rule.table]
    if rule.each_row:
        yield from _limits((("rows", rule.rows), ("except", rule.excluded)), _row_ids(table.rows), "row", location)
    else:
        names = [(column.column, group.group if group else "") for column, group in flat_columns(table)]
        known = list(dict.fromkeys(name for pair in names for name in pair if name))
        yield from _limits((("columns", rule.columns), ("except", rule.excluded)), known, "column", location)


def _limits(
    given: Sequence[tuple[str, Sequence[str]]], known: list[str], what: str, location: Location
) -> Iterator[Fault]:
    for key, names in given:
        for number, name in enumerate(names):
            if name not in known:
                yield unknown((*location, key, number), name, known, f"{what}-unknown", f"{what}-unknown-near")


def _row_ids(rows: Sequence[Row | Heading]) -> list[str]:
    found: list[str] = []
    for entry in rows:
        if isinstance(entry, Row):
            found += dict.fromkeys((entry.row, *repeated_ids(entry)))
        found += _row_ids(entry.rows)
    return found
