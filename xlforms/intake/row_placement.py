"""Where the rows of a planned sheet are on a returned one."""

from __future__ import annotations

from collections.abc import Mapping

from xlforms.intake.outside_cells import contents
from xlforms.intake.raw import RawSheet
from xlforms.intake.row_witnesses import SheetKeys, hear, trust_in
from xlforms.intake.sheet_lines import Anchors, Lines
from xlforms.intake.submission import StructureNote
from xlforms.intake.texts import fold
from xlforms.layout.place import cell_name
from xlforms.layout.plan import LABEL_COLUMN


def find_rows(
    keys: SheetKeys, raw: RawSheet, lines: Lines, anchors: Anchors, notes: list[StructureNote]
) -> dict[int | None, list[int]]:
    """The places of every planned row, and under None those of rows of the form that cannot be told."""
    found: dict[int | None, list[int]] = {}
    columns = anchors.columns
    at_caption = columns[2] if columns[2] >= 0 else max(columns[0], 0)
    said = {row: _said(line, columns) for row, line in lines.items() if any(column in line for column in columns)}
    trust = trust_in(keys, said.values())
    texts = _text_columns(keys, lines, anchors)
    for row, (key, code, caption) in said.items():
        heard = hear(keys, key, code, caption, trust, _alike(keys, lines[row], caption, texts))
        if heard is None:
            continue
        cell = cell_name(row, at_caption)
        shown = "…" if keys.personal and fold(caption) not in keys.captions else caption
        found.setdefault(heard.row, []).append(row)
        if heard.row is None:
            answers = [(row, column) for column in lines[row] if column not in columns]
            details: dict[str, object] = {"label": shown, "contents": contents(keys, raw, answers)}
            notes.append(StructureNote("row-unplaced", True, raw.name, cell, details))
        elif not keys.captions.get(fold(caption)) and fold(caption):
            own = next(planned.caption for planned in keys.rows if planned.row == heard.row)
            notes.append(StructureNote("row-by-code", False, raw.name, cell, {"label": own, "written": shown}))
        elif not heard.agreed:
            notes.append(StructureNote("row-moved", False, raw.name, cell, {"label": shown}))
    for planned in keys.rows:
        places = found.get(planned.row, [])
        if not places:
            notes.append(StructureNote("row-missing", True, raw.name, "", {"label": planned.caption}))
        elif len(places) > 1:
            cells = ", ".join(cell_name(row, at_caption) for row in places)
            details = {"label": planned.caption, "cells": cells}
            notes.append(StructureNote("row-twice", True, raw.name, "", details))
    return found


def _said(line: Mapping[int, str], columns: tuple[int, int, int]) -> tuple[str, str, str]:
    """The key, code and caption of a returned row."""
    key, code, caption = (line.get(column, "") for column in columns)
    return key, code, caption


def _text_columns(keys: SheetKeys, lines: Lines, anchors: Anchors) -> dict[int, int]:
    """Planned columns by their keys; without these as far from the captions as they were."""
    if anchors.key_row is not None:
        return {keys.columns[text]: column for column, text in lines[anchors.key_row].items() if text in keys.columns}
    shift = (anchors.captions if anchors.captions is not None else LABEL_COLUMN) - LABEL_COLUMN
    return {planned: planned + shift for planned in keys.columns.values()}


def _alike(keys: SheetKeys, line: Mapping[int, str], caption: str, places: Mapping[int, int]) -> frozenset[int]:
    """The planned rows of a shared caption whose other printed texts are those of a returned row."""
    named = keys.captions.get(fold(caption), frozenset())
    if len(named) < 2:
        return frozenset()
    return frozenset(
        planned
        for planned in named
        if all(
            column in places and fold(line.get(places[column], "")) == text
            for column, text in keys.beside[planned].items()
        )
    )
