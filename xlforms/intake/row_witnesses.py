"""Which row of a planned sheet a row of the returned sheet is.

Three witnesses speak for a row: the hidden key, the visible code and the caption. The caption wins when it is exactly
one of the sheet's own, because it is what stood beside the cell while the person typed; else key and code must agree.
Rows that share a caption are told apart by code and key, if the other rows show that these still stand beside their
captions, and else by the other texts that the form prints in them.
Measured on rows inserted, deleted and sorted in every way (design notes, `workbook.md`, parts 1 and 3).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from xlforms.intake.column_witnesses import BlockKeys, blocks_of
from xlforms.intake.known_cells import KnownCells, known_cells
from xlforms.intake.raw import RawCell
from xlforms.intake.texts import fold
from xlforms.layout.plan import LABEL_COLUMN, Plan, SheetPlan


@dataclass(frozen=True, slots=True)
class RowWitnesses:
    """What the form prints beside one row: hidden key, visible code, caption (as printed, and folded)."""

    row: int
    key: str
    code: int
    caption: str
    folded: str


@dataclass(frozen=True)
class SheetKeys:
    """What the reader needs of a planned sheet, prepared once.

    `captions` tells which rows have a caption: several rows may share one («других предметов»). `beside` are the other
    printed texts of rows that share theirs, folded, by column. `printed` are texts of the caption column that name no
    row: headings. `personal` says that answers of this sheet must not be repeated. `blocks` are
    the witnesses of columns, `known` the cells that the form itself writes.
    """

    sheet: SheetPlan
    rows: tuple[RowWitnesses, ...]
    keys: dict[str, int]
    codes: dict[int, int]
    captions: dict[str, frozenset[int]]
    beside: dict[int, dict[int, str]]
    printed: frozenset[str]
    columns: dict[str, int]
    personal: bool
    blocks: tuple[BlockKeys, ...]
    known: KnownCells

    @cached_property
    def block_of(self) -> dict[int, int]:
        """The number of the block of each planned row."""
        return {row: number for number, block in enumerate(self.blocks) for row in block.rows}


@dataclass(frozen=True, slots=True)
class Trust:
    """Whether the codes and the keys of a returned sheet still stand beside their captions."""

    code: bool = True
    key: bool = True


_BOTH = Trust()
_MANY = 2


@dataclass(frozen=True, slots=True)
class HeardRow:
    """What the witnesses of one returned row say.

    `row` is the planned row, None when they contradict each other; `agreed` is False when one of them was overruled.
    """

    row: int | None
    agreed: bool


def keys_of(sheet: SheetPlan, plan: Plan | None = None) -> SheetKeys:
    """Prepares the witnesses of a planned sheet; the plan tells what its rules write there."""
    codes = {cell.row: int(cell.text) for cell in sheet.fixed if cell.role == "row_code"}
    captions = {cell.row: cell.text for cell in sheet.fixed if cell.role == "label"}
    rows = tuple(RowWitnesses(row, key, codes[row], captions[row], fold(captions[row])) for row, key in sheet.row_keys)
    sharing: dict[str, set[int]] = {}
    for row in rows:
        sharing.setdefault(row.folded, set()).add(row.row)
    return SheetKeys(
        sheet=sheet,
        rows=rows,
        keys={row.key: row.row for row in rows},
        codes={row.code: row.row for row in rows},
        captions={caption: frozenset(found) for caption, found in sharing.items()},
        beside=_beside(sheet, {row for found in sharing.values() if len(found) > 1 for row in found}),
        printed=frozenset(
            fold(cell.text) for cell in sheet.fixed if cell.column == LABEL_COLUMN and cell.role != "label"
        ),
        columns={key: column for column, key in sheet.column_keys},
        personal=any(cell.item.personal for cell in sheet.answers),
        blocks=blocks_of(sheet),
        known=known_cells(sheet, plan),
    )


def trust_in(keys: SheetKeys, rows: Iterable[tuple[str, str, str]]) -> Trust:
    """What the rows of a returned sheet (key, code, caption) show of codes and keys.

    Where rows were sorted or swapped without their codes at least two codes are wrong; one is a caption rewritten.
    """
    wrong_codes = wrong_keys = 0
    for key, code, caption in rows:
        named = keys.captions.get(fold(caption), frozenset())
        if named:
            wrong_codes += keys.codes.get(code_number(code)) not in {None, *named}
            wrong_keys += keys.keys.get(key) not in {None, *named}
    return Trust(code=wrong_codes < _MANY, key=wrong_keys < _MANY)


def hear(
    keys: SheetKeys, key: str, code: str, caption: str, trust: Trust = _BOTH, alike: frozenset[int] = frozenset()
) -> HeardRow | None:
    """What the key, code and caption of a returned row say together; None for a row that is none of the form's.

    A caption that several rows share decides together with the code, which stands beside it, or with the key, as far as
    they can be trusted, else with the other texts printed in the row: those of the planned rows `alike`. A lone number
    in the code column, and a caption that is also a heading, name nothing.
    """
    by_key, by_code, folded = keys.keys.get(key), keys.codes.get(code_number(code)), fold(caption)
    named = keys.captions.get(folded, frozenset())
    if by_key is None and (not named or (by_code is None and folded in keys.printed)):
        return None
    row: int | None
    if len(named) == 1:
        (row,) = named
    elif named:
        witnesses = (by_code if trust.code else None, by_key if trust.key else None)
        row = next((witness for witness in witnesses if witness in named), None)
        if row is None and len(alike & named) == 1:
            (row,) = alike & named
    else:
        row = by_key if by_key == by_code else None
    return HeardRow(row, {by_key, by_code, row} - {None} == {row})


def code_number(text: str) -> int:
    """A visible code as a number, because some programs make «01» of it and others 1; -1 for what is no code."""
    stripped = text.strip()
    return int(stripped) if stripped.isascii() and stripped.isdecimal() and len(stripped) < 10 else -1


def cell_text(cell: RawCell | None) -> str:
    """What a cell shows, for comparing with what the form prints; a whole number without «.0»."""
    if cell is None:
        return ""
    value = cell[1]
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value)


def _beside(sheet: SheetPlan, rows: Collection[int]) -> dict[int, dict[int, str]]:
    """The printed texts of some rows, folded, by column."""
    found: dict[int, dict[int, str]] = {row: {} for row in rows}
    for cell in sheet.printed:
        if cell.row in found:
            found[cell.row][cell.column] = fold(cell.text)
    return found
