"""Writes the sheet «Проверка»: counters, the list of what fails, verdicts beside explanations, the register.

The register numbers what fails from the top; line n of the list finds the n-th by that number (INDEX and MATCH, which
every office suite computes alike). A question leaves the list as soon as it is explained.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from xlforms.layout.check_cells import (
    FAILED,
    KIND,
    LAST,
    NUMBER,
    PLACE,
    STATE,
    TARGET,
    TEXT,
    CheckCell,
    CheckSheet,
)
from xlforms.layout.limits import SMALL_POINTS
from xlforms.layout.place import cell_name, quoted_sheet, range_name
from xlforms.layout.plan import SheetPlan
from xlforms.layout.text_size import column_pixels, line_count
from xlforms.messages import say
from xlforms.workbook.check_counts import STATES, count_of
from xlforms.workbook.contents import Contents
from xlforms.workbook.counters import count_value
from xlforms.workbook.formats import Formats
from xlforms.workbook.guard import accept
from xlforms.workbook.locations import Places
from xlforms.workbook.number_runs import wrong_cells_formula, wrong_cells_term
from xlforms.workbook.verdict_formulas import MARKS, quoted
from xlforms.workbook.verdict_values import QUESTION
from xlforms.workbook.verdicts import write_verdict
from xlforms.workbook.wrong_cells import wrong_cells, wrong_on

_LINES = 2  # that a link takes at most


def write_check_sheet(
    worksheet: Any, sheet: SheetPlan, contents: Contents, formats: Formats, formulas: Mapping[str, str]
) -> None:
    """Writes all formulas of the sheet; its texts and explanations are written as on every sheet."""
    places = contents.plan.check_sheet
    assert places is not None
    _Writer(worksheet, sheet, places, contents, formats).write(formulas)


def link_text(check: CheckCell, places: Places, pixels: float) -> str:
    """The place of a verdict in words: sheet, cell, what it is about, as far as a column of `pixels` has room."""
    sheet, cell = places[check.instance.anchor]
    where = f"{sheet.name}, {cell_name(cell.row, cell.column)}: "
    return _fitted(where, check.instance.title or cell.item.captions[-1], pixels)


@lru_cache(maxsize=4096)  # every workbook of a form has the same links
def _fitted(where: str, caption: str, pixels: float) -> str:
    words = caption.split()
    text = where + " ".join(words)
    while line_count(text, pixels, SMALL_POINTS, indent=1) > _LINES and len(words) > 1:
        words.pop()
        text = f"{where}{' '.join(words)} …"
    return text


class _Writer:
    def __init__(
        self, worksheet: Any, sheet: SheetPlan, places: CheckSheet, contents: Contents, formats: Formats
    ) -> None:
        self._worksheet, self._sheet, self._places = worksheet, sheet, places
        self._contents, self._formats = contents, formats
        self._cells = contents.plan.cells()
        self._wrong = wrong_cells_formula(contents.plan)
        room = column_pixels(sheet.widths[PLACE])
        self._links = {check.line: link_text(check, self._cells, room) for check in contents.plan.checks}

    def write(self, formulas: Mapping[str, str]) -> None:
        for column, width in ((LAST + 1, 2.0), (STATE, None), (FAILED, None), (TARGET, None)):
            options = {} if width else {"hidden": True}
            accept(self._sheet.name, "", self._worksheet.set_column, column, column, width, None, options)
        self._write_counts()
        failing = self._write_register(formulas)
        self._write_list(failing)
        self._write_questions()

    def _write_counts(self) -> None:
        look = self._formats.count("total")
        for count, row in self._places.counts:
            value = count_of(self._contents, count)
            cells = f"+{self._wrong}" if count == "errors" and self._wrong else ""
            self._formula(row, KIND, f"=COUNTIF({self._column(STATE)},{STATES[count]}){cells}", look, value)
            if cells:
                self._write_wrong_cells(row)
        title = self._contents.plan.sheets[0]
        state = next(cell for cell in title.counts if cell.count == "state")
        look = self._formats.count("state")
        self._merge(self._places.state, NUMBER, look)
        formula = f"={quoted_sheet(title.name)}!{cell_name(state.row, state.column, absolute=True)}"
        self._formula(self._places.state, NUMBER, formula, look, count_value(self._contents, "", "state"))

    def _write_wrong_cells(self, row: int) -> None:
        """What is no number on which sheets, in place of the hint to the counter of errors."""
        hint = next(cell for cell in self._sheet.aside if (cell.row, cell.column) == (row, TEXT))
        cells = wrong_cells(self._contents)
        before, after = (quoted(part) for part in say("check-cells", cells="\0").split("\0"))
        parts, text = [f"{before}&{self._wrong}&{after}"], say("check-cells", cells=cells)
        for sheet in self._contents.plan.sheets:
            if sheet.number_runs:
                before, after = (
                    quoted(part) for part in say("check-cells-sheet", sheet=sheet.name, cells="\0").split("\0")
                )
                term, wrong = wrong_cells_term(sheet), wrong_on(sheet, self._contents)
                parts.append(f'IF({term}=0,"",{before}&{term}&{after})')
                text += say("check-cells-sheet", sheet=sheet.name, cells=wrong) if wrong else ""
        formula = f"=IF({self._wrong}=0,{quoted(hint.text)},{'&'.join(parts)})"
        look = self._formats.fixed(hint, top=False)
        self._formula(row, TEXT, formula, look, text if cells else hint.text)

    def _write_register(self, formulas: Mapping[str, str]) -> list[CheckCell]:
        """Writes a line for each verdict; gives those that fail and are not explained, in order."""
        look, hidden, link = (self._formats.check(kind) for kind in ("register", "hidden", "register_link"))
        rows = {line: row for row, line in self._places.questions}
        failing: list[CheckCell] = []
        for check in self._contents.plan.checks:
            at, verdict = check.line, self._contents.verdicts[check.instance.id]
            if check.row == at:
                write_verdict(self._worksheet, check, self._contents, formulas, look)
            else:
                self._merge(at, TEXT, look)
                address = f"{quoted_sheet(check.sheet)}!{cell_name(check.row, check.column, absolute=True)}"
                self._formula(at, TEXT, f"={address}", look, verdict.text)
            failing += [check] if 0 < verdict.state <= QUESTION else []
            state, failed = cell_name(at, STATE), cell_name(at - 1, FAILED)
            before = f"{failed}+" if at > self._places.register[0] else ""
            self._formula(at, STATE, self._state_formula(check, rows.get(at)), hidden, verdict.state)
            self._formula(at, FAILED, f"={before}IF(OR({state}=1,{state}=2),1,0)", hidden, len(failing))
            accept(self._sheet.name, "", self._worksheet.write_string, at, TARGET, self._target(check), hidden)
            formula = f"=HYPERLINK({cell_name(at, TARGET)},{quoted(self._links[at])})"
            self._formula(at, PLACE, formula, link, self._links[at])
        return failing

    def _state_formula(self, check: CheckCell, question: int | None) -> str:
        first = f"LEFT({cell_name(check.line, TEXT)},1)"
        if question is None:
            return f'=IF({first}="{MARKS["hard"]}",{STATES["errors"]},0)'
        explained = f'IF(TRIM({cell_name(question, LAST)})="",{STATES["questions"]},{STATES["explained"]})'
        return f'=IF({first}="{MARKS["soft"]}",{explained},0)'

    def _write_list(self, failing: list[CheckCell]) -> None:
        first, last = self._places.lines
        looks = {column: self._formats.check(kind) for column, kind in _LIST_LOOKS.items()}
        hidden = self._formats.check("hidden")
        for number, row in enumerate(range(first, last + 1), start=1):
            check = failing[number - 1] if number <= len(failing) else None
            found = check.line - self._places.register[0] + 1 if check is not None else 0
            at = cell_name(row, STATE)
            self._formula(row, STATE, f"=IFERROR(MATCH({number},{self._column(FAILED)},0),0)", hidden, found)
            place, kind, text = (f"INDEX({self._column(column)},{at})" for column in (PLACE, KIND, TEXT))
            shown = self._shown(number, check)
            self._merge(row, TEXT, looks[TEXT])
            for column, formula in (
                (NUMBER, str(number)),
                (PLACE, f"HYPERLINK(INDEX({self._column(TARGET)},{at}),{place})"),
                (KIND, kind),
                (TEXT, text),
            ):
                self._formula(row, column, f'=IF({at}=0,"",{formula})', looks[column], shown[column])
        quiet = "check-only-cells" if wrong_cells(self._contents) else "check-nothing"
        nothing = quoted(say("check-nothing"))
        if self._wrong:
            nothing = f"IF({self._wrong}=0,{nothing},{quoted(say('check-only-cells'))})"
        total = cell_name(self._places.register[1], FAILED)
        size = last - first + 1
        before, after = say("check-more", shown=size, total="\0").split("\0")
        formula = f'=IF({total}>{size},{quoted(before)}&{total}&{quoted(after)},IF({total}=0,{nothing},""))'
        text = before + str(len(failing)) + after if len(failing) > size else "" if failing else say(quiet)
        self._merge(self._places.more, PLACE, looks[TEXT])
        self._formula(self._places.more, PLACE, formula, looks[TEXT], text)

    def _shown(self, number: int, check: CheckCell | None) -> dict[int, object]:
        if check is None:
            return dict.fromkeys(_LIST_LOOKS, "")
        kind = say("check-error" if check.severity == "hard" else "check-question")
        text = self._contents.verdicts[check.instance.id].text
        return {NUMBER: number, PLACE: self._links[check.line], KIND: kind, TEXT: text}

    def _write_questions(self) -> None:
        texts = {check.line: self._contents.verdicts[check.instance.id].text for check in self._contents.plan.checks}
        look = self._formats.check("question")
        for row, line in self._places.questions:
            self._formula(row, TEXT, f"={cell_name(line, TEXT)}", look, texts[line])

    def _target(self, check: CheckCell) -> str:
        sheet, cell = self._cells[check.instance.anchor]
        return f"#{quoted_sheet(sheet.name)}!{cell_name(cell.row, cell.column)}"

    def _column(self, column: int) -> str:
        first, last = self._places.register
        return range_name(first, column, last, column)

    def _merge(self, row: int, column: int, look: Any) -> None:
        accept(self._sheet.name, "", self._worksheet.merge_range, row, column, row, LAST, "", look)

    def _formula(self, row: int, column: int, formula: str, look: Any, value: object) -> None:
        accept(self._sheet.name, "", self._worksheet.write_formula, row, column, formula, look, value)


_LIST_LOOKS = {NUMBER: "list_number", PLACE: "list_link", KIND: "list_kind", TEXT: "list"}
