"""The measures of an imported roadmap in their sections, as the YAML will hold them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xlforms.roadmap_import.document import Place


@dataclass(frozen=True, slots=True)
class ImportedMeasure:
    """A measure with its texts in one line each; one with `measures` has no answers of its own."""

    id: str
    number: str
    title: str
    deadline: str
    responsible: str
    result: str
    place: Place
    measures: tuple[ImportedMeasure, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportedPart:
    """A section as printed, empty title for measures that stand in none: its own measures, then its sections."""

    title: str
    measures: tuple[ImportedMeasure, ...] = ()
    parts: tuple[ImportedPart, ...] = ()


def answered(parts: tuple[ImportedPart, ...]) -> Iterator[ImportedMeasure]:
    """The measures that are answered for, in printed order."""
    for part in parts:
        for measure in part.measures:
            yield from measure.measures or (measure,)
        yield from answered(part.parts)


def count_sections(parts: tuple[ImportedPart, ...]) -> int:
    """The number of sections with a heading, those inside others too."""
    return sum(bool(part.title) + count_sections(part.parts) for part in parts)
