"""What a form itself writes on a sheet, and where: everything else there was added by somebody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from xlforms.intake.texts import fold
from xlforms.layout.check_cells import LAST, NUMBER, STATE, TARGET, CheckSheet
from xlforms.layout.plan import FIRST_ANSWER_COLUMN, KEY_COLUMN, KEY_ROW, AnswerCell, FixedCell, Plan, SheetPlan
from xlforms.messages import say

_HEADINGS = ("header", "answer_header", "column_number")
_FILLED_BY_HAND = ("signature", "signature_line", "stamp")
_OF_THE_TOOLKIT = frozenset(
    {
        "instruction",
        "legend_text",
        "fact_label",
        "count_header",
        "count_label",
        "total_label",
        "signature",
        "signature_caption",
        "stamp",
    }
)  # these may be worded otherwise in a form that was issued earlier

Place = tuple[int, int]


@dataclass(frozen=True)
class KnownCells:
    """The cells of one planned sheet.

    `places` are all that the form writes into, answers and verdicts included. `headings` are the texts over columns of
    answers that witness for them; `texts` are the others that never change, `closed` those cells that nobody fills in.
    `words` are all printed texts, folded; `loose` are those of rows in which the form shows something of its own beside
    them: counters, a deadline. `form_line` is how the line with the form's code begins;
    `numbered` says that formulas fill lines outside the rows with keys. `covered` tells for each cell under a merged
    one which cell that is.
    """

    places: frozenset[Place]
    headings: tuple[tuple[Place, str], ...]
    texts: tuple[tuple[Place, str], ...]
    closed: frozenset[Place]
    words: frozenset[str]
    loose: frozenset[str]
    form_line: str
    numbered: bool
    covered: Mapping[Place, Place]


def known_cells(sheet: SheetPlan, plan: Plan | None) -> KnownCells:
    """What the form writes on a sheet; without its plan the verdicts of its rules are not known."""
    printed = {(cell.row, cell.column) for cell in sheet.printed}
    fixed = {(cell.row, cell.column): cell for cell in sheet.fixed}
    headings: list[tuple[Place, str]] = []
    texts: list[tuple[Place, str]] = []
    for place, cell in fixed.items():
        if not cell.text or cell.slot or place in printed or cell.role in ("row_code", "label", *_OF_THE_TOOLKIT):
            continue
        over_answers = cell.role in _HEADINGS and cell.column >= FIRST_ANSWER_COLUMN
        (headings if over_answers else texts).append((place, cell.text))
    own = {cell.row for cell in sheet.counts} | {cell.row for cell in sheet.fixed if cell.slot}
    own |= {cell.row for cell in sheet.fixed if cell.role in _FILLED_BY_HAND}
    return KnownCells(
        places=frozenset(_places(sheet, plan)),
        headings=tuple(headings),
        texts=tuple(texts),
        closed=frozenset(place for place, cell in fixed.items() if cell.role == "closed"),
        words=frozenset(fold(cell.text) for cell in (*sheet.fixed, *sheet.aside) if cell.text),
        loose=frozenset(fold(cell.text) for cell in sheet.fixed if cell.text and cell.row in own),
        form_line=fold(form_line(plan)) if plan is not None else "",
        covered=dict(_covered(sheet)),
        numbered=any(cell.role == "register_number" for cell in sheet.aside),
    )


def form_line(plan: Plan) -> str:
    """How the line with the code of the form begins on every sheet; in an addressed form the unit follows."""
    return say("slot-form", form=plan.code, version=plan.version)


def _covered(sheet: SheetPlan) -> Iterator[tuple[Place, Place]]:
    merged: list[FixedCell | AnswerCell] = [*sheet.fixed, *sheet.aside, *sheet.answers]
    for cell in merged:
        last_row = cell.last_row if isinstance(cell, FixedCell) else cell.row
        for row in range(cell.row, last_row + 1):
            for column in range(cell.column, cell.last_column + 1):
                if (row, column) != (cell.row, cell.column):
                    yield (row, column), (cell.row, cell.column)


def _places(sheet: SheetPlan, plan: Plan | None) -> Iterator[Place]:
    yield KEY_ROW, KEY_COLUMN
    yield from ((row, KEY_COLUMN) for row, _ in sheet.row_keys)
    yield from ((KEY_ROW, column) for column, _ in sheet.column_keys)
    for cells in (
        sheet.fixed, sheet.aside, sheet.answers, sheet.computed, sheet.counts,
        sheet.marks, sheet.needs, sheet.gathered, sheet.number_runs,
    ):  # fmt: skip
        yield from ((cell.row, cell.column) for cell in cells)
    if plan is None:
        return
    yield from ((check.row, check.column) for check in plan.checks if check.sheet == sheet.name)
    if plan.check_sheet is not None and plan.check_sheet.name == sheet.name:
        yield from ((row, column) for row in _rows(plan.check_sheet) for column in (*_SHOWN, *_HIDDEN))


_SHOWN, _HIDDEN = range(NUMBER, LAST + 1), range(STATE, TARGET + 1)


def _rows(sheet: CheckSheet) -> Iterator[int]:
    """The rows of the sheet «Проверка» that formulas fill."""
    yield from (row for _, row in sheet.counts)
    yield sheet.state
    yield sheet.more
    yield from (row for row, _ in sheet.questions)
    for first, last in (sheet.lines, sheet.register):
        yield from range(first, last + 1)
