"""Lays out one section: title, blocks from top to bottom, footnotes."""

from __future__ import annotations

from xlforms.definitions.items import BlockGrid, Item, RowLine, SectionGrid
from xlforms.layout.anchors import checksum_of
from xlforms.layout.limits import BODY_POINTS, LINE_POINTS, MAX_ROW_POINTS, SMALL_POINTS, TITLE_POINTS
from xlforms.layout.plan import (
    CODE_COLUMN,
    FIRST_ANSWER_COLUMN,
    LABEL_COLUMN,
    AnswerCell,
    CountCell,
    FixedCell,
    Role,
    SheetPlan,
    Slot,
)
from xlforms.layout.text_size import column_pixels, line_count, row_points
from xlforms.layout.widths import CODE_WIDTH, SheetWidths, header_caption, share_widths

_POINTS: dict[str, float] = {"sheet_title": TITLE_POINTS, "hint": SMALL_POINTS, "footnote": SMALL_POINTS,
                             "header": SMALL_POINTS, "column_number": SMALL_POINTS, "code_line": SMALL_POINTS}  # fmt: skip
_BOLD = frozenset({"sheet_title", "block_title", "header", "heading"})


class SheetDraft:
    """A sheet in the making: cells are added row by row, every row gets its height."""

    def __init__(self, section: SectionGrid, widths: SheetWidths) -> None:
        self.section = section
        self.widths = widths
        self.columns = (2.0, CODE_WIDTH, widths.label, *widths.answers)
        self.heights: list[float] = [LINE_POINTS]
        self.fixed: list[FixedCell] = []
        self.answers: list[AnswerCell] = []
        self.computed: list[AnswerCell] = []
        self.counts: list[CountCell] = []
        self.row_keys: list[tuple[int, str]] = []
        self._codes = 0

    @property
    def row(self) -> int:
        """The next free row."""
        return len(self.heights)

    @property
    def last_column(self) -> int:
        """The last column of the sheet."""
        return len(self.columns) - 1

    def pixels(self, first: int, last: int) -> float:
        """The width of columns `first` to `last`."""
        return sum(column_pixels(width) for width in self.columns[first : last + 1])

    def line(self, text: str, role: Role, *, slot: Slot = "", level: int = 0) -> None:
        """A text over the whole width of the sheet, in a row of its own."""
        points = _POINTS.get(role, BODY_POINTS)
        width = self.pixels(CODE_COLUMN, self.last_column)
        lines = line_count(text, width, points, bold=role in _BOLD, indent=level)
        self.fixed.append(FixedCell(self.row, CODE_COLUMN, self.row, self.last_column, text, role, slot, level))
        self.heights.append(min(max(row_points(lines, points), LINE_POINTS), MAX_ROW_POINTS))

    def space(self, points: float = 6.0) -> None:
        """An empty row."""
        self.heights.append(points)

    def next_code(self) -> str:
        """The visible code of the next row of answers: «01», «02»…"""
        self._codes += 1
        return f"{self._codes:02d}"

    def finish(self, repeat_rows: tuple[int, int], freeze: tuple[int, int]) -> SheetPlan:
        """The sheet as a plan."""
        names = ["code", "label"] + [f"v{number + 1}" for number in range(len(self.widths.answers))]
        keys = tuple(enumerate(names, start=CODE_COLUMN))
        checksum = checksum_of([key for _, key in self.row_keys] + names)
        return SheetPlan(
            section=self.section.id,
            name=self.section.sheet,
            title=self.section.title,
            orientation=self.section.orientation,
            widths=self.columns,
            heights=tuple(self.heights),
            fixed=tuple(self.fixed),
            answers=tuple(self.answers),
            computed=tuple(self.computed),
            counts=tuple(self.counts),
            row_keys=tuple(self.row_keys),
            column_keys=keys,
            repeat_rows=repeat_rows,
            freeze=freeze,
            checksum=checksum,
        )


def lay_out_section(section: SectionGrid, *, signatory: str = "") -> SheetPlan:
    """The sheet of a section; a signatory (on the last sheet of a form) gets a line to sign."""
    draft = SheetDraft(section, share_widths(section))
    draft.line(section.title, "sheet_title")
    draft.line("", "code_line", slot="code_line")
    if section.help:
        draft.line(section.help, "hint")
    body = draft.row
    header = (1, 1)
    for block in section.blocks:
        draft.space()
        header = add_block(draft, block)
    for note in section.footnotes:
        draft.line(note, "footnote")
    if signatory:
        add_signature(draft, signatory)
    single = len(section.blocks) == 1 and section.blocks[0].kind == "table"
    scrolls = header[1] + 1 if single and header[1] <= 12 else body
    columns = FIRST_ANSWER_COLUMN if draft.pixels(CODE_COLUMN, LABEL_COLUMN) <= 420 else 0
    return draft.finish(header if single else (1, 2), (scrolls, columns))


def add_signature(draft: SheetDraft, signatory: str) -> None:
    """Place for the signature of the head of the unit."""
    draft.space(14.0)
    draft.line(signatory, "signature", slot="signatory")
    draft.heights[-1] = 30.0


