"""The rows of a form's sheet that its totals keep: headings, captions and answers, without the help for filling in."""

from __future__ import annotations

from dataclasses import dataclass

from xlforms.layout.plan import AnswerCell, FixedCell, SheetPlan

_KEPT = frozenset(
    {
        "block_title", "header", "answer_header", "column_number", "row_code", "label", "printed", "printed_unit",
        "printed_answer", "heading", "subheading", "closed",
    }
)  # fmt: skip
_ONCE = frozenset({"footnote"})  # said once, for the region


@dataclass(frozen=True, slots=True)
class SectionLine:
    """One row: its texts and its answer and computed cells; `height` in points is that of the form.

    Rows inside a cell are counted from this one: `last_row - row` more rows. `covered` tells that a heading from
    above reaches into it.
    """

    height: float
    covered: bool
    fixed: tuple[FixedCell, ...]
    cells: tuple[AnswerCell, ...]

    @property
    def is_spacer(self) -> bool:
        """Whether the row is empty."""
        return not self.fixed and not self.cells and not self.covered


def section_lines(sheet: SheetPlan, *, footnotes: bool) -> list[SectionLine]:
    """The rows to keep, from top to bottom, without spacers at the ends or in pairs."""
    kept = _KEPT | _ONCE if footnotes else _KEPT
    fixed: dict[int, list[FixedCell]] = {}
    dropped: set[int] = set()
    for cell in sheet.fixed:
        if cell.role in kept:
            fixed.setdefault(cell.row, []).append(cell)
        else:
            dropped.update(range(cell.row, cell.last_row + 1))
    cells: dict[int, list[AnswerCell]] = {}
    for answer in (*sheet.answers, *sheet.computed):
        cells.setdefault(answer.row, []).append(answer)
    covered = {row for each in fixed.values() for cell in each for row in range(cell.row, cell.last_row + 1)}
    lines: list[SectionLine] = []
    for row in range(1, len(sheet.heights)):
        if row in dropped and row not in covered and row not in cells:
            continue
        if row not in covered and row not in cells and (not lines or lines[-1].is_spacer):
            continue
        texts, places = tuple(fixed.get(row, ())), tuple(cells.get(row, ()))
        lines.append(SectionLine(sheet.heights[row], row in covered, texts, places))
    while lines and lines[-1].is_spacer:
        lines.pop()
    return lines
