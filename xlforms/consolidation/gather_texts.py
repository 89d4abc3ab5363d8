"""Gathers the open texts of all units by what they were asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from xlforms.consolidation.gathered_texts import GatheredTheme, Saying
from xlforms.consolidation.group_texts import group_texts
from xlforms.consolidation.summary import VersionSummary
from xlforms.definitions.items import BlockGrid, Item

Theme = tuple[str, str, str]
"""The ids of the block, the row and the column; one of the last two is empty."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """An item of a theme; `place` tells it from the others of the theme."""

    item: Item
    theme: Theme
    caption: str
    place: str


def gather_texts(versions: Sequence[VersionSummary], order: Sequence[str]) -> tuple[GatheredTheme, ...]:
    """The themes of one form: those that it marks `first`, then the others, each in the order of the form.

    `versions` are the newest first; where two tell differently of one item, the newer is believed. `order` is that of
    the units. Only answers that count are gathered, personal ones never, and blank ones not at all. A theme is a field
    of a card or a column of a table; a table of known rows is gathered by rows where that gives fewer themes, such as
    «требует ремонта» of three buildings.
    """
    seen: set[str] = set()
    asked: list[_Asked] = []
    for version in versions:
        blocks = [block for section in version.sections for block in section.blocks]
        asked += [entry for block in blocks for entry in _asked(block) if entry.item.name not in seen]
        seen.update(item.name for block in blocks for item in block.cells.values())
    captions: dict[Theme, str] = {}
    for entry in sorted(asked, key=lambda entry: entry.item.gathered != "first"):
        captions.setdefault(entry.theme, entry.caption)
    said = _sayings(versions, order, asked)
    return tuple(
        GatheredTheme(theme[0], theme[2], caption, group_texts(said[theme]), theme[1])
        for theme, caption in captions.items()
        if theme in said
    )


def _asked(block: BlockGrid) -> list[_Asked]:
    """The gathered items of a block, each with its theme and the caption of that."""
    places = [(place, item) for place, item in block.cells.items() if item.gathered and not item.personal]
    rows, columns = {row for (row, _), _ in places}, {column for (_, column), _ in places}
    known_rows = block.kind == "table" and not block.open_rows
    by_rows = known_rows and len(rows) < len(columns)
    row_captions = {line.id: line.caption for line in block.rows}
    column_captions = {line.id: ": ".join(filter(None, (line.group_caption, line.caption))) for line in block.columns}
    found = []
    for (row, column), item in places:
        of_row, of_column = row_captions[row], column_captions[column]
        if block.kind == "card":
            theme, caption, place = (block.id, "", row), of_row, ""
        elif by_rows:
            theme, caption, place = (block.id, row, ""), of_row, of_column
        else:
            theme, caption, place = (block.id, "", column), of_column, of_row if known_rows else ""
        found.append(_Asked(item, theme, " – ".join(filter(None, (block.title, caption))), place))
    return found


def _sayings(
    versions: Sequence[VersionSummary], order: Sequence[str], asked: Sequence[_Asked]
) -> dict[Theme, list[Saying]]:
    """What was said to each theme, by units in their order and then by items in that of the form."""
    units = {unit: number for number, unit in enumerate(order)}
    items = {entry.item.name: number for number, entry in enumerate(asked)}
    found: dict[Theme, list[Saying]] = defaultdict(list)
    for version in versions:
        for entry in asked:
            name = entry.item.name
            if name not in version.dataset.positions:
                continue
            texts = version.dataset.column(name).values
            for submission in np.flatnonzero(version.counted[name]).tolist():
                text = str(texts[submission])
                if text.strip():
                    found[entry.theme].append(Saying(version.files[submission].unit, name, text, entry.place))
    for sayings in found.values():
        sayings.sort(key=lambda saying: (units[saying.unit], items[saying.item]))
    return found
