"""Faults of roadmaps: measures that cannot be told apart, dates that cross, days that nobody gave."""

from __future__ import annotations

from collections.abc import Iterator

from xlforms.definitions.faults import Fault, repeated
from xlforms.definitions.form import Form
from xlforms.definitions.indicators import Indicators
from xlforms.definitions.measure_table import caption_of
from xlforms.definitions.measures import MeasureRow, Measures, Part
from xlforms.definitions.yaml_source import Location


def review_roadmap(form: Form) -> Iterator[Fault]:
    """The faults of the keys that measures need elsewhere in the form."""
    if form.roadmap is not None and form.roadmap.end < form.roadmap.start:
        details: dict[str, object] = {"start": form.roadmap.start, "end": form.roadmap.end}
        yield ("roadmap", "end"), "roadmap-dates-crossed", details
    places = [
        (number, position)
        for number, section in enumerate(form.sections)
        for position, block in enumerate(section.blocks)
        if isinstance(block, Measures)
    ]
    for number, position in places[:1]:
        if form.roadmap is None:
            yield ("sections", number, "blocks", position, "measures"), "roadmap-missing", {}
        if form.contact is not None and not any(f.field == "date" and f.type == "date" for f in form.contact):
            yield ("contact",), "roadmap-contact-date", {}


def review_measures(block: Measures, location: Location) -> Iterator[Fault]:
    """Every fault of one block of measures whose shape is right."""
    placed = list(_parts(block.parts, (*location, "parts")))
    if not placed:
        yield (*location, "measures"), "measures-none", {}
    named: list[tuple[Location, str]] = [((*place, "measure"), row.measure) for place, row in placed]
    yield from repeated(named, "measure-repeated")
    for part_place, part in _all_parts(block.parts, (*location, "parts")):
        if not part.measures and not part.parts:
            yield (*part_place, "part"), "part-empty", {"title": part.part}
        captions: list[tuple[Location, str]] = [
            ((*part_place, "measures", n, "title"), " ".join(caption_of(row).casefold().split()))
            for n, row in enumerate(part.measures)
        ]
        yield from repeated(captions, "caption-repeated")
    for place, row in placed:
        if row.due_start is not None and row.due_end is not None and row.due_end < row.due_start:
            details: dict[str, object] = {"start": row.due_start, "end": row.due_end}
            yield (*place, "due_end"), "roadmap-dates-crossed", details
        if row.measures and (row.due_start is not None or row.due_end is not None):
            yield (*place, "measures"), "measure-dates-of-many", {"name": row.measure}


def review_indicators(block: Indicators, location: Location) -> Iterator[Fault]:
    """Every fault of one block of indicators whose shape is right."""
    named: list[tuple[Location, str]] = [
        ((*location, "rows", n, "indicator"), r.indicator) for n, r in enumerate(block.rows)
    ]
    yield from repeated(named, "row-repeated")
    captions: list[tuple[Location, str]] = [
        ((*location, "rows", n, "title"), " ".join(row.title.casefold().split())) for n, row in enumerate(block.rows)
    ]
    yield from repeated(captions, "caption-repeated")
    years: list[tuple[Location, str]] = [((*location, "years", n), label) for n, label in enumerate(block.years)]
    yield from repeated(years, "caption-repeated")
    for number, row in enumerate(block.rows):
        place = (*location, "rows", number)
        if row.unit and row.measured in ("share", "money"):
            yield (*place, "unit"), "indicator-unit", {"measured": row.measured}
        if not row.unit and row.measured in ("count", "score"):
            yield (*place, "indicator"), "indicator-unit-missing", {"name": row.indicator}
        if row.maximum is not None and row.measured == "share":
            yield (*place, "maximum"), "indicator-maximum", {}
        elif row.maximum is not None and (row.maximum <= 0 or (row.measured == "count" and row.maximum % 1)):
            yield (
                (*place, "maximum"),
                "bound-unreadable",
                {"key": "maximum", "type": row.measured, "value": row.maximum},
            )


def _all_parts(parts: list[Part], location: Location) -> Iterator[tuple[Location, Part]]:
    for number, part in enumerate(parts):
        yield (*location, number), part
        yield from _all_parts(part.parts, (*location, number, "parts"))


def _parts(parts: list[Part], location: Location) -> Iterator[tuple[Location, MeasureRow]]:
    for place, part in _all_parts(parts, location):
        yield from _measures(part.measures, (*place, "measures"))


def _measures(rows: list[MeasureRow], location: Location) -> Iterator[tuple[Location, MeasureRow]]:
    for number, row in enumerate(rows):
        yield (*location, number), row
        yield from _measures(row.measures, (*location, number, "measures"))
