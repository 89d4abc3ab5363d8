"""Finds the rows and columns of a planned sheet in a returned one, wherever people have moved them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from operator import itemgetter

from xlforms.intake.column_placement import BlockColumns, find_columns
from xlforms.intake.outside_cells import grouped, limited, notes_in_place, places_outside
from xlforms.intake.raw import RawCell, RawSheet
from xlforms.intake.row_placement import find_rows
from xlforms.intake.row_witnesses import RowWitnesses, SheetKeys, cell_text, code_number
from xlforms.intake.sheet_lines import Anchors, Lines, find_anchors, lines_of
from xlforms.intake.submission import StructureNote
from xlforms.intake.texts import fold
from xlforms.layout.anchors import PREFIX
from xlforms.layout.plan import CODE_COLUMN, KEY_COLUMN, KEY_ROW, LABEL_COLUMN

_VERDICTS = ("✓", "✗", "?")


@dataclass(frozen=True)
class Placement:
    """Where planned rows and columns are in the returned sheet; `moved` is False when nothing is out of place.

    Each block has columns of its own, because people move those of one table on a sheet and not those of another.
    """

    keys: SheetKeys
    rows: Mapping[int, int]
    blocks: list[BlockColumns]
    moved: bool
    notes: list[StructureNote] = field(default_factory=list)

    def find(self, row: int, column: int) -> tuple[int, int] | None:
        """Where a planned cell of a row with a key is in the returned sheet; None when its row or column is gone."""
        if not self.moved:
            return row, column
        if row not in self.rows:
            return None
        columns = self.blocks[self.keys.block_of[row]].columns
        return (self.rows[row], columns[column]) if column in columns else None


def place(keys: SheetKeys, raw: RawSheet, corner: tuple[int, int] | None) -> Placement:
    """The placement of a sheet whose corner cell was found at `corner` (row, column), None without one."""
    if corner == (KEY_ROW, KEY_COLUMN) and _untouched(keys, raw.cells):
        outside = places_outside(keys, raw.cells)
        if not _has_copies(keys, raw.cells, outside):
            return Placement(keys, {}, [], moved=False, notes=notes_in_place(keys, raw, outside))
    notes: list[StructureNote] = []
    lines = lines_of(raw.cells)
    anchors = find_anchors(keys, lines)
    found = find_rows(keys, raw, lines, anchors, notes)
    rows = {planned: places[0] for planned, places in found.items() if planned is not None and len(places) == 1}
    blocks = find_columns(keys, raw, lines, anchors, rows, notes)
    placement = Placement(keys, rows, blocks, moved=True, notes=notes)
    notes += limited(raw, _left_over(keys, raw, lines, anchors, found, placement))
    if not notes and corner is not None:
        notes.append(StructureNote("sheet-changed", False, raw.name))
    return placement


def _untouched(keys: SheetKeys, cells: Mapping[tuple[int, int], RawCell]) -> bool:
    """Whether every key, code, caption, heading and number stands where it was printed, and no key elsewhere."""
    anchors = [cell_text(cell) for (row, column), cell in cells.items() if row == KEY_ROW or column == KEY_COLUMN]
    known = sum(text in keys.keys or text in keys.columns for text in anchors)
    if known != len(keys.keys) + len(keys.columns):
        return False
    if any(cell_text(cells.get((KEY_ROW, column))) != key for column, key in keys.sheet.column_keys):
        return False
    if not all(_shows(cells.get(place), text) for place, text in keys.known.headings):
        return False
    return all(
        cell_text(cells.get((row.row, KEY_COLUMN))) == row.key
        and code_number(cell_text(cells.get((row.row, CODE_COLUMN)))) == row.code
        and _says(cell_text(cells.get((row.row, LABEL_COLUMN))), row)
        for row in keys.rows
    )


def _shows(cell: RawCell | None, text: str) -> bool:
    """Whether a cell shows a text of the form; most do so to the letter and need no folding."""
    if cell is None or cell[1] == text:
        return cell is not None
    shown = cell_text(cell)
    return shown == text or fold(shown) == fold(text)


def _says(text: str, row: RowWitnesses) -> bool:
    """Whether a text is the caption of a row."""
    return text == row.caption or fold(text) == row.folded


def _has_copies(keys: SheetKeys, cells: Mapping[tuple[int, int], RawCell], outside: Iterable[tuple[int, int]]) -> bool:
    """Whether a row of the form was copied to another place of its sheet: then it must be seen twice."""
    return any(place[1] == LABEL_COLUMN and fold(cell_text(cells[place])) in keys.captions for place in outside)


def _left_over(
    keys: SheetKeys,
    raw: RawSheet,
    lines: Lines,
    anchors: Anchors,
    found: Mapping[int | None, list[int]],
    placement: Placement,
) -> list[StructureNote]:
    """What stands on a sheet and is neither an answer that was found nor printed by the form."""
    taken = _taken(keys, lines, placement)
    single = {at: planned for planned, at in placement.rows.items()}
    others = {row for planned, places in found.items() if planned is None or len(places) > 1 for row in places}
    first, last = min(single, default=0), max(single, default=-1)
    width = max((column for block in placement.blocks for column in block.columns.values()), default=0)
    header = frozenset(row for block in placement.blocks for row in block.header)
    doubled: list[tuple[int, int]] = []
    unplaced: list[tuple[int, int]] = []
    added: list[tuple[int, int]] = []
    outside: list[tuple[int, int]] = []
    for row, line in lines.items():
        ours = row in single or row in others
        left = [(row, column) for column in line if (row, column) not in taken and not _is_anchor(keys, line[column])]
        if ours:
            left = [place for place in left if place[1] not in anchors.columns and not _is_verdict(raw, place, width)]
        else:
            left = [] if _is_loose(keys, line) else left
            left = [place for place in left if not raw.cells[place][2]]  # counters, verdicts, somebody's own sums
            left = [place for place in left if not _is_printed(keys, lines, place, numbers=row in header)]
        if not left or row in found.get(None, ()):
            continue
        if row in others:
            doubled += left
        elif ours and not placement.blocks[keys.block_of[single[row]]].complete:
            unplaced += left
        elif not ours and first < row < last and any(column <= width for _, column in left):
            added += left
        else:
            outside += left
    if keys.known.numbered:  # the sheet «Проверка» is full of what formulas and programs make of them
        outside, added = [], []
        unplaced = [place for place in unplaced if not raw.cells[place][2]]
    return [
        *grouped(keys, raw, doubled, "cells-unplaced", hard=True),
        *grouped(keys, raw, sorted(unplaced, key=itemgetter(1, 0)), "cells-unplaced", by=1, hard=True),
        *grouped(keys, raw, added, "row-added", hard=True),
        *grouped(keys, raw, outside, "text-outside"),
    ]


def _taken(keys: SheetKeys, lines: Lines, placement: Placement) -> set[tuple[int, int]]:
    """The cells of the returned sheet that were found: answers, what is computed of them, and texts beside them."""
    sheet = keys.sheet
    places = [placement.find(cell.row, cell.column) for cell in (*sheet.answers, *sheet.computed)]
    places += [placement.find(cell.row, cell.column) for cell in sheet.printed]
    for (row, column), text in keys.known.texts:
        at = placement.find(row, column) if (row, column) in keys.known.closed else None
        if at is not None and fold(lines[at[0]].get(at[1], "")) == fold(text):
            places.append(at)
    return {place for place in places if place is not None}


def _is_anchor(keys: SheetKeys, text: str) -> bool:
    """A hidden key, or the corner cell."""
    return text in keys.keys or text in keys.columns or text.lstrip().startswith(PREFIX)


def _is_verdict(raw: RawSheet, place: tuple[int, int], width: int) -> bool:
    """What the form shows right of the answers of a row: verdicts, and hidden numbers and formulas."""
    _, value, is_formula = raw.cells[place]
    text = str(value).lstrip()
    return place[1] > width and (is_formula or text.startswith(_VERDICTS))


def _is_loose(keys: SheetKeys, line: Mapping[int, str]) -> bool:
    """A row in which the form shows something of its own that changes: counters, a deadline, its code and the unit."""
    texts = [fold(text) for text in line.values()]
    return any(text in keys.known.loose or text.startswith(keys.known.form_line or "\0") for text in texts)


def _is_printed(keys: SheetKeys, lines: Lines, place: tuple[int, int], *, numbers: bool) -> bool:
    """A text of the form outside its rows; a lone number is one only among headings."""
    text = fold(lines[place[0]][place[1]])
    return text in keys.known.words and (numbers or code_number(text) < 0)
