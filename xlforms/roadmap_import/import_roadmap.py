"""A document with a table of measures becomes the definition of a form, and a list of what was not sure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from xlforms.deadlines.deadline import Window
from xlforms.deadlines.read import read_deadline
from xlforms.errors import UsageError
from xlforms.intake.account import printable
from xlforms.roadmap_import.document import Table
from xlforms.roadmap_import.doubts import ImportDoubt
from xlforms.roadmap_import.drafts import DraftPart, gather
from xlforms.roadmap_import.finish import Finisher, one_line
from xlforms.roadmap_import.lines import read_lines
from xlforms.roadmap_import.parts import ImportedMeasure, ImportedPart, answered, count_sections
from xlforms.roadmap_import.read_document import read_document
from xlforms.roadmap_import.school_year import Years, find_window, find_years
from xlforms.roadmap_import.title import find_title, form_id
from xlforms.roadmap_import.write_yaml import ImportedForm, write_yaml

_FORM_ID = re.compile(r"[a-z][a-z0-9-]{0,59}")
_FEW = 12
"""Numbers that are listed in one doubt."""


@dataclass(frozen=True, slots=True)
class ImportedRoadmap:
    """The YAML of a form, its id, its measures that are answered for, its sections, what was not sure."""

    form: str
    yaml: str
    measures: int
    sections: int
    doubts: tuple[ImportDoubt, ...]


def import_roadmap(
    path: Path, *, form: str | None = None, title: str | None = None, school_year: int | None = None
) -> ImportedRoadmap:
    """Makes a form of a Word document, a workbook or a CSV file; the same file always gives the same text.

    Raises UsageError when the file cannot be read, holds no table of measures, tells no school year, or the id given
    is none.
    """
    if form is not None and not _FORM_ID.fullmatch(form):
        raise UsageError("import-bad-id", id=form)
    return make_roadmap(read_document(path), path.name, form=form, title=title, school_year=school_year)


def make_roadmap(
    tables: Sequence[Table], source: str, *, form: str | None, title: str | None, school_year: int | None
) -> ImportedRoadmap:
    """As `import_roadmap`, of the tables of a document; `source` is the name of its file."""
    read = read_lines(tables)
    drafts = gather(read.lines)
    if not _holds_measures(drafts.root):
        raise UsageError("import-no-measures", path=printable(source))
    found = one_line(title or "") or find_title(read.before)
    shown = found or one_line(Path(source).stem.replace("_", " ")) or "–"
    printed = list(_deadlines(drafts.root))
    years = find_years(school_year, shown, read.before, printed)
    window = find_window(years, printed)
    finisher = Finisher(window)
    parts = finisher.finish(drafts.root)
    name = form or form_id(shown) or form_id(Path(source).stem) or "roadmap"
    definition = ImportedForm(name, shown, f"ДК-{years.first}", years.first, window, parts, source)
    doubts = [
        *_circumstances(found, shown, years),
        *read.doubts,
        *drafts.doubts,
        *finisher.doubts,
        *_about_deadlines(parts, window),
        *_about_blanks(parts),
    ]
    measures = sum(1 for _ in answered(parts))
    return ImportedRoadmap(name, write_yaml(definition), measures, count_sections(parts), _in_order(doubts, tables))


def _in_order(doubts: Sequence[ImportDoubt], tables: Sequence[Table]) -> tuple[ImportDoubt, ...]:
    """What is said of the whole first, then down the document."""
    order = {table.name: position for position, table in enumerate(tables)}

    def key(doubt: ImportDoubt) -> tuple[int, int]:
        return (-1, 0) if doubt.place is None else (order[doubt.place.table], doubt.place.row)

    return tuple(sorted(doubts, key=key))


def _holds_measures(part: DraftPart) -> bool:
    return bool(part.measures) or any(_holds_measures(inner) for inner in part.parts)


def _deadlines(part: DraftPart) -> Iterator[str]:
    for draft in part.measures:
        for line in (draft.line, *draft.below):
            if line.deadline:
                yield one_line(line.deadline)
    for inner in part.parts:
        yield from _deadlines(inner)


def _circumstances(found: str, shown: str, years: Years) -> Iterator[ImportDoubt]:
    if not found:
        yield ImportDoubt("import-title-from-file", parameters={"shown": shown})
    if years.told_by in ("text", "deadlines"):
        details: dict[str, object] = {"year": years.first, "next": (years.first + 1) % 100}
        yield ImportDoubt(f"import-year-from-{years.told_by}", parameters=details)
    if years.calendar:
        yield ImportDoubt("import-calendar-year", parameters={"year": years.first})


def _about_deadlines(parts: tuple[ImportedPart, ...], window: Window) -> Iterator[ImportDoubt]:
    """Deadlines that give no date, end after the roadmap, or are read with doubts."""
    for measure in answered(parts):
        if not measure.deadline:
            continue
        meant = read_deadline(measure.deadline, window)
        for doubt in meant.doubts:
            yield ImportDoubt(doubt.code, measure.place, measure.number, measure.title, dict(doubt.parameters))
        if meant.kind == "undated" and not meant.doubts:
            yield _of(measure, "import-deadline-undated", deadline=measure.deadline)
        ends_late = meant.end is not None and window.end is not None and meant.end > window.end
        if ends_late and all(doubt.code != "deadline-outside-window" for doubt in meant.doubts):
            yield _of(measure, "import-deadline-late", deadline=measure.deadline, end=window.end)


def _about_blanks(parts: tuple[ImportedPart, ...]) -> Iterator[ImportDoubt]:
    """Measures without a deadline and without anybody responsible, all in one line each."""
    every = list(_with_inherited(parts))
    for code, blank in (
        ("import-no-deadline", [measure for measure, _ in every if not measure.deadline]),
        ("import-no-responsible", [measure for measure, responsible in every if not responsible]),
    ):
        if blank:
            names = [measure.number or measure.id for measure in blank[:_FEW]]
            listed = ", ".join(names) + (" …" if len(blank) > _FEW else "")
            yield ImportDoubt(code, parameters={"count": len(blank), "measures": listed})


def _with_inherited(parts: tuple[ImportedPart, ...]) -> Iterator[tuple[ImportedMeasure, str]]:
    """Each measure that is answered for with those responsible, said of itself or of the number above it."""
    for part in parts:
        for measure in part.measures:
            if not measure.measures:
                yield measure, measure.responsible
            for below in measure.measures:
                yield below, below.responsible or measure.responsible
        yield from _with_inherited(part.parts)


def _of(measure: ImportedMeasure, code: str, **parameters: object) -> ImportDoubt:
    return ImportDoubt(code, measure.place, measure.number, measure.title, parameters)
