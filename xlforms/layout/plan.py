"""The Plan: every cell of a form's workbook, decided before any spreadsheet library is involved.

The writer paints it and the reader looks answers up in it; neither knows an address of its own. Rows and columns are
counted from 0. On every sheet row 0 and column A are hidden and hold the machine-readable anchors:

| where | what |
| --- | --- |
| A1 | `#xf1\\|form\\|version\\|unit\\|section\\|crc`, see `layout/anchors.py` |
| column A | a key for every row with answers: `block.row` |
| row 1 | a key for every column: `code`, `label`, `v1`, `v2`… |
| column B | the visible row code, «01», «02»… |
| column C | the caption of the row |
| D and further | answers |
| right of them | verdicts on the answers of the row: not printed, without keys, nothing that intake reads |
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from xlforms.definitions.items import Item
from xlforms.definitions.key_figure import KeyFigure
from xlforms.definitions.roadmap import Indicator, Measure
from xlforms.expressions.nodes import Node
from xlforms.layout.check_cells import CheckCell, CheckSheet, Gathered, Mark

KEY_ROW, KEY_COLUMN = 0, 0
CODE_COLUMN, LABEL_COLUMN, FIRST_ANSWER_COLUMN = 1, 2, 3

Role = Literal[
    "authority",  # who collects, on the title sheet
    "form_title",  # the title of the form
    "form_line",  # code and version of the form under its title
    "basis",  # the order that asks for it
    "fact_label",  # period, deadline, where to send: caption and value
    "fact",
    "sheet_title",
    "code_line",  # form code and unit, small
    "hint",  # help in grey
    "block_title",
    "header",  # heading of a column or of a group of columns
    "answer_header",  # heading over answers that stand beside printed texts
    "column_number",
    "row_code",
    "label",
    "printed",  # a text beside answers: a deadline, who is responsible
    "printed_unit",  # the unit of measure of the numbers beside it
    "printed_answer",  # a text in the place of an answer of a card
    "heading",  # a line of text between rows
    "subheading",  # one of a deeper level
    "closed",  # a cell that nobody fills in: X
    "footnote",
    "instruction",
    "legend_input",  # samples of the three kinds of cells
    "legend_required",
    "legend_computed",
    "legend_fixed",
    "legend_text",
    "count_header",
    "count_label",
    "total_label",
    "signature",  # who signs
    "signature_line",
    "signature_caption",
    "stamp",
    "aside_header",  # the heading of verdicts beside rows
    "register_number",
    "register_kind",  # what a rule in the register is: an error or a question
]
Slot = Literal["", "code_line", "form_line", "period", "deadline", "send_to", "signatory"]
CountOf = Literal[
    "answered", "asked", "required_answered", "required_asked", "share", "needed", "errors", "questions", "state"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class FixedCell:
    """A text that the form prints, over one cell or a merged range.

    `slot` marks a text that the round or the unit supplies when the workbook is written; `level` indents a caption.
    """

    row: int
    column: int
    last_row: int
    last_column: int
    text: str
    role: Role
    slot: Slot = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class AnswerCell:
    """The cell of one item; `last_column` is greater than `column` when it spans columns of the sheet."""

    item: Item
    row: int
    column: int
    last_column: int
    row_key: str
    column_key: str
    row_code: str
    column_number: int
    multiline: bool
    prompted: bool


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """A locked text beside answers, or in the place of one, that intake finds again by its keys and compares.

    `captions` are what a person reads from the outside in, `items` the answers of its row. `decides` says that the
    text tells what the numbers of the row mean: a unit of measure.
    """

    row: int
    column: int
    row_key: str
    column_key: str
    text: str
    captions: tuple[str, ...]
    items: tuple[str, ...]
    decides: bool


@dataclass(frozen=True, slots=True)
class CountCell:
    """A counter on the title sheet: what it counts, over one section, or over the whole form (`section` empty)."""

    row: int
    column: int
    section: str
    count: CountOf


@dataclass(frozen=True, slots=True)
class Formula:
    """What follows from other items about one: the tree, and for each name in it the items that it means."""

    item: str
    node: Node
    names: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Need:
    """A hidden cell that shows 1 (passed) when an item is missing that other answers make necessary."""

    row: int
    column: int
    condition: Formula


@dataclass(frozen=True, slots=True)
class NumberRun:
    """A hidden cell that counts what is no number or date within its bounds in a rectangle of answers (`span`: first
    row and column, last row and column), whose `members` agree in bounds and in whether they are whole."""

    row: int
    column: int
    span: tuple[int, int, int, int]
    members: tuple[AnswerCell, ...]


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """One sheet: texts, answer cells, computed cells, keys, sizes and printing.

    `widths` are in Excel's characters, one for each printed column; `aside_widths` those of columns right of them, 0
    for a hidden one. `heights` are in points, one for each row; `printed_rows` of them are printed. `repeat_rows` are
    the first and last row repeated on every printed page; `freeze` is the first cell that scrolls; `page_breaks` are
    the rows that begin a printed page. `aside` are texts that are not printed. `printed` are those of `fixed` that
    stand in the places of answers.
    """

    section: str
    name: str
    title: str
    orientation: Literal["portrait", "landscape"]
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    fixed: tuple[FixedCell, ...]
    answers: tuple[AnswerCell, ...]
    computed: tuple[AnswerCell, ...]
    counts: tuple[CountCell, ...]
    row_keys: tuple[tuple[int, str], ...]
    column_keys: tuple[tuple[int, str], ...]
    repeat_rows: tuple[int, int]
    freeze: tuple[int, int]
    checksum: str
    printed_rows: int
    page_breaks: tuple[int, ...] = ()
    aside_widths: tuple[float, ...] = ()
    aside: tuple[FixedCell, ...] = ()
    marks: tuple[Mark, ...] = ()
    needs: tuple[Need, ...] = ()
    printed: tuple[PrintedCell, ...] = ()
    gathered: tuple[Gathered, ...] = ()
    number_runs: tuple[NumberRun, ...] = ()

    @property
    def last_row(self) -> int:
        """The last row that is printed."""
        return self.printed_rows - 1

    @property
    def last_column(self) -> int:
        """The last column that is printed."""
        return len(self.widths) - 1


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole workbook of one form version; `items` are the answers and `computed_items` what is computed of them,
    both in printed order. `formulas` are those of `computed_items`, one for each. `checks` are the verdicts of edit
    rules, one for each instance, in the order of the form; a form without rules has no `check_sheet`. `measures` and
    `indicators` are those of a roadmap. `key_figures` are computed of the answers of many units."""

    form: str
    version: str
    title: str
    code: str
    signatory: str
    sheets: tuple[SheetPlan, ...]
    items: tuple[Item, ...]
    computed_items: tuple[Item, ...]
    formulas: tuple[Formula, ...] = ()
    checks: tuple[CheckCell, ...] = ()
    check_sheet: CheckSheet | None = None
    measures: tuple[Measure, ...] = field(default=(), hash=False)
    indicators: tuple[Indicator, ...] = field(default=(), hash=False)
    key_figures: tuple[KeyFigure, ...] = field(default=(), hash=False)

    def cells(self) -> dict[str, tuple[SheetPlan, AnswerCell]]:
        """Where each item and each computed item sits, by name."""
        return {cell.item.name: (sheet, cell) for sheet in self.sheets for cell in (*sheet.answers, *sheet.computed)}
