"""The heading of a table: captions of columns, common headings of groups above them, column numbers below.

Over a plan and the report on it stand two common headings that tell one from the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from xlforms.definitions.items import BlockGrid
from xlforms.layout.draft import SheetDraft
from xlforms.layout.limits import LINE_POINTS, SMALL_POINTS
from xlforms.layout.plan import CODE_COLUMN, LABEL_COLUMN, FixedCell, Role
from xlforms.layout.printed_cells import is_plan, printed_columns
from xlforms.layout.text_size import line_count, row_points
from xlforms.layout.units_of_measure import header_captions

CODE_CAPTION = "стр."
PLAN, REPORT = "План: напечатан, не меняется", "Отчёт: заполните"


@dataclass(frozen=True, slots=True)
class _Heading:
    """One heading cell: its columns, its text, and how it looks."""

    first: int
    last: int
    text: str
    role: Role = "header"


def add_header(draft: SheetDraft, block: BlockGrid, spans: list[tuple[int, int]]) -> None:
    """Two rows of headings when there are common headings, else one; then the row of column numbers."""
    common = _plan_and_report(block, spans) if is_plan(block) else _common_headings(block, spans)
    top = draft.row
    bottom = top + 1 if common else top
    alone = [_Heading(CODE_COLUMN, CODE_COLUMN, CODE_CAPTION)]
    under: list[_Heading] = []
    (under if is_plan(block) else alone).append(_Heading(LABEL_COLUMN, LABEL_COLUMN, block.row_title))
    for column, text, (first, last) in zip(block.columns, header_captions(block), spans, strict=True):
        if is_plan(block):
            under.append(_Heading(first, last, text, "header" if column.printed else "answer_header"))
        else:
            (under if column.group else alone).append(_Heading(first, last, text))
    for headings, first_row, last_row in ((alone, top, bottom), (common, top, top), (under, bottom, bottom)):
        for heading in headings:
            cell = FixedCell(first_row, heading.first, last_row, heading.last, heading.text, heading.role)
            draft.fixed.append(cell)
    heights = [_height(draft, common), _height(draft, under)] if common else [0.0]
    heights[-1] = max(heights[-1], _height(draft, alone) - sum(heights[:-1]), LINE_POINTS)
    draft.heights.extend(heights)
    _add_numbers(draft, spans)


def _plan_and_report(block: BlockGrid, spans: list[tuple[int, int]]) -> list[_Heading]:
    """One heading over captions and printed texts, one over the answers."""
    answers = spans[printed_columns(block)][0]
    return [
        _Heading(LABEL_COLUMN, answers - 1, PLAN),
        _Heading(answers, spans[-1][1], REPORT, "answer_header"),
    ]


def _common_headings(block: BlockGrid, spans: list[tuple[int, int]]) -> list[_Heading]:
    """One heading over each run of columns of the same group."""
    pairs = zip(block.columns, spans, strict=True)
    found = []
    for group, members in groupby(pairs, key=lambda pair: pair[0].group):
        run = list(members)
        if group:
            found.append(_Heading(run[0][1][0], run[-1][1][1], run[0][0].group_caption))
    return found


def _height(draft: SheetDraft, headings: list[_Heading]) -> float:
    lines = (
        line_count(heading.text, draft.pixels(heading.first, heading.last), SMALL_POINTS, bold=True)
        for heading in headings
    )
    return row_points(max(lines, default=1), SMALL_POINTS)


def _add_numbers(draft: SheetDraft, spans: list[tuple[int, int]]) -> None:
    at = draft.row
    draft.fixed += [
        FixedCell(at, first, at, last, str(number), "column_number")
        for number, (first, last) in enumerate(spans, start=1)
    ]
    draft.fixed.append(FixedCell(at, CODE_COLUMN, at, CODE_COLUMN, "", "column_number"))
    draft.fixed.append(FixedCell(at, LABEL_COLUMN, at, LABEL_COLUMN, "", "column_number"))
    draft.heights.append(14.0)
