"""A returned sheet row by row, and where on it the witnesses stand: keys, codes and captions are sought by content."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from xlforms.intake.raw import RawCell
from xlforms.intake.row_witnesses import SheetKeys, cell_text, code_number
from xlforms.intake.texts import fold
from xlforms.layout.header import CODE_CAPTION
from xlforms.layout.plan import CODE_COLUMN, LABEL_COLUMN

Lines = Mapping[int, Mapping[int, str]]
"""The texts of the cells that hold any, by row and column."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """The row of column keys, and the columns of row keys, codes and captions; None when there is none on the sheet."""

    key_row: int | None
    keys: int | None
    codes: int | None
    captions: int | None

    @property
    def columns(self) -> tuple[int, int, int]:
        """Keys, codes and captions; -1 for none."""
        keys, codes, captions = (-1 if at is None else at for at in (self.keys, self.codes, self.captions))
        return keys, codes, captions


def lines_of(cells: Mapping[tuple[int, int], RawCell]) -> dict[int, dict[int, str]]:
    """The texts of a sheet, rows and columns ascending."""
    lines: dict[int, dict[int, str]] = {}
    for (row, column), cell in sorted(cells.items()):
        text = cell_text(cell)
        if text:
            lines.setdefault(row, {})[column] = text
    return lines


def find_anchors(keys: SheetKeys, lines: Lines) -> Anchors:
    """Where most keys, codes and captions of a planned sheet stand on a returned one."""
    key_rows: Counter[int] = Counter()
    row_keys: Counter[int] = Counter()
    captions: Counter[int] = Counter()
    folded = {text: fold(text) for line in lines.values() for text in line.values()}
    for row, line in lines.items():
        for column, text in line.items():
            key_rows[row] += text in keys.columns
            row_keys[column] += text in keys.keys
            captions[column] += folded[text] in keys.captions
    key_row, caption = _most(key_rows), _most(captions)
    return Anchors(key_row, _most(row_keys), _code_column(keys, lines, folded, key_row, caption), caption)


def _most(counts: Counter[int]) -> int | None:
    """The place with the greatest count, of several the first; None when nothing was counted."""
    best = min(counts, key=lambda place: (-counts[place], place), default=None)
    return None if best is None or not counts[best] else best


def _code_column(
    keys: SheetKeys, lines: Lines, folded: Mapping[str, str], key_row: int | None, captions: int | None
) -> int | None:
    """The column under «стр.»; without that heading, where codes agree with captions, or by its key, or its place."""
    heading = fold(CODE_CAPTION)
    headed = Counter(column for line in lines.values() for column, text in line.items() if folded[text] == heading)
    found = _most(headed)
    if found is not None:
        return found
    agreeing: Counter[int] = Counter()
    for line in lines.values():
        named = (
            keys.captions.get(folded.get(line.get(captions, ""), ""), frozenset())
            if captions is not None
            else frozenset()
        )
        for column, text in line.items():
            agreeing[column] += keys.codes.get(code_number(text)) in named
    found = _most(agreeing)
    if found is not None and agreeing[found] * 2 >= len(keys.rows):
        return found
    if key_row is not None:
        by_key = [column for column, text in lines[key_row].items() if keys.columns.get(text) == CODE_COLUMN]
        if len(by_key) == 1:
            return by_key[0]
    step = LABEL_COLUMN - CODE_COLUMN
    return captions - step if captions is not None and captions >= step else None
