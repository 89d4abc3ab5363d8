"""The answers themselves, tidy: `data/FORM.TABLE.csv`, a row for each unit and row of the table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from xlforms.consolidation.summary import FormSummary, Summary, VersionSummary
from xlforms.definitions.items import BlockGrid, Item
from xlforms.expressions.semantics import State
from xlforms.reports.answer_columns import answer_column
from xlforms.reports.csv_files import Row
from xlforms.reports.machine_table import Column, MachineTable
from xlforms.reports.table_words import MUNICIPALITY, ROW, UNIT

_CARD_ROW, _TABLE_ROW = "одна организация", "строка таблицы у одной организации"


def data_files(summary: Summary) -> Iterator[MachineTable]:
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


def _data_file(summary: Summary, form: FormSummary, block_id: str, order: dict[str, int]) -> MachineTable | None:
    """One table or card: a row for each unit and, in a table, row of the form; then the answers."""
    versions = [(version, grid) for version in form.versions if (grid := _block(version, block_id)) is not None]
    grids = [grid for _, grid in versions]
    asked = _asked(grids)
    if not asked:
        return None
    is_card = grids[0].kind == "card"
    rows = [row for version, grid in versions for row in _rows(summary, version, grid, tuple(asked), is_card=is_card)]
    rows.sort(key=lambda row: order[str(row[0])])  # stable: the rows of a unit stay in the order of the form
    keys = (UNIT, MUNICIPALITY) if is_card else (UNIT, MUNICIPALITY, _row_column(grids))
    taken = {key.name for key in keys}
    names = {column: f"{block_id}_{column}" if column in taken else column for column in asked}
    return MachineTable(
        name=f"data/{form.form}.{block_id}",
        title=grids[0].title or _section_title(form, block_id),
        columns=(*keys, *(answer_column(names[column], column, items, grids) for column, items in asked.items())),
        key=("unit",) if is_card else ("unit", "row"),
        rows=tuple(rows),
        description=f"{form.title}. Строка – {_CARD_ROW if is_card else _TABLE_ROW}.",
    )


def _section_title(form: FormSummary, block_id: str) -> str:
    """What stands above a block that has no title of its own, in the newest version that has it."""
    return next(
        section.title
        for version in form.versions
        for section in version.sections
        if any(block.id == block_id for block in section.blocks)
    )


def _row_column(grids: Sequence[BlockGrid]) -> Column:
    """The column that tells the rows of a table apart, with their captions in the newest version that has them."""
    if any(grid.open_rows for grid in grids):
        return replace(ROW, description="Номер строки списка; строк, в которых ничего не учтено, нет.")
    labels: dict[str, str] = {}
    for grid in grids:
        asked = {row for row, _ in grid.cells}
        labels = {line.id: line.caption for line in grid.rows if line.id in asked} | labels
    return replace(ROW, constraints={**ROW.constraints, "enum": list(labels)}, labels=labels)


def _asked(grids: Sequence[BlockGrid]) -> dict[str, list[Item]]:
    """The items that are not personal by column, in printed order; columns of older versions come last."""
    found: dict[str, list[Item]] = {}
    for grid in grids:
        asked: dict[str, list[Item]] = {}
        for item in grid.cells.values():
            if not item.personal:
                asked.setdefault(item.column, []).append(item)
        order = [column.id for column in grid.columns] if grid.kind == "table" else list(asked)
        for column in order:
            if column in asked:
                found.setdefault(column, []).extend(asked[column])
    return found


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
