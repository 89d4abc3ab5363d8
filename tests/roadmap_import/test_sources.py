"""The five sources, printed into Word in their own layouts, give the measures of our own YAML."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.roadmap_import.sources import (
    LAYOUTS,
    Layout,
    measures_of,
    print_source,
    print_source_as_one_table,
    print_source_as_sheet,
)
from xlforms.definitions.load import load_form
from xlforms.definitions.measures import MeasureRow, Measures, Part
from xlforms.roadmap_import.import_roadmap import ImportedRoadmap, make_roadmap
from xlforms.roadmap_import.read_document import read_tables

_BY_FORM = [pytest.param(layout, id=layout.form) for layout in LAYOUTS]


def _imported(layout: Layout, content: bytes | None = None) -> ImportedRoadmap:
    tables = read_tables(content or print_source(layout), f"{layout.form}.docx")
    return make_roadmap(tables, f"{layout.form}.docx", form=None, title=None, school_year=None)


def _block(roadmap: ImportedRoadmap, folder: Path) -> Measures:
    path = folder / "imported.yaml"
    path.write_text(roadmap.yaml, encoding="utf-8")
    loaded = load_form(path)
    return next(block for section in loaded.form.sections for block in section.blocks if isinstance(block, Measures))


def _lines(measures: list[MeasureRow], part: str) -> Iterator[tuple[str, ...]]:
    for row in measures:
        yield part, row.number, row.title, row.deadline, row.responsible, row.result
        yield from _lines(row.measures, part)


def _listed(parts: list[Part], above: str = "") -> Iterator[tuple[str, ...]]:
    for part in parts:
        heading = f"{above} / {part.part}" if above else part.part
        yield from _lines(part.measures, heading)
        yield from _listed(part.parts, heading)


@pytest.mark.parametrize("layout", _BY_FORM)
def test_measures_are_the_same(layout: Layout, tmp_path: Path) -> None:
    """Sections, numbers, titles, deadlines, those responsible and results are those of our YAML, in its order."""
    expected = measures_of(layout.form)
    assert list(_listed(expected.parts)) == list(_listed(_block(_imported(layout), tmp_path).parts))


@pytest.mark.parametrize("layout", _BY_FORM)
def test_one_table(layout: Layout, tmp_path: Path) -> None:
    """Rows cut in two are joined also where nothing shows the page break."""
    imported = _imported(layout, print_source_as_one_table(layout))
    assert list(_listed(measures_of(layout.form).parts)) == list(_listed(_block(imported, tmp_path).parts))


@pytest.mark.parametrize("layout", _BY_FORM)
def test_sheet(layout: Layout, tmp_path: Path) -> None:
    """A sheet gives the same, although it tells neither what is merged nor what is bold."""
    imported = _imported(layout, print_source_as_sheet(layout))
    assert list(_listed(measures_of(layout.form).parts)) == list(_listed(_block(imported, tmp_path).parts))


@pytest.mark.parametrize("layout", _BY_FORM)
def test_what_was_cut_is_told(layout: Layout) -> None:
    """Every row that a page break cut is among the doubts."""
    pages = [row for table in read_tables(print_source(layout), "a.docx") for row in table.rows[:2]]
    assert 3 < len(pages)
    assert any(doubt.code == "import-joined" for doubt in _imported(layout).doubts)


@pytest.mark.parametrize(
    ("form", "start", "school_year"),
    [
        ("orenburg-roadmap", "2020-04-01", 2020),
        ("kimry-roadmap", "2020-08-01", 2020),
        ("kalininsky-roadmap", "2022-09-01", 2022),
        ("kamensk-roadmap", "2020-08-01", 2020),
        ("school20-programme", "2020-01-01", 2020),
    ],
)
def test_days_of_the_roadmap(form: str, start: str, school_year: int) -> None:
    """The first day is that of the earliest deadline, the school year that of the title or of most deadlines."""
    layout = next(layout for layout in LAYOUTS if layout.form == form)
    lines = _imported(layout).yaml.splitlines()
    assert (f"  start: {start}", f"  school_year: {school_year}", f'version: "{school_year}.1"') == (
        next(line for line in lines if line.startswith("  start:")),
        next(line for line in lines if line.startswith("  school_year:")),
        next(line for line in lines if line.startswith("version:")),
    )
