"""Collects the answers of one workbook, sheet by sheet, by the anchors of its form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from xlforms.definitions.items import Item
from xlforms.intake.found_sheet import FoundSheet
from xlforms.intake.outside_cells import contents
from xlforms.intake.placement import Placement, place
from xlforms.intake.printed_texts import changed_texts
from xlforms.intake.raw import DAYS_BY_1904, CellKind, RawSheet, RawWorkbook
from xlforms.intake.read_csv import DECIMAL_POINT
from xlforms.intake.read_csv import KIND as CSV
from xlforms.intake.row_witnesses import SheetKeys
from xlforms.intake.shown_verdicts import shown_verdict, unknown_verdicts
from xlforms.intake.submission import InvalidAnswer, PrintedChange, Repair, StructureNote
from xlforms.intake.values import ReadState, Value, read_value
from xlforms.layout.check_cells import CheckCell
from xlforms.layout.place import cell_name
from xlforms.layout.plan import AnswerCell, Plan

_LOGICAL_IS_NUMBER = ("LibreOffice", "OpenOffice")  # programs in which TRUE is a 1 that looks otherwise
_LOST = frozenset({"sheet-twice", "row-unplaced", "row-added", "cells-unplaced"})
_CSV_HAS_NO_TYPES = ("number-from-text", "date-from-text")  # every number and date is a text there
_EXACT = 10**15  # whole numbers below this are the same in every spreadsheet


@dataclass(frozen=True)
class PlanKeys:
    """A Plan with what the reader needs of it, prepared once for many workbooks.

    `positions` numbers the items; `asked` are those outside the title sheet.
    """

    plan: Plan
    sheets: Mapping[str, SheetKeys]
    positions: Mapping[str, int]
    asked: frozenset[int]

    @cached_property
    def numbers(self) -> dict[str, list[int]]:
        """The numbers of the items of each section, in the order of its answer cells."""
        return {sheet.section: [self.positions[cell.item.name] for cell in sheet.answers] for sheet in self.plan.sheets}

    @cached_property
    def checks(self) -> dict[str, list[tuple[int, CheckCell]]]:
        """The verdict cells of each sheet, with their numbers in the plan."""
        found: dict[str, list[tuple[int, CheckCell]]] = {}
        for number, check in enumerate(self.plan.checks):
            found.setdefault(check.sheet, []).append((number, check))
        return found


class AnswerReader:
    """What was read so far: see `Submission` for the meaning of each list."""

    def __init__(self, workbook: RawWorkbook, keys: PlanKeys) -> None:
        self._workbook = workbook
        self._keys = keys
        self.values: list[Value | None] = [None] * len(keys.plan.items)
        self.invalid: dict[int, InvalidAnswer] = {}
        self.repairs: list[Repair] = []
        self.notes: list[StructureNote] = []
        self.moved: dict[int, tuple[str, str]] = {}
        self.shown = unknown_verdicts(keys.plan.checks)
        self.printed: list[PrintedChange] = []

    def read(self, sheets: list[FoundSheet], issued: str) -> None:
        """Reads every sheet of the form; one that is there twice with different answers is read from neither copy.

        A sheet that was issued to another unit than `issued` is not read: its answers are somebody else's.
        """
        plan = self._keys.plan
        by_section: dict[str, list[FoundSheet]] = {sheet.section: [] for sheet in plan.sheets}
        others: set[str] = set()
        for sheet in sheets:
            corner = sheet.corner
            if (corner.form, corner.version) == (plan.form, plan.version) and corner.section in by_section:
                if corner.unit not in ("", issued):
                    details: dict[str, object] = {"issued": issued, "other": corner.unit}
                    self.notes.append(StructureNote("sheet-of-another", True, sheet.raw.name, "", details))
                    others.add(corner.section)
                    continue
                by_section[corner.section].append(sheet)
            else:
                cell = cell_name(*sheet.at) if sheet.at is not None else ""
                self.notes.append(StructureNote("sheet-foreign", False, sheet.raw.name, cell))
        for planned in plan.sheets:
            found = by_section[planned.section]
            if not found and planned.section not in others:
                section: dict[str, object] = {"section": planned.section} if self._workbook.kind == CSV else {}
                self.notes.append(StructureNote("sheet-missing", bool(planned.answers), planned.name, "", section))
            chosen = self._only_one(self._keys.sheets[planned.section], found)
            if chosen is not None:
                self._read_sheet(self._keys.sheets[planned.section], chosen)

    @property
    def lost(self) -> bool:
        """Was something written that may be answers, and could not be placed?"""
        return any(note.code in _LOST for note in self.notes)

    def text(self, name: str) -> str:
        """The answer to an item as text; empty when there is none or the form does not ask it."""
        position = self._keys.positions.get(name)
        value = None if position is None else self.values[position]
        return "" if value is None else str(value)

    def _only_one(self, keys: SheetKeys, found: list[FoundSheet]) -> FoundSheet | None:
        """The one of several copies of a sheet that can be read: the only one with answers, or one of those that give
        the same. A copy without a corner cell is a draft beside the sheet itself."""
        if len(found) < 2:
            return found[0] if found else None
        names = ", ".join(f"«{sheet.raw.name}»" for sheet in found)
        answered = [(sheet, said) for sheet in found if (said := self._answers_of(keys, sheet))]
        marked = [pair for pair in answered if pair[0].at is not None]
        drafts = [pair for pair in answered if pair[0].at is None]
        chosen = marked or drafts
        if any(said != chosen[0][1] for _, said in chosen):
            self.notes.append(StructureNote("sheet-twice", True, keys.sheet.name, "", {"sheets": names}))
            return None
        first = chosen[0][0] if chosen else found[0]
        differing = [sheet.raw.name for sheet, said in drafts if marked and said != marked[0][1]]
        for name in differing:
            self.notes.append(StructureNote("sheet-draft", True, name, "", {"sheet": first.raw.name}))
        if not differing:
            details: dict[str, object] = {"sheets": names}
            self.notes.append(StructureNote("sheet-copied", False, first.raw.name, "", details))
        return first

    def _answers_of(self, keys: SheetKeys, found: FoundSheet) -> dict[int, object]:
        """What one copy of a sheet answers, readable or not, by item."""
        trial = AnswerReader(self._workbook, self._keys)
        trial._read_sheet(keys, found)
        given: dict[int, object] = {number: value for number, value in enumerate(trial.values) if value is not None}
        return {**given, **trial.invalid}

    def _read_sheet(self, keys: SheetKeys, found: FoundSheet) -> None:
        sheet, raw = keys.sheet, found.raw
        if self._workbook.kind == CSV:
            self.notes.append(StructureNote("sheet-from-csv", False, raw.name, "", {"sheet": sheet.name}))
        if found.known_by != "corner":
            self.notes.append(StructureNote(f"sheet-by-{found.known_by}", False, raw.name, "", {"sheet": sheet.name}))
        elif found.at is not None and found.corner.checksum != sheet.checksum:
            self.notes.append(StructureNote("keys-differ", False, raw.name, cell_name(*found.at)))
        placement = place(keys, raw, found.at)
        self.notes.extend(placement.notes)
        self._note_computed(keys, raw, placement)
        self.printed.extend(changed_texts(keys, raw, placement, date1904=self._workbook.date1904))
        renamed = raw.name != sheet.name
        doubtful = self._doubtful(raw)
        self._note_torn(keys, raw, placement)
        if not placement.moved:
            for number, check in self._keys.checks.get(sheet.name, ()):
                self.shown[number] = shown_verdict(raw, check)
        if not (placement.moved or renamed or doubtful):
            self._read_in_place(keys, raw)
            return
        for cell in sheet.answers:
            at = placement.find(cell.row, cell.column)
            if at is None:
                continue
            number = self._keys.positions[cell.item.name]
            if renamed or at != (cell.row, cell.column):
                self.moved[number] = (raw.name, cell_name(*at))
            content = raw.cells.get(at)
            if content is None:
                continue
            if at in doubtful:
                self.invalid[number] = InvalidAnswer(doubtful[at], str(content[1]))
            else:
                self._read_answer(cell, number, *content)

    def _doubtful(self, raw: RawSheet) -> dict[tuple[int, int], str]:
        """The cells of which it is not known what they held, and why."""
        cut = {(row, column): "text-cut" for name, row, column in self._workbook.cut if name == raw.name}
        twice = {(row, column): "cell-twice" for name, row, column in self._workbook.ambiguous if name == raw.name}
        return cut | twice

    def _note_torn(self, keys: SheetKeys, raw: RawSheet, placement: Placement) -> None:
        """Rows that the saving program cut off, where an answer is asked behind the cut and nothing stands there."""
        torn = [(row, column) for name, row, column in self._workbook.torn if name == raw.name]
        if not torn:
            return
        asked = {at for cell in keys.sheet.answers if (at := placement.find(cell.row, cell.column)) is not None}
        for row, column in torn:
            behind = {at for at in asked if at[0] == row and at[1] > column}
            if behind and not any(at[0] == row and at[1] > column for at in raw.cells):
                details: dict[str, object] = {"row": row + 1}
                self.notes.append(StructureNote("row-torn", True, raw.name, cell_name(row, column), details))

    def _note_computed(self, keys: SheetKeys, raw: RawSheet, placement: Placement) -> None:
        """Computed cells that hold something else than a formula; when none holds one, a program has dropped them."""
        if self._workbook.kind == CSV:
            return
        places = [placement.find(cell.row, cell.column) for cell in keys.sheet.computed]
        filled = [at for at in places if at is not None and at in raw.cells]
        typed = [at for at in filled if not raw.cells[at][2]]
        if len(typed) > 1 and len(typed) == len(filled):
            self.notes.append(StructureNote("formulas-lost", False, raw.name, cell_name(*typed[0])))
            return
        for at in typed:
            details: dict[str, object] = {"contents": contents(keys, raw, [at])}
            self.notes.append(StructureNote("computed-overwritten", False, raw.name, cell_name(*at), details))

    def _read_in_place(self, keys: SheetKeys, raw: RawSheet) -> None:
        """The usual case: every answer is where it was planned, and most are just what their item wants."""
        for number, cell in zip(self._keys.numbers[keys.sheet.section], keys.sheet.answers, strict=True):
            content = raw.cells.get((cell.row, cell.column))
            if content is None:
                continue
            kind, value, is_formula = content
            usual = kind == CellKind.NUMBER and cell.item.nature == "number" and not is_formula
            if usual and isinstance(value, int) and -_EXACT < value < _EXACT:
                self.values[number] = value
            else:
                self._read_answer(cell, number, *content)

    def _read_answer(self, cell: AnswerCell, number: int, kind: int, content: object, is_formula: bool) -> None:
        if cell.item.nature == "number" and DECIMAL_POINT in self._workbook.properties:
            content = str(content).replace(".", ",")
        reading = read_value(cell.item, kind, content, is_formula=is_formula, date1904=self._workbook.date1904)
        if reading.state is ReadState.INVALID:
            seen = _number_in(self._workbook, cell.item, kind, content)
            self.invalid[number] = InvalidAnswer(reading.code, reading.raw, seen)
            return
        if reading.code and not (self._workbook.kind == CSV and reading.code in _CSV_HAS_NO_TYPES):
            seen = _number_in(self._workbook, cell.item, kind, content)
            self.repairs.append(Repair(number, reading.code, reading.raw, seen))
        self.values[number] = reading.value


def _number_in(workbook: RawWorkbook, item: Item, kind: int, content: object) -> float | None:
    """The number that a cell holds to the formulas of its workbook; None for anything else and for more than a
    spreadsheet can hold. The day of a date is counted from 1899, whatever the workbook does.
    """
    logical = kind == CellKind.BOOLEAN and workbook.application.startswith(_LOGICAL_IS_NUMBER)
    if not (logical or kind in (CellKind.NUMBER, CellKind.DATE)) or not isinstance(content, int | float):
        return None
    try:
        number = float(content)
    except OverflowError:
        return None
    return number + DAYS_BY_1904 if workbook.date1904 and item.nature == "date" else number
