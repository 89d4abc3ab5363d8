"""The heading of a table: captions of columns, common headings of groups above them, column numbers below."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from xlforms.definitions.items import BlockGrid
from xlforms.layout.draft import SheetDraft
from xlforms.layout.limits import LINE_POINTS, SMALL_POINTS
from xlforms.layout.plan import CODE_COLUMN, LABEL_COLUMN, FixedCell
from xlforms.layout.text_size import line_count, row_points
from xlforms.layout.units_of_measure import header_captions

CODE_CAPTION = "стр."


@dataclass(frozen=True, slots=True)
class _Heading:
    """One heading cell: its columns, its text, and whether it stands under a common heading."""

    first: int
    last: int
    text: str
    grouped: bool


def add_header(draft: SheetDraft, block: BlockGrid, spans: list[tuple[int, int]]) -> None:
    """Two rows of headings when the table has groups of columns, else one; then the row of column numbers."""
    top = draft.row
    bottom = top + 1 if any(column.group for column in block.columns) else top
    own = [
        _Heading(first, last, text, bool(column.group))
        for column, text, (first, last) in zip(block.columns, header_captions(block), spans, strict=True)
    ]
    common = _common_headings(block, spans)
    alone = [
        _Heading(CODE_COLUMN, CODE_COLUMN, CODE_CAPTION, False),
        _Heading(LABEL_COLUMN, LABEL_COLUMN, block.row_title, False),
        *(heading for heading in own if not heading.grouped),
    ]
    under = [heading for heading in own if heading.grouped]
    for headings, first_row, last_row in ((alone, top, bottom), (common, top, top), (under, bottom, bottom)):
        for heading in headings:
            cell = FixedCell(first_row, heading.first, last_row, heading.last, heading.text, "header")
            draft.fixed.append(cell)
    heights = [_height(draft, common), _height(draft, under)] if common else [0.0]
    heights[-1] = max(heights[-1], _height(draft, alone) - sum(heights[:-1]), LINE_POINTS)
    draft.heights.extend(heights)
    _add_numbers(draft, spans)


def _common_headings(block: BlockGrid, spans: list[tuple[int, int]]) -> list[_Heading]:
    """One heading over each run of columns of the same group."""
    pairs = zip(block.columns, spans, strict=True)
    found = []
    for group, members in groupby(pairs, key=lambda pair: pair[0].group):
        run = list(members)
        if group:
            found.append(_Heading(run[0][1][0], run[-1][1][1], run[0][0].group_caption, False))
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
