"""Finds the rows and columns of a planned sheet in a returned one.

Three witnesses speak for a row: the hidden key, the visible code and the caption. The caption wins when it is exactly
one of the sheet's own, because it is what stood beside the cell while the person typed; else key and code must agree.
Measured on rows inserted, deleted and sorted in every way (design notes, `workbook.md`, parts 1 and 3).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from xlforms.intake.raw import RawCell, RawSheet
from xlforms.intake.submission import StructureNote
from xlforms.intake.texts import fold
from xlforms.layout.place import cell_name
from xlforms.layout.plan import CODE_COLUMN, FIRST_ANSWER_COLUMN, KEY_COLUMN, KEY_ROW, LABEL_COLUMN, SheetPlan


@dataclass(frozen=True)
class SheetKeys:
    """What the reader needs of a planned sheet, prepared once: keys, codes and captions of its rows."""

    sheet: SheetPlan
    keys: dict[str, int]
    codes: dict[int, int]
    labels: dict[str, int]
    witnesses: tuple[tuple[int, str, str, str], ...]
    columns: dict[str, int]


@dataclass(frozen=True)
class Placement:
    """Where planned rows and columns are in the returned sheet; `moved` is False when nothing is out of place."""

    rows: dict[int, int]
    columns: dict[int, int]
    moved: bool
    notes: list[StructureNote] = field(default_factory=list)


def keys_of(sheet: SheetPlan) -> SheetKeys:
    """Prepares the witnesses of a planned sheet."""
    codes = {cell.row: cell.text for cell in sheet.fixed if cell.role == "row_code"}
    labels = {cell.row: fold(cell.text) for cell in sheet.fixed if cell.role == "label"}
    rows = dict(sheet.row_keys)
    often = Counter(labels.values())
    return SheetKeys(
        sheet=sheet,
        keys={key: row for row, key in rows.items()},
        codes={int(codes[row]): row for row in rows},
        labels={labels[row]: row for row in rows if often[labels[row]] == 1},
        witnesses=tuple((row, key, codes[row], labels[row]) for row, key in rows.items()),
        columns={key: column for column, key in sheet.column_keys},
    )


def place(keys: SheetKeys, raw: RawSheet, corner: tuple[int, int]) -> Placement:
    """The placement of a sheet whose corner cell was found at `corner` (row, column)."""
    if corner == (KEY_ROW, KEY_COLUMN) and _untouched(keys, raw.cells):
        return Placement({}, {}, moved=False)
    notes: list[StructureNote] = []
    columns = _place_columns(keys, raw, corner[0], notes)
    shift = corner[1] - KEY_COLUMN
    witnesses = (
        corner[1],
        columns.get(CODE_COLUMN, CODE_COLUMN + shift),
        columns.get(LABEL_COLUMN, LABEL_COLUMN + shift),
    )
    rows = _place_rows(keys, raw, witnesses, notes)
    _note_added_rows(keys, raw, rows, columns, notes)
    return Placement(rows, columns, moved=True, notes=notes)


def _untouched(keys: SheetKeys, cells: Mapping[tuple[int, int], RawCell]) -> bool:
    for column, key in keys.sheet.column_keys:
        if _text(cells.get((KEY_ROW, column))) != key:
            return False
    for row, key, code, label in keys.witnesses:
        if (
            _text(cells.get((row, KEY_COLUMN))) != key
            or _code(_text(cells.get((row, CODE_COLUMN)))) != int(code)
            or fold(_text(cells.get((row, LABEL_COLUMN)))) != label
        ):
            return False
    return True


def _place_columns(keys: SheetKeys, raw: RawSheet, key_row: int, notes: list[StructureNote]) -> dict[int, int]:
    found: dict[int, int] = {}
    for (row, column), cell in raw.cells.items():
        if row == key_row and (planned := keys.columns.get(_text(cell))) is not None:
            found.setdefault(planned, column)
    for key, planned in keys.columns.items():
        if planned not in found and planned >= FIRST_ANSWER_COLUMN:
            notes.append(StructureNote("column-missing", True, raw.name, "", {"column": key}))
    return found


def _place_rows(
    keys: SheetKeys, raw: RawSheet, columns: tuple[int, int, int], notes: list[StructureNote]
) -> dict[int, int]:
    found: dict[int, int] = {}
    twice: set[int] = set()
    key_column, code_column, label_column = columns
    for row in sorted({row for row, column in raw.cells if column in columns}):
        by_key = keys.keys.get(_text(raw.cells.get((row, key_column))))
        by_code = keys.codes.get(_code(_text(raw.cells.get((row, code_column)))))
        label = _text(raw.cells.get((row, label_column)))
        by_label = keys.labels.get(fold(label))
        if by_key is None and by_code is None and by_label is None:
            continue
        if by_key is None and by_label is None:
            continue  # a lone number in the code column names nothing
        target = by_label if by_label is not None else by_key if by_key == by_code else None
        cell = cell_name(row, label_column)
        if target is None:
            notes.append(StructureNote("row-unplaced", True, raw.name, cell, {"label": label}))
            continue
        if target in found:
            twice.add(target)
        found[target] = row
        known = {by_key, by_code, by_label} - {None}
        if len(known) > 1:
            notes.append(StructureNote("row-moved", False, raw.name, cell, {"label": label}))
    for row, key, _, label in keys.witnesses:
        if row in twice:
            del found[row]
            notes.append(StructureNote("row-twice", True, raw.name, "", {"label": label, "key": key}))
        elif row not in found:
            notes.append(StructureNote("row-missing", True, raw.name, "", {"label": label, "key": key}))
    return found


def _note_added_rows(
    keys: SheetKeys, raw: RawSheet, rows: dict[int, int], columns: dict[int, int], notes: list[StructureNote]
) -> None:
    """Rows between ours that hold something where answers belong, but are none of ours."""
    if not rows:
        return
    ours, first, last = set(rows.values()), min(rows.values()), max(rows.values())
    answers = {place: column for column, place in columns.items() if column >= FIRST_ANSWER_COLUMN}
    printed = _printed_rows(keys.sheet)
    for row in sorted({row for row, column in raw.cells if column in answers and first < row < last} - ours):
        shown = {answers[column]: fold(_text(raw.cells.get((row, column)))) for column in answers}
        if {column: text for column, text in shown.items() if text} not in printed:
            notes.append(StructureNote("row-added", True, raw.name, cell_name(row, min(answers)), {}))


def _printed_rows(sheet: SheetPlan) -> list[dict[int, str]]:
    """What the form itself prints over answer columns, row by row: headings, column numbers."""
    rows: dict[int, dict[int, str]] = {}
    for cell in sheet.fixed:
        if cell.column >= FIRST_ANSWER_COLUMN and cell.text:
            rows.setdefault(cell.row, {})[cell.column] = fold(cell.text)
    return list(rows.values())


def _text(cell: RawCell | None) -> str:
    if cell is None:
        return ""
    value = cell[1]
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value)


def _code(text: str) -> int:
    return int(text) if text.strip().isdecimal() else -1
