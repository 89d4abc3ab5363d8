"""The answers themselves, tidy: `data/FORM.TABLE.csv`, a row for each unit and row of the table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from xlforms.consolidation.summary import FormSummary, Summary, VersionSummary
from xlforms.definitions.items import BlockGrid, Item
from xlforms.expressions.semantics import State
from xlforms.reports.csv_files import Row


@dataclass(frozen=True)
class DataFile:
    """One table or card of a form.

    `keys` say whose answers a row holds: unit, municipality and, in a table, row; then come `columns`, each with the
    `types` of its items. `rows` hold keys and answers.
    """

    name: str
    title: str
    keys: tuple[str, ...]
    columns: tuple[str, ...]
    types: tuple[frozenset[str], ...]
    rows: tuple[Row, ...]


def data_files(summary: Summary) -> Iterator[DataFile]:
    """The data files of every form; answers that do not count are left empty, personal ones have no column."""
    order = {unit.unit: number for number, unit in enumerate(summary.units)}
    for form in summary.forms:
        blocks: dict[str, None] = dict.fromkeys(
            block.id for version in form.versions for section in version.sections for block in section.blocks
        )
        for block in blocks:
            file = _data_file(summary, form, block, order)
            if file is not None:
                yield file


def _data_file(summary: Summary, form: FormSummary, block_id: str, order: dict[str, int]) -> DataFile | None:
    grids = [(version, grid) for version in form.versions if (grid := _block(version, block_id)) is not None]
    newest = grids[0][1]
    types = _types([grid for _, grid in grids])
    if not types:
        return None
    is_card = newest.kind == "card"
    rows = [row for version, grid in grids for row in _rows(summary, version, grid, tuple(types), is_card=is_card)]
    rows.sort(key=lambda row: order[str(row[0])])  # stable: the rows of a unit stay in the order of the form
    keys = ("unit", "municipality") if is_card else ("unit", "municipality", "row")
    return DataFile(
        name=f"data/{form.form}.{block_id}.csv",
        title=newest.title,
        keys=keys,
        columns=tuple(f"{block_id}_{name}" if name in keys else name for name in types),
        types=tuple(frozenset(found) for found in types.values()),
        rows=tuple(rows),
    )


def _types(grids: Sequence[BlockGrid]) -> dict[str, set[str]]:
    """The columns with an item that is not personal, in printed order, and the types of their items."""
    types: dict[str, set[str]] = {}
    for grid in grids:
        asked: dict[str, set[str]] = {}
        for item in grid.cells.values():
            if not item.personal:
                asked.setdefault(item.column, set()).add(item.type)
        order = [column.id for column in grid.columns] if grid.kind == "table" else list(asked)
        for column in order:
            if column in asked:
                types.setdefault(column, set()).update(asked[column])
    return types


def _block(version: VersionSummary, block_id: str) -> BlockGrid | None:
    return next((block for section in version.sections for block in section.blocks if block.id == block_id), None)


def _rows(
    summary: Summary, version: VersionSummary, grid: BlockGrid, columns: Sequence[str], *, is_card: bool
) -> Iterator[Row]:
    """Rows by unit, then in the order of the form; open rows without any answer are left out."""
    by_row: dict[str, dict[str, Item]] = {}
    for (row, _), item in grid.cells.items():
        by_row.setdefault("" if is_card else row, {})[item.column] = item
    answers = {item.name: _answers(version, item) for item in grid.cells.values() if not item.personal}
    blank = [None] * len(version.files)
    answered = {row: _answered(version, items.values()) for row, items in by_row.items()} if grid.open_rows else {}
    lines = []
    for row, items in by_row.items():
        found = [answers.get(items[column].name, blank) if column in items else blank for column in columns]
        lines.append((row, list(zip(*found, strict=True))))
    for number, file in enumerate(version.files):
        unit, municipality = file.unit, summary.municipality(file.unit)
        for row, values in lines:
            if grid.open_rows and number not in answered[row]:
                continue
            yield (unit, municipality, *values[number]) if is_card else (unit, municipality, row, *values[number])


def _answers(version: VersionSummary, item: Item) -> list[object | None]:
    """The answers to an item in the order of submissions, None for those that do not count."""
    counted = version.counted[item.name].tolist()
    if item.computed:
        numbers = version.dataset.computed(item).values.tolist()
        return [number if count else None for number, count in zip(numbers, counted, strict=True)]
    position = version.dataset.positions[item.name]
    submissions = version.dataset.submissions
    values = [
        submission.values[position] if count else None for submission, count in zip(submissions, counted, strict=True)
    ]
    if item.blank_zero:  # what counts without being there is zero
        return [0 if count and value is None else value for value, count in zip(values, counted, strict=True)]
    return list(values)


def _answered(version: VersionSummary, items: Iterable[Item]) -> set[int]:
    """The submissions with something that counts in any of the items, computed ones and zeros for blanks aside."""
    found: set[int] = set()
    for item in items:
        if not item.computed:
            given = version.dataset.column(item.name).states == State.VALUE
            found.update(np.flatnonzero(given & version.counted[item.name]).tolist())
    return found
