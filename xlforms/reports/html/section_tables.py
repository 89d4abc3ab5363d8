"""The totals of the region in the layout of the form: tables whose numbers lead to municipalities and schools."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from xlforms.consolidation.summary import FormSummary
from xlforms.consolidation.totals import REGION
from xlforms.definitions.items import CHECK_SECTION, TITLE_SECTION, BlockGrid, Item, RowLine
from xlforms.messages import say
from xlforms.reports.csv_files import print_value
from xlforms.reports.html.shown_numbers import show_number
from xlforms.reports.section_values import NOTHING, SectionValues

_NOT_TOTALLED = (TITLE_SECTION, CHECK_SECTION)
_WIDE = 9  # columns of answers from which on a table is printed across the page


@dataclass(frozen=True, slots=True)
class TotalCell:
    """One place of a table: an answer that leads on (`item` is its number on the page), a printed text, or closed.

    `value` is the number with all its digits, as in totals.csv, empty when the cell shows none; `units` how many units
    it covers; `star` that answers were left out; `is_count` that the text itself says how many units answered.
    """

    kind: Literal["answer", "printed", "closed"]
    text: str = ""
    item: int = -1
    value: str = ""
    units: int = 0
    star: bool = False
    is_count: bool = False


@dataclass(frozen=True, slots=True)
class TotalRow:
    """A row of a table; a heading has no cells."""

    caption: str
    level: int
    cells: tuple[TotalCell, ...] = ()


@dataclass(frozen=True, slots=True)
class TotalHead:
    """A heading over one column, or over several that have headings of their own under it."""

    text: str
    columns: int = 1
    grouped: bool = False


@dataclass(frozen=True, slots=True)
class TotalTable:
    """A block of the form; `heads` are the headings of its columns, and `lower` those under a common one."""

    title: str
    row_title: str
    heads: tuple[TotalHead, ...]
    lower: tuple[str, ...]
    rows: tuple[TotalRow, ...]
    footnotes: tuple[str, ...]
    wide: bool


@dataclass(frozen=True, slots=True)
class TotalSection:
    """A section of the form with its tables."""

    title: str
    tables: tuple[TotalTable, ...]
    footnotes: tuple[str, ...]


def section_tables(form: FormSummary, values: SectionValues, numbers: Mapping[str, int]) -> list[TotalSection]:
    """The sections of the newest version that ask something to be totalled; `numbers` are those of items by name."""
    units = {total.item: int(total.value or 0) for total in form.totals
             if total.municipality == REGION and total.statistic == "n"}  # fmt: skip
    return [
        TotalSection(
            section.title,
            tuple(_table(block, values, numbers, units) for block in section.blocks if _asks(block, numbers)),
            section.footnotes,
        )
        for section in form.versions[0].sections
        if section.id not in _NOT_TOTALLED
    ]


def _asks(block: BlockGrid, numbers: Mapping[str, int]) -> bool:
    return any(item.name in numbers for item in block.cells.values())


def _table(block: BlockGrid, values: SectionValues, numbers: Mapping[str, int], units: Mapping[str, int]) -> TotalTable:
    heads = (TotalHead(say("page-head-value")),) if block.kind == "card" else _heads(block)
    return TotalTable(
        title=block.title,
        row_title=block.row_title or say("page-head-item"),
        heads=heads,
        lower=tuple(column.caption for column in block.columns if column.group),
        rows=tuple(_row(block, row, values, numbers, units) for row in block.rows),
        footnotes=block.footnotes,
        wide=len(block.columns) >= _WIDE,
    )


def _heads(block: BlockGrid) -> tuple[TotalHead, ...]:
    """The headings of the first line: neighbouring columns of one group share theirs."""
    heads: list[TotalHead] = []
    group = ""
    for column in block.columns:
        if column.group and column.group == group:
            heads[-1] = replace(heads[-1], columns=heads[-1].columns + 1)
        elif column.group:
            heads.append(TotalHead(column.group_caption, grouped=True))
        else:
            heads.append(TotalHead(column.caption))
        group = column.group
    return tuple(heads)


def _row(
    block: BlockGrid, row: RowLine, values: SectionValues, numbers: Mapping[str, int], units: Mapping[str, int]
) -> TotalRow:
    if not row.id:
        return TotalRow(row.caption, row.level)
    cells = []
    for column in block.columns:
        item = block.cells.get((row.id, column.id))
        if item is None:
            text = block.printed.get((row.id, column.id), "")
            cells.append(TotalCell("printed" if text else "closed", text))
        elif item.name in numbers:
            cells.append(_answer(item, numbers[item.name], values, units))
        else:
            cells.append(TotalCell("printed", say("report-personal")))
    return TotalRow(row.caption, row.level, tuple(cells))


def _answer(item: Item, number: int, values: SectionValues, units: Mapping[str, int]) -> TotalCell:
    shown = values.shown(item, REGION)
    count = units.get(item.name, 0) if item.computed else values.answered([item], REGION)
    if isinstance(shown.value, str):
        covered = 0 if shown.value == NOTHING else count
        return TotalCell("answer", shown.value, number, "", covered, shown.star, is_count=item.nature == "text")
    text = show_number(shown.value, item.type)
    return TotalCell("answer", text, number, str(print_value(shown.value)), count, shown.star)