def add_block(draft: SheetDraft, block: BlockGrid) -> tuple[int, int]:
    """One table or card; returns the first and last row of its heading."""
    if block.title:
        draft.line(block.title, "block_title")
    if block.help:
        draft.line(block.help, "hint")
    spans = [(FIRST_ANSWER_COLUMN + first, FIRST_ANSWER_COLUMN + last) for first, last in draft.widths.spans[block.id]]
    first = draft.row
    if block.kind == "table":
        _add_header(draft, block, spans)
    header = (first, max(draft.row - 1, first))
    for row in block.rows:
        if row.id:
            _add_row(draft, block, row, spans)
        else:
            draft.line(row.caption, "heading", level=row.level)
    for note in block.footnotes:
        draft.line(note, "footnote")
    return header


def _add_header(draft: SheetDraft, block: BlockGrid, spans: list[tuple[int, int]]) -> None:
    top = draft.row
    grouped = any(column.group for column in block.columns)
    bottom = top + 1 if grouped else top
    captions = [header_caption(block, column) for column in block.columns]

    def lines(text: str, first: int, last: int) -> int:
        return line_count(text, draft.pixels(first, last), SMALL_POINTS, bold=True)

    add = draft.fixed.append
    add(FixedCell(top, CODE_COLUMN, bottom, CODE_COLUMN, "№", "header"))
    add(FixedCell(top, LABEL_COLUMN, bottom, LABEL_COLUMN, block.row_title, "header"))
    sizes = [
        (bool(column.group), lines(text, *span))
        for column, text, span in zip(block.columns, captions, spans, strict=True)
    ]
    in_group = [size for is_grouped, size in sizes if is_grouped]
    alone = [size for is_grouped, size in sizes if not is_grouped]
    high, at = 1, 0
    while at < len(spans):
        column = block.columns[at]
        end = at
        while column.group and end + 1 < len(spans) and block.columns[end + 1].group == column.group:
            end += 1
        if column.group:
            add(FixedCell(top, spans[at][0], top, spans[end][1], column.group_caption, "header"))
            high = max(high, lines(column.group_caption, spans[at][0], spans[end][1]))
            for number in range(at, end + 1):
                add(FixedCell(bottom, spans[number][0], bottom, spans[number][1], captions[number], "header"))
        else:
            add(FixedCell(top, spans[at][0], bottom, spans[at][1], captions[at], "header"))
        at = end + 1
    tall = max([*alone, lines(block.row_title, LABEL_COLUMN, LABEL_COLUMN), 1])
    heights = [row_points(high, SMALL_POINTS), row_points(max(in_group), SMALL_POINTS)] if grouped else [0.0]
    heights[-1] = max(heights[-1], row_points(tall, SMALL_POINTS) - sum(heights[:-1]), LINE_POINTS)
    draft.heights.extend(heights)
    for number, (first, last) in enumerate(spans, start=1):
        add(FixedCell(draft.row, first, draft.row, last, str(number), "column_number"))
    add(FixedCell(draft.row, CODE_COLUMN, draft.row, CODE_COLUMN, "", "column_number"))
    add(FixedCell(draft.row, LABEL_COLUMN, draft.row, LABEL_COLUMN, "", "column_number"))
    draft.heights.append(14.0)


def row_label(block: BlockGrid, row: RowLine) -> str:
    """The caption of a row; a card's field carries its unit of measure."""
    if block.kind == "table":
        return row.caption
    unit = next((item.unit for (name, _), item in block.cells.items() if name == row.id), "")
    return f"{row.caption}, {unit}" if unit and unit not in row.caption else row.caption


def _add_row(draft: SheetDraft, block: BlockGrid, row: RowLine, spans: list[tuple[int, int]]) -> None:
    at, code, key = draft.row, draft.next_code(), f"{block.id}.{row.id}"
    label = row_label(block, row)
    draft.row_keys.append((at, key))
    draft.fixed.append(FixedCell(at, CODE_COLUMN, at, CODE_COLUMN, code, "row_code"))
    draft.fixed.append(FixedCell(at, LABEL_COLUMN, at, LABEL_COLUMN, label, "label", level=row.level))
    width = draft.pixels(LABEL_COLUMN, LABEL_COLUMN)
    height = row_points(line_count(label, width, BODY_POINTS, indent=row.level + 1), BODY_POINTS)
    for number, (column, (first, last)) in enumerate(zip(block.columns, spans, strict=True), start=1):
        item = block.cells.get((row.id, column.id))
        if item is None:
            draft.fixed.append(FixedCell(at, first, at, last, "X", "closed"))
            continue
        multiline, needed = _answer_height(item, draft.pixels(first, last))
        height = max(height, needed)
        cell = AnswerCell(item, at, first, last, key, f"v{first - FIRST_ANSWER_COLUMN + 1}", code, number, multiline)
        (draft.computed if item.computed else draft.answers).append(cell)
    draft.heights.append(min(max(height, LINE_POINTS), MAX_ROW_POINTS))


def _answer_height(item: Item, pixels: float) -> tuple[bool, float]:
    """Whether an answer may take several lines, and the height to keep for it.

    Rows do not grow in a protected sheet: long texts get room for about 150 characters, short ones for 40.
    """
    if item.type == "long_text":
        return True, row_points(min(max(line_count("слово " * 25, pixels, BODY_POINTS), 2), 6), BODY_POINTS)
    if item.type == "text":
        return pixels < 260, row_points(1 if pixels >= 130 else 2, BODY_POINTS)
    return False, LINE_POINTS
