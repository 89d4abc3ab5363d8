"""A small roadmap imported inside a test, and what the test looks at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.roadmap_import.word_files import RowTexts, word_tables
from xlforms.deadlines.deadline import Window
from xlforms.roadmap_import.document import Cell, Row, Table
from xlforms.roadmap_import.drafts import gather
from xlforms.roadmap_import.finish import Finisher
from xlforms.roadmap_import.import_roadmap import make_roadmap
from xlforms.roadmap_import.lines import read_lines
from xlforms.roadmap_import.parts import ImportedMeasure, ImportedPart

HEADING = ("№ п/п", "Мероприятия", "Сроки", "Ответственные")
TITLE = "План мероприятий на 2020-2021 учебный год"


@dataclass(frozen=True)
class Made:
    """`shown`: sections by depth, measures as number, title, deadline and those responsible; `doubts`: their codes."""

    shown: list[tuple[str, ...]]
    doubts: list[str]


def of_word(*blocks: str | Sequence[RowTexts]) -> Made:
    """What a Word document becomes."""
    return of_tables(word_tables(*blocks))


def of_rows(rows: Sequence[RowTexts], heading: Sequence[str] = HEADING) -> Made:
    """What one Word table below the usual heading becomes."""
    return of_word(TITLE, [heading, *rows])


def of_sheet(rows: Sequence[Sequence[str]]) -> Made:
    """What the rows of a sheet become."""
    cells = [
        Row(number, tuple(Cell(text, column, column + 1) for column, text in enumerate(row) if text))
        for number, row in enumerate(rows, start=1)
    ]
    return of_tables((Table("sheet", "План", (), tuple(row for row in cells if row.cells)),))


def of_tables(tables: Sequence[Table]) -> Made:
    """What tables become."""
    read = read_lines(tables)
    parts = Finisher(Window(school_year=2020)).finish(gather(read.lines).root)
    made = make_roadmap(tables, "plan", form=None, title=TITLE, school_year=None)
    silent = ("import-no-deadline", "import-no-responsible", "import-deadline-undated")
    return Made(list(_shown(parts, 0)), [doubt.code for doubt in made.doubts if doubt.code not in silent])


def _shown(parts: Sequence[ImportedPart], depth: int) -> list[tuple[str, ...]]:
    lines: list[tuple[str, ...]] = []
    for part in parts:
        if part.title:
            lines.append((f"{'>' * (depth + 1)} {part.title}",))
        for measure in part.measures:
            lines += _lines(measure)
        lines += _shown(part.parts, depth + 1)
    return lines


def _lines(measure: ImportedMeasure, mark: str = "") -> list[tuple[str, ...]]:
    texts = (f"{mark}{measure.number}", measure.title, measure.deadline, measure.responsible)
    return [texts, *(line for below in measure.measures for line in _lines(below, "- "))]
