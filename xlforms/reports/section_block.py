"""One block of the totals, made ready once and printed for the region and for every municipality.

The texts of the form are the same in all blocks, only the row numbers differ; so their cells are kept as XML without
the row number, and merged cells by lines of the block. A line becomes two rows where its numbers do not all cover the
same units: the second one says in small print how many those cover that differ.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from xlforms.definitions.items import Item
from xlforms.layout.limits import BODY_POINTS, LINE_POINTS, MAX_ROW_POINTS, SMALL_POINTS
from xlforms.layout.place import column_letters
from xlforms.layout.plan import CODE_COLUMN, LABEL_COLUMN, AnswerCell, FixedCell, SheetPlan
from xlforms.layout.text_size import column_pixels, line_count, row_points
from xlforms.messages import say
from xlforms.reports.covered_units import other_units, usual_units
from xlforms.reports.section_lines import SectionLine, section_lines
from xlforms.reports.section_values import NOTHING, SectionValues, Shown
from xlforms.reports.summary_sheet import SummarySheet
from xlforms.reports.summary_style import SummaryStyles
from xlforms.reports.unit_places import UnitPlaces

COVERED_HEIGHT = 11.25  # points of the second row of a line
_PRINTED = frozenset({"printed", "printed_unit", "printed_answer"})
_OVER_ALL = frozenset(
    {"block_title", "heading", "subheading", "footnote"}
)  # texts over the whole width take in the last column too


@dataclass
class _Line:
    """One row: its fixed cells by column as XML on both sides of the row number, its answers, its least height.

    `looks` are the styles of the fixed cells.
    """

    height: float
    answers: tuple[AnswerCell, ...]
    fixed: dict[int, tuple[str, str]] = field(default_factory=dict)
    looks: dict[int, int] = field(default_factory=dict)


class SectionBlock:
    """The rows of one section under its table headings; `widths` are those of the sheet, the last for «n из N».

    Numbers lead to their answers at `places`.
    """

    def __init__(
        self,
        sheet: SummarySheet,
        styles: SummaryStyles,
        plan: SheetPlan,
        values: SectionValues,
        widths: Sequence[float],
        places: UnitPlaces,
        *,
        footnotes: bool,
    ) -> None:
        self._sheet, self._styles, self._plan, self._values, self._widths = sheet, styles, plan, values, widths
        self._places, self._tip = places, say("section-link")
        self._units = len(widths) - 1
        self._merges: list[tuple[int, int, int, int]] = []
        self._personal = say("report-personal")
        kept = section_lines(plan, footnotes=footnotes)
        self._lines = [
            _Line(self._label_height(line) if line.cells else line.height, tuple(sorted(line.cells, key=_column)))
            for line in kept
        ]
        for number, line in enumerate(kept):
            for cell in line.fixed:
                self._add_fixed(number, cell)
            self._add_units_header(number, line)

    def print(self, row: int, municipality: str, expected: int, level: int, *, linked: bool) -> tuple[int, list[int]]:
        """Puts the block at a row for the region or a municipality; returns the row after it, and the rows that must
        not be the last of a page: they head what follows, or go on in the next row."""
        first_rows, last_rows, at = [], [], row
        glued: list[int] = []
        for line in self._lines:
            shown = [(cell, self._values.shown(cell.item, municipality)) for cell in line.answers]
            others = self._said_below(shown)
            cells = {column: f"{start}{at + 1}{end}" for column, (start, end) in line.fixed.items()}
            height = line.height
            for cell, entry in shown:
                cells.update(self._answer(cell, entry, at, joined=bool(others)))
                if isinstance(entry.value, str) and entry.value != NOTHING:
                    height = max(height, _text_height(entry.value, self._pixels(cell.column, cell.last_column)))
                if linked and (entry.n or entry.star):
                    self._link(cell, at, (at + 1, cell.column) if others else (at, self._units), entry, municipality)
            if shown:
                text = say("units-of", units=usual_units(_entries(shown)), expected=expected)
                look = self._styles.look("units_joined" if others else "units")
                cells[self._units] = self._text(self._units, text, at, look)
            self._put(at, cells, height, level)
            first_rows.append(at)
            if others or (line.fixed and not shown):
                glued.append(at)
            if others:
                at += 1
                self._put(at, self._covered(line, others, expected, at), COVERED_HEIGHT, level)
            last_rows.append(at)
            at += 1
        for first, first_column, last, last_column in self._merges:
            self._sheet.merge_only(first_rows[first], first_column, last_rows[last], last_column)
        return at, glued

    def _put(self, row: int, cells: dict[int, str], height: float, level: int) -> None:
        self._sheet.put_ready(row, [cells[column] for column in sorted(cells)], self._units)
        self._sheet.set_height(row, min(height, MAX_ROW_POINTS), level)

    def _answer(self, cell: AnswerCell, shown: Shown, row: int, *, joined: bool) -> dict[int, str]:
        kind = cell.item.type
        if isinstance(shown.value, str):
            plain = shown.value in (NOTHING, self._personal) and not shown.star
            nothing = "hidden_joined" if joined else "hidden"
            look = (
                self._styles.look(nothing) if plain else self._styles.total_text(kind, star=shown.star, joined=joined)
            )
            content = self._text(cell.column, shown.value + ("*" if shown.star else ""), row, look)
        else:
            broken = isinstance(shown.value, float) and kind == "integer"  # a median between two whole numbers
            look = self._styles.total("decimal" if broken else kind, star=shown.star, joined=joined)
            content = f'<c r="{column_letters(cell.column)}{row + 1}" s="{look}"><v>{shown.value}</v></c>'
        cells = {cell.column: content}
        for column in range(cell.column + 1, cell.last_column + 1):
            cells[column] = f'<c r="{column_letters(column)}{row + 1}" s="{look}"/>'
        self._sheet.merge_only(row, cell.column, row, cell.last_column)
        return cells

    def _said_below(self, shown: Sequence[tuple[AnswerCell, Shown]]) -> dict[str, int]:
        """What the second row of a line says: the units of cells that cover others, and of those with several lines."""
        if len(shown) < 2:
            return {}
        lines = {cell.item.name: entry.n for cell, entry in shown if self._has_lines(cell, entry)}
        return other_units(_entries(shown)) | lines

    def _has_lines(self, cell: AnswerCell, shown: Shown) -> bool:
        """Whether a cell shows more than one line: counts of choices, a span of days in a narrow column."""
        if not isinstance(shown.value, str):
            return False
        return _lines(shown.value + "*", self._pixels(cell.column, cell.last_column)) > 1

    def _link(self, cell: AnswerCell, row: int, beside: tuple[int, int], shown: Shown, municipality: str) -> None:
        """Makes a number lead to its answers. A text of several lines stays as it is, what says its units leads there:
        LibreOffice writes a text with a link in one line."""
        place = self._places.answers(cell.item.name, municipality)
        if not place:
            return
        if self._has_lines(cell, shown):
            self._sheet.link_cell(*beside, place, self._tip)
        else:
            self._sheet.link_cell(row, cell.column, place, self._tip, last_column=cell.last_column)

    def _covered(self, line: _Line, others: Mapping[str, int], expected: int, row: int) -> dict[int, str]:
        """The second row of a line: how many units those numbers cover that differ."""
        look = self._styles.look("covered")
        looks = line.looks | {self._units: look}
        for cell in line.answers:
            looks |= dict.fromkeys(range(cell.column, cell.last_column + 1), look)
        cells = {column: f'<c r="{column_letters(column)}{row + 1}" s="{style}"/>' for column, style in looks.items()}
        for cell in line.answers:
            if cell.item.name in others:
                text = say("units-of-short", units=others[cell.item.name], expected=expected)
                cells[cell.column] = self._text(cell.column, text, row, look)
            self._sheet.merge_only(row, cell.column, row, cell.last_column)
        return cells

    def _text(self, column: int, text: str, row: int, look: int) -> str:
        number = self._sheet.text_number(text)
        return f'<c r="{column_letters(column)}{row + 1}" s="{look}" t="s"><v>{number}</v></c>'

    def _add_fixed(self, number: int, cell: FixedCell) -> None:
        wide = cell.last_column == self._plan.last_column and cell.role in _OVER_ALL
        last = number + cell.last_row - cell.row, self._units if wide else cell.last_column
        look = self._styles.fixed(cell)
        self._add(number, cell.column, *last, look)
        if cell.role == "column_number" and cell.text:
            content = f'" s="{look}"><v>{int(cell.text)}</v></c>'
        elif cell.text:
            content = f'" s="{look}" t="s"><v>{self._sheet.text_number(cell.text)}</v></c>'
        else:
            return
        self._lines[number].fixed[cell.column] = (f'<c r="{column_letters(cell.column)}', content)

    def _add(self, number: int, column: int, last_number: int, last_column: int, look: int) -> None:
        """Empty cells of one look, merged."""
        for each in range(number, last_number + 1):
            for at in range(column, last_column + 1):
                self._lines[each].fixed[at] = (f'<c r="{column_letters(at)}', f'" s="{look}"/>')
                self._lines[each].looks[at] = look
        self._merges.append((number, column, last_number, last_column))

    def _add_units_header(self, number: int, line: SectionLine) -> None:
        """The heading of the column «n из N», beside the heading of each table."""
        corner = next((cell for cell in line.fixed if cell.column == CODE_COLUMN), None)
        if corner is not None and corner.role in ("header", "column_number"):
            text = say("units-header") if corner.role == "header" else ""
            last_row = corner.row + max(cell.last_row - cell.row for cell in line.fixed)
            self._add_fixed(number, FixedCell(corner.row, self._units, last_row, self._units, text, corner.role))

    def _label_height(self, line: SectionLine) -> float:
        labels = [cell for cell in line.fixed if cell.role == "label"]
        width = self._pixels(LABEL_COLUMN, LABEL_COLUMN)
        lines = [line_count(cell.text, width, BODY_POINTS, indent=2 * cell.level + 1) for cell in labels]
        printed = [
            line_count(cell.text, self._pixels(cell.column, cell.last_column), SMALL_POINTS, indent=1)
            for cell in line.fixed
            if cell.role in _PRINTED
        ]
        heights = row_points(max(lines, default=1), BODY_POINTS), row_points(max(printed, default=1), SMALL_POINTS)
        return max(*heights, LINE_POINTS)

    def _pixels(self, first: int, last: int) -> float:
        return sum(column_pixels(width) for width in self._widths[first : last + 1])


def _entries(shown: Sequence[tuple[AnswerCell, Shown]]) -> list[tuple[Item, Shown]]:
    return [(cell.item, entry) for cell, entry in shown]


def _column(cell: AnswerCell) -> int:
    return cell.column


def _text_height(text: str, pixels: float) -> float:
    return row_points(_lines(text, pixels), SMALL_POINTS)


@lru_cache(maxsize=4096)
def _lines(text: str, pixels: float) -> int:
    return line_count(text, pixels, SMALL_POINTS)
