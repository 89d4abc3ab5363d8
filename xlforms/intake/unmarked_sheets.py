"""Sheets that lost their corner cell: copied without hidden rows and columns, or with the hidden ones deleted.

What is printed on a sheet tells which sheet of which form it is; its rows and columns need their own witnesses besides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from xlforms.definitions.items import TITLE_SECTION
from xlforms.intake.answer_reader import PlanKeys
from xlforms.intake.found_sheet import FoundSheet, KnownBy
from xlforms.intake.raw import RawSheet, RawWorkbook
from xlforms.intake.row_witnesses import SheetKeys, cell_text
from xlforms.intake.texts import fold
from xlforms.intake.unit_line import unit_in_line
from xlforms.layout.anchors import Corner

SERVICE_SHEETS = frozenset({"_xf", "_lists"})
_LEAST = 2  # rows or columns that a sheet must share with ours


@dataclass(frozen=True, slots=True)
class _Shown:
    """All texts of a returned sheet, as they are and folded."""

    texts: frozenset[str]
    folded: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Likeness:
    """How much of a planned sheet a returned one shows: all printed texts and keys, and what names its rows."""

    words: int
    keys: SheetKeys
    known_by: KnownBy


def without_corner(workbook: RawWorkbook, found: Iterable[FoundSheet]) -> list[RawSheet]:
    """The sheets that hold something, have no corner cell, and are not the form's own service sheets."""
    names = {sheet.raw.name for sheet in found}
    return [sheet for sheet in workbook.sheets if sheet.cells and sheet.name not in names | SERVICE_SHEETS]


def recognise_sheets(sheets: Iterable[RawSheet], keys: PlanKeys) -> list[FoundSheet]:
    """Those of the sheets that are a sheet of this form, in their order."""
    found = []
    for raw in sheets:
        like = _most_like(_shown(raw), keys)
        if like is not None:
            section, checksum = like.keys.sheet.section, like.keys.sheet.checksum
            unit, cell = unit_in_line(raw, like.keys.known.form_line)
            corner = Corner(keys.plan.form, keys.plan.version, unit, section, checksum)
            found.append(FoundSheet(raw, None, corner, like.known_by, cell))
    return found


def recognise_form(sheets: list[RawSheet], plans: Mapping[tuple[str, str], PlanKeys]) -> PlanKeys | None:
    """The form that the sheets belong to: the one of which they show most; None when none or several are meant.

    A title sheet alone tells nothing: it is the same in all forms. Of versions that are alike the last is taken.
    """
    best: list[tuple[int, tuple[str, str]]] = []
    shown = [_shown(raw) for raw in sheets]
    for name in plans:
        likenesses = [like for sheet in shown if (like := _most_like(sheet, plans[name])) is not None]
        if any(like.keys.sheet.section != TITLE_SECTION for like in likenesses):
            best.append((sum(like.words for like in likenesses), name))
    best.sort()
    rivals = {name[0] for words, name in best if words == best[-1][0]}
    return plans[best[-1][1]] if len(rivals) == 1 else None


def _shown(raw: RawSheet) -> _Shown:
    texts = frozenset(text for cell in raw.cells.values() if (text := cell_text(cell)))
    return _Shown(texts, frozenset(fold(text) for text in texts))


def _most_like(shown: _Shown, keys: PlanKeys) -> _Likeness | None:
    """The sheet of a form that a returned one shows most of."""
    found = [
        like for sheet in keys.sheets.values() if (like := _likeness(sheet, shown.texts, shown.folded)) is not None
    ]
    return max(found, key=lambda like: like.words, default=None)


def _likeness(sheet: SheetKeys, texts: frozenset[str], folded: frozenset[str]) -> _Likeness | None:
    """How like a planned sheet is; None when too few of its rows, or of its rows and columns, are there."""
    if not sheet.rows:
        return None
    keyed = len(sheet.keys.keys() & texts)
    captions = len(sheet.captions.keys() & folded)
    headings = {head.heading for block in sheet.blocks for head in block.heads if head.heading}
    seen = len(headings & folded)
    half = max(keyed / len(sheet.keys), captions / len(sheet.captions)) >= 0.5
    rows = max(keyed, captions)
    if not (half and rows + seen >= _LEAST) and not (rows >= _LEAST and seen >= _LEAST and 2 * seen >= len(headings)):
        return None
    line = sheet.known.form_line
    named = any(text.startswith(line) for text in folded) if line else False
    words = len(sheet.known.words & folded) + keyed + 2 * named
    return _Likeness(words, sheet, "keys" if 2 * keyed >= len(sheet.keys) else "captions")
