"""The answers themselves, tidy: `data/FORM.TABLE.csv`, a row for each unit and row of the table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from xlforms.consolidation.summary import FormSummary, Summary, VersionSummary
from xlforms.definitions.items import BlockGrid, Item
from xlforms.reports.csv_files import Row, print_value
from xlforms.reports.safe_text import safe_text


@dataclass(frozen=True)
class DataFile:
    """One table or card of a form: file name, columns with the item types they hold, and its rows."""

    name: str
    title: str
    columns: tuple[str, ...]
    types: tuple[frozenset[str], ...]
    rows: tuple[Row, ...]


def data_files(summary: Summary) -> Iterator[DataFile]:
    """The data files of every form; answers that do not count are left empty, personal ones have no column."""
    for form in summary.forms:
        blocks: dict[str, None] = dict.fromkeys(
            block.id for version in form.versions for section in version.sections for block in section.blocks
        )
        for block in blocks:
            file = _data_file(summary, form, block)
            if file is not None:
                yield file


def _data_file(summary: Summary, form: FormSummary, block_id: str) -> DataFile | None:
    grids = [(version, grid) for version in form.versions if (grid := _block(version, block_id)) is not None]
    newest = grids[0][1]
    columns: dict[str, set[str]] = {}
    for _, grid in grids:
        for item in grid.cells.values():
            if not item.personal:
                columns.setdefault(item.column, set()).add(item.type)
    if not columns:
        return None
    order = {unit.unit: number for number, unit in enumerate(summary.units)}
    rows = list(chain.from_iterable(_rows(summary, version, grid, tuple(columns)) for version, grid in grids))
    if len(grids) > 1:
        rows.sort(key=lambda row: order[str(row[0]).removeprefix("'")])
    is_card = newest.kind == "card"
    keys = ("unit", "municipality") if is_card else ("unit", "municipality", "row")
    cut = [(row[0], row[1], *row[3:]) for row in rows] if is_card else rows
    return DataFile(
        name=f"data/{form.form}.{block_id}.csv",
        title=newest.title,
        columns=(*keys, *columns),
        types=(*(frozenset({"text"}) for _ in keys), *(frozenset(types) for types in columns.values())),
        rows=tuple(cut),
    )


def _block(version: VersionSummary, block_id: str) -> BlockGrid | None:
    return next((block for section in version.sections for block in section.blocks if block.id == block_id), None)


def _rows(summary: Summary, version: VersionSummary, grid: BlockGrid, columns: Sequence[str]) -> Iterator[Row]:
    """Rows by unit, then in the order of the form; open rows without any answer are left out."""
    by_row: dict[str, dict[str, Item]] = {}
    for (row, _), item in grid.cells.items():
        by_row.setdefault("" if grid.kind == "card" else row, {})[item.column] = item
    printed = {item.name: _printed(version, item) for item in grid.cells.values() if not item.personal}
    blank = [""] * len(columns)
    for number, file in enumerate(version.files):
        unit, municipality = safe_text(file.unit), safe_text(summary.municipality(file.unit))
        for row, items in by_row.items():
            values = [
                printed[items[column].name][number] if column in items and not items[column].personal else ""
                for column in columns
            ]
            if grid.open_rows and values == blank:
                continue
            yield unit, municipality, row, *values


def _printed(version: VersionSummary, item: Item) -> list[object]:
    """The answers to an item as CSV writes them, in the order of submissions."""
    counted = version.counted[item.name].tolist()
    if item.computed:
        numbers = version.dataset.computed(item).values.tolist()
        return [print_value(number) if count else "" for number, count in zip(numbers, counted, strict=True)]
    position = version.dataset.positions[item.name]
    submissions = version.dataset.submissions
    return [
        print_value(submission.values[position]) if count else ""
        for submission, count in zip(submissions, counted, strict=True)
    ]
