"""Finds the rows and columns of a planned sheet in a returned one, wherever people have moved them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from xlforms.intake.raw import RawCell, RawSheet
from xlforms.intake.row_witnesses import RowWitnesses, SheetKeys, cell_text, code_number, hear
from xlforms.intake.submission import StructureNote
from xlforms.intake.texts import fold
from xlforms.layout.place import cell_name
from xlforms.layout.plan import CODE_COLUMN, FIRST_ANSWER_COLUMN, KEY_COLUMN, KEY_ROW, LABEL_COLUMN, SheetPlan


@dataclass(frozen=True)
class Placement:
    """Where planned rows and columns are in the returned sheet; `moved` is False when nothing is out of place."""

    rows: dict[int, int]
    columns: dict[int, int]
    moved: bool
    notes: list[StructureNote] = field(default_factory=list)

    def find(self, row: int, column: int) -> tuple[int, int] | None:
        """Where a planned cell is in the returned sheet; None when its row or column is gone."""
        if not self.moved:
            return row, column
        if row not in self.rows or column not in self.columns:
            return None
        return self.rows[row], self.columns[column]


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
    found = _find_rows(keys, raw, witnesses, notes)
    _note_added_rows(keys, raw, found, columns, notes)
    rows = {planned: places[0] for planned, places in found.items() if planned is not None and len(places) == 1}
    return Placement(rows, columns, moved=True, notes=notes)


def _untouched(keys: SheetKeys, cells: Mapping[tuple[int, int], RawCell]) -> bool:
    """Whether every key, code and caption stands where it was printed, and no key anywhere else."""
    anchors = [cell_text(cell) for (row, column), cell in cells.items() if row == KEY_ROW or column == KEY_COLUMN]
    known = sum(text in keys.keys or text in keys.columns for text in anchors)
    if known != len(keys.keys) + len(keys.columns):
        return False
    if any(cell_text(cells.get((KEY_ROW, column))) != key for column, key in keys.sheet.column_keys):
        return False
    return all(
        cell_text(cells.get((row.row, KEY_COLUMN))) == row.key
        and code_number(cell_text(cells.get((row.row, CODE_COLUMN)))) == row.code
        and _says(cell_text(cells.get((row.row, LABEL_COLUMN))), row)
        for row in keys.rows
    )


def _says(text: str, row: RowWitnesses) -> bool:
    """Whether a text is the caption of a row; most are so to the letter and need no folding."""
    return text == row.caption or fold(text) == row.folded


def _place_columns(keys: SheetKeys, raw: RawSheet, key_row: int, notes: list[StructureNote]) -> dict[int, int]:
    """Columns by their hidden keys; of a column that is there twice neither copy can be trusted."""
    found: dict[int, list[int]] = {}
    for (row, column), cell in raw.cells.items():
        if row == key_row and (planned := keys.columns.get(cell_text(cell))) is not None:
            found.setdefault(planned, []).append(column)
    for key, planned in keys.columns.items():
        places = found.get(planned, [])
        if len(places) != 1 and planned >= FIRST_ANSWER_COLUMN:
            code = "column-twice" if places else "column-missing"
            notes.append(StructureNote(code, True, raw.name, "", {"column": key}))
    return {planned: places[0] for planned, places in found.items() if len(places) == 1}


def _find_rows(
    keys: SheetKeys, raw: RawSheet, columns: tuple[int, int, int], notes: list[StructureNote]
) -> dict[int | None, list[int]]:
    """The places of every planned row, and under None those of rows of the form that cannot be told."""
    found: dict[int | None, list[int]] = {}
    for row in sorted({row for row, column in raw.cells if column in columns}):
        key, code, caption = (cell_text(raw.cells.get((row, column))) for column in columns)
        heard = hear(keys, key, code, caption)
        if heard is None:
            continue
        cell = cell_name(row, columns[2])
        shown = "…" if keys.personal and fold(caption) not in keys.captions else caption
        found.setdefault(heard.row, []).append(row)
        if heard.row is None:
            notes.append(StructureNote("row-unplaced", True, raw.name, cell, {"label": shown}))
        elif not heard.agreed:
            notes.append(StructureNote("row-moved", False, raw.name, cell, {"label": shown}))
    for planned in keys.rows:
        places = found.get(planned.row, [])
        if len(places) != 1:
            code = "row-twice" if places else "row-missing"
            notes.append(StructureNote(code, True, raw.name, "", {"label": planned.caption}))
    return found


def _note_added_rows(
    keys: SheetKeys,
    raw: RawSheet,
    found: Mapping[int | None, list[int]],
    columns: dict[int, int],
    notes: list[StructureNote],
) -> None:
    """Rows between ours that hold something where answers belong, but are none of ours."""
    ours = {row for places in found.values() for row in places}
    if not ours:
        return
    first, last = min(ours), max(ours)
    answers = {place: column for column, place in columns.items() if column >= FIRST_ANSWER_COLUMN}
    printed = _printed_rows(keys.sheet, set(answers.values()))
    for row in sorted({row for row, column in raw.cells if column in answers and first < row < last} - ours):
        shown = {answers[column]: fold(cell_text(raw.cells.get((row, column)))) for column in answers}
        if {column: text for column, text in shown.items() if text} not in printed:
            notes.append(StructureNote("row-added", True, raw.name, cell_name(row, min(answers)), {}))


def _printed_rows(sheet: SheetPlan, columns: set[int]) -> list[dict[int, str]]:
    """What the form itself prints over these columns, row by row: headings, column numbers."""
    rows: dict[int, dict[int, str]] = {}
    for cell in sheet.fixed:
        if cell.column in columns and cell.text:
            rows.setdefault(cell.row, {})[cell.column] = fold(cell.text)
    return list(rows.values())
