"""A sheet in the making: cells are added row by row, every row gets its height."""

from __future__ import annotations

from collections.abc import Sequence

from xlforms.definitions.items import SectionGrid
from xlforms.layout.anchors import checksum_of
from xlforms.layout.aside import Aside
from xlforms.layout.limits import (
    BLOCK_TITLE_POINTS,
    BODY_POINTS,
    FORM_TITLE_POINTS,
    LINE_POINTS,
    MAX_ROW_POINTS,
    PAGE_PIXELS,
    PAGE_POINTS,
    SMALL_POINTS,
    TITLE_POINTS,
)
from xlforms.layout.pages import page_breaks
from xlforms.layout.plan import (
    CODE_COLUMN,
    AnswerCell,
    CountCell,
    FixedCell,
    PrintedCell,
    Role,
    SheetPlan,
    Slot,
)
from xlforms.layout.text_size import column_pixels, line_count, row_points
from xlforms.layout.widths import CODE_WIDTH, SheetWidths

_POINTS: dict[Role, float] = {
    "form_title": FORM_TITLE_POINTS,
    "sheet_title": TITLE_POINTS,
    "block_title": BLOCK_TITLE_POINTS,
    "code_line": SMALL_POINTS,
    "form_line": SMALL_POINTS,
    "basis": SMALL_POINTS,
    "hint": SMALL_POINTS,
    "footnote": SMALL_POINTS,
}
_BOLD: frozenset[Role] = frozenset({"form_title", "sheet_title", "block_title", "heading", "subheading"})
_HEADINGS: frozenset[Role] = frozenset(
    {
        "sheet_title",
        "block_title",
        "hint",
        "header",
        "answer_header",
        "column_number",
        "heading",
        "subheading",
        "count_header",
    }
)


class SheetDraft:
    """Rows of a sheet from top to bottom; row 0 is the hidden row of keys."""

    def __init__(self, section: SectionGrid, widths: SheetWidths, beside: Aside) -> None:
        self.section = section
        self.widths = widths
        self.beside = beside
        self.columns = (2.0, CODE_WIDTH, widths.label, *widths.answers)
        self.heights: list[float] = [LINE_POINTS]
        self.fixed: list[FixedCell] = []
        self.aside: list[FixedCell] = []
        self.answers: list[AnswerCell] = []
        self.computed: list[AnswerCell] = []
        self.printed: list[PrintedCell] = []
        self.counts: list[CountCell] = []
        self.row_keys: list[tuple[int, str]] = []
        self.block_starts: list[int] = []
        self.glued: set[int] = set()
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

    def line(self, text: str, role: Role, *, slot: Slot = "", level: int = 0, aside: bool = False) -> None:
        """A text over the whole width of the sheet, in a row of its own."""
        points = _POINTS.get(role, BODY_POINTS)
        width = self.pixels(CODE_COLUMN, self.last_column)
        lines = line_count(text, width, points, bold=role in _BOLD, indent=level)
        cell = FixedCell(self.row, CODE_COLUMN, self.row, self.last_column, text, role, slot, level)
        (self.aside if aside else self.fixed).append(cell)
        self.heights.append(min(max(row_points(lines, points), LINE_POINTS), MAX_ROW_POINTS))

    def space(self, points: float = 6.0) -> None:
        """An empty row."""
        self.heights.append(points)

    def next_code(self) -> str:
        """The visible code of the next row of answers: «01», «02»…"""
        self._codes += 1
        return f"{self._codes:02d}"

    def head_aside(self, first_row: int, last_row: int) -> None:
        """The heading of the verdicts beside rows, if there are any."""
        if self.beside.shown:
            first = self.last_column + 2
            last = first + self.beside.shown - 1
            self.aside.append(FixedCell(first_row, first, last_row, last, "Проверка (не печатается)", "aside_header"))

    def finish(
        self, repeat_rows: tuple[int, int], freeze: tuple[int, int], *, printed_rows: int | None = None
    ) -> SheetPlan:
        """The sheet as a plan; all of its rows are printed unless it is said how many."""
        printed = len(self.heights) if printed_rows is None else printed_rows
        names = ["code", "label"] + [f"v{number + 1}" for number in range(len(self.widths.answers))]
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
            column_keys=tuple(enumerate(names, start=CODE_COLUMN)),
            repeat_rows=repeat_rows,
            freeze=freeze,
            printed_rows=printed,
            page_breaks=self._page_breaks(repeat_rows, printed),
            aside_widths=self.beside.widths,
            aside=tuple(self.aside),
            printed=tuple(self.printed),
            checksum=checksum_of([key for _, key in self.row_keys] + names),
        )

    def _page_breaks(self, repeat_rows: tuple[int, int], rows: int) -> tuple[int, ...]:
        orientation = self.section.orientation
        scale = min(PAGE_PIXELS[orientation] / self.pixels(CODE_COLUMN, self.last_column), 1.0)
        printed: Sequence[float] = [0.0, *self.heights[1:rows]]
        glued = self.glued | {
            row for cell in self.fixed if cell.role in _HEADINGS for row in range(cell.row, cell.last_row + 1)
        }
        starts = [start for start in self.block_starts if start < rows]
        return page_breaks(printed, starts, glued, repeat_rows, PAGE_POINTS[orientation] / scale)
