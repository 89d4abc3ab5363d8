"""What pydantic cannot see: names that must be unique or exist, limits of Excel. The walk over the whole form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlforms.definitions.faults import RESERVED_COLUMNS, Fault, repeated, reserved
from xlforms.definitions.form import Card, CardField, Form, Section, Table
from xlforms.definitions.indicators import Indicators
from xlforms.definitions.items import CHECK_SECTION, EXPLANATIONS_TABLE, IDENTITY_CARD, TITLE_SECTION
from xlforms.definitions.measures import Measures
from xlforms.definitions.review_items import review_choices, review_settings
from xlforms.definitions.review_key_figures import review_figure_names
from xlforms.definitions.review_measures import review_indicators, review_measures, review_roadmap
from xlforms.definitions.review_rules import review_rules
from xlforms.definitions.review_tables import review_table
from xlforms.definitions.yaml_source import Location

CONTACT_CARD = "contact"
RESERVED_BLOCKS = frozenset({IDENTITY_CARD, CONTACT_CARD, EXPLANATIONS_TABLE})
RESERVED_SECTIONS = frozenset({TITLE_SECTION, CHECK_SECTION})
RESERVED_SHEETS = frozenset({"титул", "проверка", "_lists", "_xf"})
SHEET_NAME_LIMIT = 31  # Excel; longer names are cut or «repaired»
_FORBIDDEN_IN_SHEET = re.compile(r"[\[\]:*?/\\]|^'|'$")
# A lone surrogate cannot be written as UTF-8, the rest is not allowed in XML 1.0.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def review(form: Form) -> Iterator[Fault]:
    """Every fault of a form whose shape is right: where it stands in the file, message code, parameters."""
    yield from _sections(form)
    for name, entries in form.lists.items():
        yield from review_choices(entries, ("lists", name))
    yield from _fields(form, form.contact or [], ("contact",))
    for number, section in enumerate(form.sections):
        for position, block in enumerate(section.blocks):
            location: Location = ("sections", number, "blocks", position)
            match block:
                case Card():
                    yield from _fields(form, block.fields, (*location, "fields"))
                case Table():
                    yield from review_table(form, block, location)
                case Measures():
                    yield from review_measures(block, location)
                case Indicators():
                    yield from review_indicators(block, location)
    yield from review_roadmap(form)
    yield from review_rules(form)
    yield from review_figure_names(form)
    yield from _control_characters(form.model_dump(), ())


def _sections(form: Form) -> Iterator[Fault]:
    """Names of sections, sheets and blocks, which are unique in the whole form."""
    sections: list[tuple[Location, str]] = [
        (("sections", i, "section"), section.section) for i, section in enumerate(form.sections)
    ]
    sheets: list[tuple[Location, str]] = [
        (("sections", i, "sheet"), section.sheet.casefold()) for i, section in enumerate(form.sections)
    ]
    blocks: list[tuple[Location, str]] = [
        (("sections", i, "blocks", j, block.id_key), block.id)
        for i, section in enumerate(form.sections)
        for j, block in enumerate(section.blocks)
    ]
    yield from repeated(sections, "section-repeated")
    yield from reserved(sections, RESERVED_SECTIONS, "section-reserved")
    yield from repeated(sheets, "sheet-repeated")
    yield from reserved(sheets, RESERVED_SHEETS, "sheet-reserved")
    yield from repeated(blocks, "block-repeated")
    yield from reserved(blocks, RESERVED_BLOCKS, "block-reserved")
    for number, section in enumerate(form.sections):
        yield from _sheet_name(section, ("sections", number, "sheet"))


def _sheet_name(section: Section, location: Location) -> Iterator[Fault]:
    name = section.sheet
    if len(name) > SHEET_NAME_LIMIT or _FORBIDDEN_IN_SHEET.search(name):
        yield location, "sheet-name", {"name": name, "limit": SHEET_NAME_LIMIT, "length": len(name)}


def _fields(form: Form, fields: list[CardField], location: Location) -> Iterator[Fault]:
    names: list[tuple[Location, str]] = [((*location, i, "field"), field.field) for i, field in enumerate(fields)]
    yield from repeated(names, "field-repeated")
    yield from reserved(names, RESERVED_COLUMNS, "field-reserved")
    captions: list[tuple[Location, str]] = [
        ((*location, i, "title"), " ".join(field.title.casefold().split())) for i, field in enumerate(fields)
    ]
    yield from repeated(captions, "caption-repeated")
    for number, field in enumerate(fields):
        if field.printed:
            for key in sorted(field.model_fields_set - {"field", "title", "printed"}):
                yield (*location, number, key), "printed-is-not-asked", {"key": key}
        else:
            yield from review_settings(form, field, (*location, number), field.field)


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
