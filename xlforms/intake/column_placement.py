"""Where the columns of each block of a planned sheet are on a returned one; rows have been found before."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from xlforms.intake.column_witnesses import BlockKeys, hear_column
from xlforms.intake.raw import RawSheet
from xlforms.intake.row_witnesses import SheetKeys, code_number
from xlforms.intake.sheet_lines import Anchors, Lines
from xlforms.intake.submission import StructureNote
from xlforms.intake.texts import fold
from xlforms.layout.place import cell_name
from xlforms.layout.plan import LABEL_COLUMN

_Found = dict[int, list[int]]


@dataclass(frozen=True, slots=True)
class BlockColumns:
    """The columns of one block: planned to returned; `complete` when none is missing or there twice. `header` are the
    returned rows of its headings and numbers."""

    columns: Mapping[int, int]
    complete: bool
    header: frozenset[int]


def find_columns(
    keys: SheetKeys, raw: RawSheet, lines: Lines, anchors: Anchors, rows: Mapping[int, int], notes: list[StructureNote]
) -> list[BlockColumns]:
    """The columns of every block, in the order of the form; `rows` are planned rows and where they were found.

    A note for every column that is not there or there twice, and for one that was placed by its heading against its key
    or number.
    """
    found, lost, moved = [], _Lost(raw), _Lost(raw)
    taken = set(rows.values())
    for block in keys.blocks:
        own = sorted(rows[row] for row in block.rows if row in rows)
        if not own:
            found.append(BlockColumns({}, True, frozenset()))
            continue
        if not block.has_headings:
            places = _of_card(keys, block, lines, anchors, own)
            header: frozenset[int] = frozenset()
        else:
            window = _Header(block, lines, _above(lines, own, taken))
            places = window.columns(keys, lines, anchors, moved)
            header = window.rows
        for head in block.heads:
            at = places.get(head.column, [])
            if len(at) != 1:
                lost.add("column-twice" if at else "column-missing", head.column, head.shown or block.title, at, own)
        single = {planned: at[0] for planned, at in places.items() if len(at) == 1}
        found.append(BlockColumns(single, len(single) == len(block.heads), header))
    notes += moved.notes(hard=False) + lost.notes(hard=True)
    return found


def _above(lines: Lines, own: list[int], taken: Collection[int]) -> list[int]:
    """The rows over a block up to the next row of another, from below."""
    top = max((row for row in taken if row < own[0]), default=-1)
    return [row for row in sorted(lines, reverse=True) if top < row < own[0]]


class _Header:
    """The headings and numbers over the rows of a block, as far as they are there."""

    def __init__(self, block: BlockKeys, lines: Lines, band: list[int]) -> None:
        self._block = block
        headings = {head.heading for head in block.heads if head.heading}
        hits = {row: len(headings & set(map(fold, lines[row].values()))) for row in band}
        best = max(band, key=lambda row: (hits[row], row), default=None)
        self._rows: list[int] = []
        if best is not None and hits[best]:
            reach = block.header_rows
            self._rows = sorted(
                row for row in band if best - reach < row < best + reach and self._is_heading(lines[row])
            )
        numbered = {
            row: sum(code_number(text) in block.numbers for text in lines[row].values())
            for row in band
            if row not in self._rows and (not self._rows or row > self._rows[0])
        }
        self._number_row = max(numbered, key=lambda row: (numbered[row], row), default=None)
        if self._number_row is not None and not numbered[self._number_row]:
            self._number_row = None
        self.rows = frozenset([*self._rows, *([] if self._number_row is None else [self._number_row])])

    def columns(self, keys: SheetKeys, lines: Lines, anchors: Anchors, moved: _Lost) -> _Found:
        """The returned columns of each planned one."""
        by_key = {} if anchors.key_row is None else lines[anchors.key_row]
        numbers = {} if self._number_row is None else lines[self._number_row]
        candidates = {column for row in self._rows for column in lines[row]} | set(by_key) | set(numbers)
        found: _Found = {}
        for column in sorted(candidates):
            heading, group = self._heading(lines, column)
            number = code_number(numbers.get(column, ""))
            heard = hear_column(self._block, keys.columns.get(by_key.get(column, "")), number, heading, group)
            if heard is None or heard.column is None:
                continue
            found.setdefault(heard.column, []).append(column)
            if not heard.agreed:
                shown = next(head.shown for head in self._block.heads if head.column == heard.column)
                moved.add("column-moved", heard.column, shown, [column], [self._rows[-1]])
        return found

    def _is_heading(self, line: Mapping[int, str]) -> bool:
        texts = {text for head in self._block.heads for text in (head.heading, head.group) if text}
        return any(fold(text) in texts for text in line.values())

    def _heading(self, lines: Lines, column: int) -> tuple[str, str]:
        """The lowest heading of the block over a column, and the heading of the group that it stands in."""
        own = {head.heading for head in self._block.heads}
        for row in reversed(self._rows):
            text = fold(lines[row].get(column, ""))
            if text and text in own:
                return text, self._group(lines, row, column)
        return "", ""

    def _group(self, lines: Lines, below: int, column: int) -> str:
        """The nearest heading of a group over a cell or left of that; it stands over the first of its columns."""
        groups = {head.group for head in self._block.heads if head.group}
        for row in reversed([row for row in self._rows if row < below]):
            for at in sorted((at for at in lines[row] if at <= column), reverse=True):
                text = fold(lines[row][at])
                if text in groups:
                    return text
        return ""


def _of_card(keys: SheetKeys, block: BlockKeys, lines: Lines, anchors: Anchors, rows: list[int]) -> _Found:
    """The answers of a card: right of the captions, where their key is if there is nothing between."""
    found: _Found = {}
    by_key = {} if anchors.key_row is None else lines[anchors.key_row]
    for head in block.heads:
        keyed = [column for column, text in by_key.items() if keys.columns.get(text) == head.column]
        if anchors.captions is None:
            found[head.column] = keyed
            continue
        beside = anchors.captions + head.column - LABEL_COLUMN
        further = [column for column in keyed if column > beside]
        if beside in keyed or not further:
            found[head.column] = [beside]
            continue
        empty = all(column not in lines[row] for row in rows for column in range(beside, further[-1]))
        found[head.column] = further if empty else []
    return found


class _Lost:
    """Columns that something is to be said of: one note for all blocks that share a column of the sheet."""

    def __init__(self, raw: RawSheet) -> None:
        self._raw = raw
        self._found: dict[tuple[str, int], list[tuple[str, list[int], int]]] = {}

    def add(self, code: str, column: int, shown: str, at: list[int], rows: list[int]) -> None:
        """A column of a block: how it is called, and where it is, if anywhere."""
        self._found.setdefault((code, column), []).append((" ".join(shown.split()), at, rows[0]))

    def notes(self, *, hard: bool) -> list[StructureNote]:
        """The notes, with the headings of the column in all blocks."""
        notes = []
        for (code, _), found in sorted(self._found.items()):
            shown = ", ".join(dict.fromkeys(f"«{text}»" for text, _, _ in found if text))
            cells = [cell_name(row, column) for _, at, row in found for column in at]
            details: dict[str, object] = {"column": shown, "count": len(found)}
            if code == "column-twice":
                details["cells"] = ", ".join(cells)
            cell = cells[0] if code == "column-moved" else ""
            notes.append(StructureNote(code, hard, self._raw.name, cell, details))
        return notes
