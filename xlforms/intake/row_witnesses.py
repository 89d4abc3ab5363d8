"""Which row of a planned sheet a row of the returned sheet is.

Three witnesses speak for a row: the hidden key, the visible code and the caption. The caption wins when it is exactly
one of the sheet's own, because it is what stood beside the cell while the person typed; else key and code must agree.
Measured on rows inserted, deleted and sorted in every way (design notes, `workbook.md`, parts 1 and 3).
"""

from __future__ import annotations

from dataclasses import dataclass

from xlforms.intake.raw import RawCell
from xlforms.intake.texts import fold
from xlforms.layout.plan import LABEL_COLUMN, SheetPlan


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

    `captions` tells which rows have a caption: several rows may share one («других предметов»). `printed` are texts of
    the caption column that name no row: headings. `personal` says that answers of this sheet must not be repeated.
    """

    sheet: SheetPlan
    rows: tuple[RowWitnesses, ...]
    keys: dict[str, int]
    codes: dict[int, int]
    captions: dict[str, frozenset[int]]
    printed: frozenset[str]
    columns: dict[str, int]
    personal: bool


@dataclass(frozen=True, slots=True)
class HeardRow:
    """What the witnesses of one returned row say.

    `row` is the planned row, None when they contradict each other; `agreed` is False when one of them was overruled.
    """

    row: int | None
    agreed: bool


def keys_of(sheet: SheetPlan) -> SheetKeys:
    """Prepares the witnesses of a planned sheet."""
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
        printed=frozenset(
            fold(cell.text) for cell in sheet.fixed if cell.column == LABEL_COLUMN and cell.role != "label"
        ),
        columns={key: column for column, key in sheet.column_keys},
        personal=any(cell.item.personal for cell in sheet.answers),
    )


def hear(keys: SheetKeys, key: str, code: str, caption: str) -> HeardRow | None:
    """What the key, code and caption of a returned row say together; None for a row that is none of the form's.

    A caption that several rows share decides together with the code, which stands beside it, or with the key. A lone
    number in the code column, and a caption that is also a heading, name nothing.
    """
    by_key, by_code, folded = keys.keys.get(key), keys.codes.get(code_number(code)), fold(caption)
    named = keys.captions.get(folded, frozenset())
    if by_key is None and (not named or (by_code is None and folded in keys.printed)):
        return None
    row: int | None
    if len(named) == 1:
        (row,) = named
    elif named:
        row = next((witness for witness in (by_code, by_key) if witness in named), None)
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
