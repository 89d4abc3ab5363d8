"""One block of the totals, made ready once and printed for the region and for every municipality.

The texts of the form are the same in all blocks, only the row numbers differ; so their cells are kept as XML without
the row number, and merged cells by rows counted from the block's first line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from xlforms.layout.limits import BODY_POINTS, LINE_POINTS, MAX_ROW_POINTS, SMALL_POINTS
from xlforms.layout.place import column_letters
from xlforms.layout.plan import CODE_COLUMN, LABEL_COLUMN, AnswerCell, FixedCell, SheetPlan
from xlforms.layout.text_size import column_pixels, line_count, row_points
from xlforms.messages import say
from xlforms.reports.section_lines import SectionLine, section_lines
from xlforms.reports.section_values import NOTHING, SectionValues, Shown
from xlforms.reports.summary_sheet import SummarySheet
from xlforms.reports.summary_style import SummaryStyles

_PRINTED = frozenset({"printed", "printed_unit", "printed_answer"})
_OVER_ALL = frozenset(
    {"block_title", "heading", "subheading", "footnote"}
)  # texts over the whole width take in the last column too


@dataclass
class _Line:
    """One row: its fixed cells by column as XML on both sides of the row number, its answers, its least height."""

    height: float
    answers: tuple[AnswerCell, ...]
    fixed: dict[int, tuple[str, str]] = field(default_factory=dict)


class SectionBlock:
    """The rows of one section under its table headings; `widths` are those of the sheet, the last for «n из N»."""

    def __init__(
        self,
        sheet: SummarySheet,
        styles: SummaryStyles,
        plan: SheetPlan,
        values: SectionValues,
        widths: Sequence[float],
        *,
        footnotes: bool,
    ) -> None:
        self._sheet, self._styles, self._plan, self._values, self._widths = sheet, styles, plan, values, widths
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

    def headings(self) -> list[int]:
        """The lines that must not be the last of a page: they head what follows."""
        return [number for number, line in enumerate(self._lines) if line.fixed and not line.answers]

    def print(self, row: int, municipality: str, expected: int, level: int) -> int:
        """Puts the block at a row for the region or a municipality; returns the row after it."""
        for number, line in enumerate(self._lines):
            at = row + number
            cells = {column: f"{start}{at + 1}{end}" for column, (start, end) in line.fixed.items()}
            height = line.height
            for answer in line.answers:
                shown = self._values.shown(answer.item, municipality)
                cells.update(self._answer(answer, shown, at))
                if isinstance(shown.value, str) and shown.value != NOTHING:
                    height = max(height, _text_height(shown.value, self._pixels(answer.column, answer.last_column)))
            asked = [answer.item for answer in line.answers if not answer.item.computed]
            if asked:
                text = say("units-of", units=self._values.answered(asked, municipality), expected=expected)
                cells[self._units] = self._text(self._units, text, at, self._styles.look("units"))
            self._sheet.put_ready(at, [cells[column] for column in sorted(cells)], self._units)
            self._sheet.set_height(at, min(height, MAX_ROW_POINTS), level)
        for first, first_column, last, last_column in self._merges:
            self._sheet.merge_only(row + first, first_column, row + last, last_column)
        return row + len(self._lines)

    def _answer(self, cell: AnswerCell, shown: Shown, row: int) -> dict[int, str]:
        kind = cell.item.type
        if isinstance(shown.value, str):
            plain = shown.value in (NOTHING, self._personal) and not shown.star
            look = self._styles.look("hidden") if plain else self._styles.total_text(kind, star=shown.star)
            content = self._text(cell.column, shown.value + ("*" if shown.star else ""), row, look)
        else:
            broken = isinstance(shown.value, float) and kind == "integer"  # a median between two whole numbers
            look = self._styles.total("decimal" if broken else kind, star=shown.star)
            content = f'<c r="{column_letters(cell.column)}{row + 1}" s="{look}"><v>{shown.value}</v></c>'
        cells = {cell.column: content}
        for column in range(cell.column + 1, cell.last_column + 1):
            cells[column] = f'<c r="{column_letters(column)}{row + 1}" s="{look}"/>'
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


def _column(cell: AnswerCell) -> int:
    return cell.column


@lru_cache(maxsize=4096)
def _text_height(text: str, pixels: float) -> float:
    return row_points(line_count(text, pixels, SMALL_POINTS), SMALL_POINTS)
