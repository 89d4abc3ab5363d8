"""What somebody wrote on a sheet where the form asks nothing: it is not counted, so it is said what it is and where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Literal

from xlforms.intake.raw import CellKind, RawCell, RawSheet
from xlforms.intake.row_witnesses import SheetKeys, cell_text
from xlforms.intake.submission import StructureNote
from xlforms.intake.texts import fold, tidy
from xlforms.layout.place import cell_name

Place = tuple[int, int]

MOST_NOTES = 20  # on one sheet; a pasted sheet of somebody's own would hide everything else
_MOST_CELLS = 12
_MOST_LETTERS = 60


def places_outside(keys: SheetKeys, cells: Mapping[Place, RawCell]) -> list[Place]:
    """The cells that hold something where the form as issued writes nothing and asks nothing.

    A merged cell that is repeated in the cells that it covers is left out: ExcelJS writes CSV so (measured: 4.4.0).
    """
    outside = sorted(place for place in cells.keys() - keys.known.places if fold(cell_text(cells[place])))
    return [place for place in outside if not _repeats(keys, cells, place)]


def _repeats(keys: SheetKeys, cells: Mapping[Place, RawCell], place: Place) -> bool:
    """Whether a cell holds just what the merged cell holds that covers it."""
    merged = keys.known.covered.get(place)
    return merged is not None and merged in cells and cells[merged][1] == cells[place][1]


def notes_in_place(keys: SheetKeys, raw: RawSheet, outside: Iterable[Place]) -> list[StructureNote]:
    """What was written on a sheet whose rows and columns are where they were: `outside`, and over texts of the form."""
    changed = [
        (place, text)
        for place, text in keys.known.texts
        if (cell := raw.cells.get(place)) is not None
        and cell[1] != text
        and fold(cell_text(cell)) not in ("", fold(text))
    ]
    notes = []
    for place, text in changed:
        details: dict[str, object] = {"contents": contents(keys, raw, [place]), "text": _shortened(text)}
        code = "text-in-closed" if place in keys.known.closed else "text-changed"
        notes.append(StructureNote(code, False, raw.name, cell_name(*place), details))
    return limited(raw, notes + grouped(keys, raw, outside, "text-outside"))


def grouped(
    keys: SheetKeys, raw: RawSheet, places: Iterable[Place], code: str, *, by: Literal[0, 1] = 0, hard: bool = False
) -> list[StructureNote]:
    """A note for each row (0) or column (1) of these places; those that `limited` never shows tell no contents."""
    found: dict[int, list[Place]] = {}
    for place in places:
        found.setdefault(place[by], []).append(place)
    return [
        StructureNote(
            code, hard, raw.name, cell_name(*group[0]),
            {"contents": contents(keys, raw, group) if number < MOST_NOTES else ""},
        )
        for number, group in enumerate(found.values())
    ]  # fmt: skip


def limited(raw: RawSheet, notes: list[StructureNote]) -> list[StructureNote]:
    """The first notes of a sheet; the last one says how many are left out."""
    if len(notes) <= MOST_NOTES:
        return notes
    shown, left = notes[: MOST_NOTES - 1], notes[MOST_NOTES - 1 :]
    hard = any(note.hard for note in left)
    return [*shown, StructureNote("more-outside", hard, raw.name, left[0].cell, {"count": len(left)})]


def contents(keys: SheetKeys, raw: RawSheet, places: Iterable[Place]) -> str:
    """What stands in some cells, each with its name: «D9: 5; E9: труда»; nothing that may be personal."""
    found = list(islice((place for place in places if fold(cell_text(raw.cells.get(place)))), _MOST_CELLS + 1))
    shown = [f"{cell_name(*place)}: {_shown(keys, raw.cells[place])}" for place in found[:_MOST_CELLS]]
    return "; ".join(shown) + (" …" if len(found) > _MOST_CELLS else "")


def _shown(keys: SheetKeys, cell: RawCell) -> str:
    if keys.personal:
        return "…"
    if cell[0] == CellKind.BOOLEAN:
        return "ИСТИНА" if cell[1] else "ЛОЖЬ"
    text = cell_text(cell)
    return _shortened(text.replace(".", ",") if isinstance(cell[1], float) else text)


def _shortened(text: str) -> str:
    plain = " ".join(tidy(text).split())
    return plain if len(plain) <= _MOST_LETTERS else plain[: _MOST_LETTERS - 1] + "…"
