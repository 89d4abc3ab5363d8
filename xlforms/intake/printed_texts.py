"""Locked texts that came back changed: a deadline moved, a unit of measure overwritten."""

from __future__ import annotations

from collections.abc import Iterator

from xlforms.intake.placement import Placement
from xlforms.intake.raw import CellKind, RawCell, RawSheet, date_of_serial
from xlforms.intake.row_witnesses import SheetKeys, cell_text
from xlforms.intake.submission import PrintedChange
from xlforms.intake.texts import fold
from xlforms.layout.place import cell_name


def changed_texts(keys: SheetKeys, raw: RawSheet, placement: Placement, *, date1904: bool) -> Iterator[PrintedChange]:
    """The printed texts of a sheet that do not stand where they should; case and spaces do not matter.

    A text whose row or column is gone is left out: what is lost with it has its own note.
    """
    for printed in keys.sheet.printed:
        at = placement.find(printed.row, printed.column)
        if at is None:
            continue
        cell = raw.cells.get(at)
        if cell is not None and cell[1] == printed.text:
            continue  # the usual case
        now = shown_text(cell, date1904=date1904)
        if fold(now) != fold(printed.text):
            yield PrintedChange(printed, raw.name, cell_name(*at), " ".join(now.split()))


def shown_text(cell: RawCell | None, *, date1904: bool) -> str:
    """What a cell shows; a date as 15.08.2020, because a retyped deadline becomes one."""
    if cell is not None and cell[0] == CellKind.DATE and isinstance(cell[1], int | float):
        try:
            return f"{date_of_serial(cell[1], date1904):%d.%m.%Y}"
        except ValueError:  # a number that no certain date has is shown as it is
            return cell_text(cell)
    return cell_text(cell)
