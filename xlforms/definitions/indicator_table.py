"""A block of indicators as a table: target, fact, deviation and attainment of every period."""

from __future__ import annotations

from xlforms.definitions.form import Column, ColumnGroup, ItemSettings, Row, Table
from xlforms.definitions.indicators import IndicatorRow, Indicators
from xlforms.definitions.item_types import TypeName
from xlforms.definitions.items import ColumnLine

UNIT = ColumnLine("unit", "Единица измерения", width=11, printed=True)
_TYPES: dict[str, TypeName] = {"share": "percent", "money": "money", "count": "integer", "score": "decimal"}


def indicator_table(block: Indicators) -> Table:
    """The answers of a block of indicators as a table."""
    return Table(
        table=block.indicators,
        title=block.title,
        help=block.help,
        row_title="Показатель",
        columns=[_group(number, label) for number, label in enumerate(block.years, start=1)],
        rows=[_row(row, len(block.years)) for row in block.rows],
        footnotes=block.footnotes,
    )


def _group(number: int, label: str) -> ColumnGroup:
    return ColumnGroup(
        group=f"year_{number}",
        title=label,
        columns=[
            Column(column=f"target_{number}", title="план", width=10),
            Column(column=f"fact_{number}", title="факт", width=10),
            Column(column=f"deviation_{number}", title="отклонение", width=11),
            Column(column=f"attained_{number}", title="достигнут", type="yes_no", width=10),
        ],
    )


def _row(row: IndicatorRow, periods: int) -> Row:
    kind = _TYPES[row.measured]
    cells: dict[str, ItemSettings] = {}
    for number in range(1, periods + 1):
        target, fact = f"target_{number}", f"fact_{number}"
        cells[target] = _asked(row, required=True)
        cells[fact] = _asked(row, required=False)
        cells[f"deviation_{number}"] = ItemSettings(type=kind, computed=f"{fact} - {target}")
        sign = ">=" if row.better == "more" else "<="
        cells[f"attained_{number}"] = ItemSettings(type="yes_no", computed=f"{fact} {sign} {target}")
    return Row(row=row.indicator, title=row.title, cells=cells)


def _asked(row: IndicatorRow, *, required: bool) -> ItemSettings:
    """Only what is said counts as said, so the rest is left out and not set to nothing."""
    said: dict[str, object] = {"type": _TYPES[row.measured], "required": required}
    said |= {key: getattr(row, key) for key in ("maximum", "help", "unit") if getattr(row, key)}
    return ItemSettings.model_construct(**said)  # type: ignore[arg-type]  # values come from checked models
